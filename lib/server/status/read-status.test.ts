import { afterAll, beforeAll, expect, it } from "vitest";
import type { Role } from "@/lib/contracts/session";
import { type Database, openDatabase } from "@/lib/server/store/database";
import { readStatus } from "@/lib/server/status/read-status";
import { scriptedSource } from "@/lib/server/sync/testing/scripted-source";
import { rightsOf } from "@/lib/server/viewer";
import type { CatalogSource } from "@/lib/vendors/catalog-source";

let db: Database;
beforeAll(async () => {
  db = await openDatabase({ kind: "sqlite", file: ":memory:" });
});
afterAll(() => db.destroy());

const { source } = scriptedSource();
const failing: CatalogSource = {
  ...source,
  health: () => ({
    ...source.health(),
    reachable: false,
    breaker: "open",
    credential: "rejected",
    tokenExpiresAt: "2026-11-22T09:25:00.000Z",
    nextTryAt: "2026-11-22T09:10:30.000Z",
    requests: 12,
    notModified: 3,
    throttled: 2,
    failures: 5,
    lastError: {
      message: "Acme Cloud is not able to answer (503).",
      at: "2026-11-22T09:10:00.000Z",
      correlationId: "c-1",
    },
  }),
};

const statusFor = async (role: Role) => {
  const viewer = { userId: role, email: `${role}@desk.example`, name: role, role, rights: rightsOf(role) };
  const now = new Date("2026-11-22T09:10:00.000Z");
  return (await readStatus(viewer, { db, sources: [failing], demo: false, now })).vendors[0];
};

it("tells everybody how a vendor is doing", async () => {
  for (const role of ["seller-no-cost", "seller", "manager"] as const) {
    expect(await statusFor(role)).toMatchObject({
      label: "Acme Cloud",
      reachable: false,
      breaker: "open",
      nextTryAt: "2026-11-22T09:10:30.000Z",
      requests: 12,
      notModified: 3,
      throttled: 2,
      failures: 5,
      freshness: "none",
    });
  }
});

it("tells the credential, the token and the last failure with its reference only to those who can act on them", async () => {
  const message = "Acme Cloud is not able to answer (503).";
  expect(await statusFor("manager")).toMatchObject({
    credential: "rejected",
    tokenExpiresAt: "2026-11-22T09:25:00.000Z",
    lastFailure: { message, at: "2026-11-22T09:10:00.000Z", correlationId: "c-1" },
  });
  expect(await statusFor("seller")).toMatchObject({ credential: "unknown", tokenExpiresAt: null, lastFailure: null });
});
