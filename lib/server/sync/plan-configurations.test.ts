import { expect, it } from "vitest";
import type { PlanConfiguration } from "@/lib/domain/catalog/product";
import type { Database } from "@/lib/server/store/database";
import { eachStore } from "@/lib/server/store/test-stores";
import { type RefreshBudget, refreshPlanConfigurations } from "@/lib/server/sync/plan-configurations";
import { runSync } from "@/lib/server/sync/run-sync";
import { sampleProduct, scriptedSource } from "@/lib/server/sync/testing/scripted-source";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import { VendorError } from "@/lib/vendors/errors";

const noon = Date.parse("2026-11-22T12:00:00.000Z");
const configuration: PlanConfiguration = {
  components: [],
  allowedPlanChanges: [],
  cancellable: true,
  subscriptionManaged: false,
  countries: null,
};

const failure = () =>
  new VendorError("Acme Cloud is not able to answer.", {
    vendor: "acme",
    operation: "read plan",
    kind: "unavailable",
    status: 503,
    retryAfterMs: null,
    correlationId: null,
  });

/** Eight products with ids of their own; `answer` says what the vendor has for each. */
async function prepared(db: Database, answer: (id: string) => PlanConfiguration | null) {
  const products = Array.from({ length: 8 }, (_, i) => sampleProduct(`P${i}`, { externalId: `id-${i}` }));
  const asked: string[] = [];
  const source: CatalogSource = {
    ...scriptedSource(products).source,
    fetchPlanConfiguration: async ({ externalId }) => {
      asked.push(externalId);
      return answer(externalId);
    },
  };
  const signal = new AbortController().signal;
  await runSync({ db, source, locales: ["en-us"], signal, startedBy: "timer", now: () => new Date(noon) });
  const refresh = (budget?: RefreshBudget, atMs = noon) =>
    refreshPlanConfigurations({
      db,
      source,
      locale: "en-us",
      signal,
      now: () => new Date(atMs),
      ...(budget ? { budget } : {}),
    });
  return { asked, refresh };
}

const budget = { plansMax: 100, failuresMax: 3, ms: 20_000 };

eachStore("reading plan configurations ahead", (open) => {
  it("stores each once and asks again after a day", async () => {
    const db = await open();
    const { asked, refresh } = await prepared(db, () => configuration);
    expect(await refresh(budget)).toBe(8);
    expect(await refresh(budget)).toBe(0);
    expect(asked).toHaveLength(8);
    expect(await refresh(budget, noon + 25 * 3_600_000)).toBe(8);
    const [row] = await db.selectFrom("plan_configurations").selectAll().orderBy("product_key").execute();
    expect(row).toMatchObject({ vendor: "acme", product_key: "P0", plan_key: "standard", locale: "en-us" });
    expect(JSON.parse(row?.data ?? "")).toEqual(configuration);
  });

  it("keeps to its budget and goes on where it stopped", async () => {
    const db = await open();
    const { asked, refresh } = await prepared(db, () => configuration);
    expect(await refresh({ ...budget, plansMax: 3 })).toBe(3);
    expect(await refresh(budget)).toBe(5);
    expect(new Set(asked).size).toBe(8);
  });

  it("gives up after a few failures and never throws for them", async () => {
    const db = await open();
    const { asked, refresh } = await prepared(db, () => {
      throw failure();
    });
    expect(await refresh(budget)).toBe(0);
    expect(asked.length).toBeLessThanOrEqual(budget.failuresMax + 1);
  });

  it("remembers that a plan has none", async () => {
    const db = await open();
    const { asked, refresh } = await prepared(db, (id) => (id === "id-3" ? configuration : null));
    expect(await refresh(budget)).toBe(1);
    expect(await refresh(budget)).toBe(0);
    expect(asked).toHaveLength(8);
  });
});
