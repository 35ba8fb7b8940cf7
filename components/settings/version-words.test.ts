import { expect, it } from "vitest";
import { versionWords } from "@/components/settings/version-words";
import type { PriceEntry, RuleVersionDto } from "@/lib/contracts/price-rules";

const names = { vendors: { ibm: "IBM" }, customers: { c1: "Fabrikam Demo" } };
const rule = (percent: string, more: object = {}): PriceEntry => ({
  sets: "price",
  name: "Rule",
  scope: { vendor: "ibm" },
  validFrom: null,
  validUntil: null,
  rounding: null,
  effect: { kind: "markup-on-cost", percent },
  ...more,
});
const version = (change: Partial<RuleVersionDto>): RuleVersionDto => ({
  id: "r",
  version: 2,
  newestVersion: 2,
  at: "2026-11-22T08:00:00Z",
  who: "Mia Manager",
  what: "changed",
  entry: rule("20"),
  before: rule("18"),
  restores: null,
  inForce: true,
  ...change,
});

it("tells what a version changed, old and new", () => {
  expect(versionWords(version({}), names)).toEqual({
    act: "changed",
    changes: ["Does: 18 % on cost → 20 % on cost"],
  });
  const moved = version({ entry: rule("18", { scope: { customer: "c1" }, validUntil: "2026-12-31" }) });
  expect(versionWords(moved, names).changes).toEqual(["For: IBM → Fabrikam Demo", "Valid: always → until 31 Dec 2026"]);
});

it("tells the first version whole, a removal by its act, and what was brought back", () => {
  expect(versionWords(version({ what: "created", before: null }), names)).toEqual({
    act: "made",
    changes: ["20 % on cost, for IBM, always"],
  });
  expect(versionWords(version({ what: "removed" }), names)).toEqual({ act: "removed", changes: [] });
  expect(versionWords(version({ what: "restored", restores: 1 }), names).act).toBe("brought back version 1 of");
  const limit = { sets: "limit", name: "Floor", scope: {}, limit: { kind: "minimum-margin", percent: "5" } } as const;
  const before: PriceEntry = { ...limit, policy: "ask" };
  expect(versionWords(version({ before, entry: { ...limit, policy: "block" } }), names).changes).toEqual([
    "Policy: ask → block",
  ]);
});
