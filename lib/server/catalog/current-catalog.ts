import { type Catalog, openCatalog } from "@/lib/server/catalog/catalog";
import { vendorAmounts } from "@/lib/domain/catalog/plan-amounts";
import { loadPriceRules, rulesInForce } from "@/lib/server/price-rules/load-price-rules";
import { createCatalogDataBuilder } from "@/lib/server/catalog/catalog-data";
import { asOfOf, type CatalogPricing, loadCatalog, readPublished, versionOf } from "@/lib/server/catalog/load-catalog";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { processState } from "@/lib/server/process-state";
import { type Database, database } from "@/lib/server/store/database";

export type { Catalog } from "@/lib/server/catalog/catalog";

const CHECK_EVERY_MS = 1_000;

type Held = {
  catalog: Catalog;
  /** At least one vendor's catalog is loaded. */
  ready: boolean;
  loading: Promise<void> | null;
  checkedAt: number;
};

const held = () =>
  processState<Held>("current-catalog", () => ({ catalog: emptyCatalog(), ready: false, loading: null, checkedAt: 0 }));

/** The published catalog. Looks for a newer one at most once a second and serves the present one meanwhile. */
export async function currentCatalog(): Promise<Catalog> {
  const state = held();
  const isDue = !state.loading && Date.now() - state.checkedAt >= CHECK_EVERY_MS;
  if (!state.ready) await (isDue ? reloadCatalog() : state.loading);
  else if (isDue)
    reloadCatalog().catch((error: unknown) => log.error({ err: error }, "the newer catalog was not loaded"));
  return state.catalog;
}

/** Is a vendor's catalog in memory? */
export function catalogReady(): boolean {
  return held().ready;
}

/** Takes over what is published now. The present catalog stays until the new one is complete. */
export async function reloadCatalog(): Promise<void> {
  const state = held();
  while (state.loading) await state.loading;
  state.loading = takeOver(state).finally(() => {
    state.loading = null;
  });
  await state.loading;
}

async function takeOver(state: Held): Promise<void> {
  const db = await database();
  state.checkedAt = Date.now();
  const published = await readPublished(db);
  const pricing = await presentPricing(db);
  if (state.ready && versionOf(published, pricing) === state.catalog.version) {
    // A sync that found nothing changed only moves the time.
    state.catalog = { ...state.catalog, asOf: asOfOf(published) };
    return;
  }
  const began = performance.now();
  const catalog = await loadCatalog(db, env().locales, pricing);
  state.catalog = catalog;
  state.ready = catalog.version !== "";
  const tookMs = Math.round(performance.now() - began);
  log.info(
    { event: "catalog-loaded", version: catalog.version, products: catalog.index.size, tookMs },
    "catalog loaded",
  );
}

/** Rules begin and end with a day, so the day belongs to it. */
async function presentPricing(db: Database): Promise<CatalogPricing> {
  const book = await loadPriceRules(db);
  const day = new Date().toISOString().slice(0, 10);
  return { rules: book.set, day, state: rulesInForce(book, day) };
}

function emptyCatalog(): Catalog {
  const steps = createCatalogDataBuilder().finish();
  let step = steps.next();
  while (!step.done) step = steps.next();
  return openCatalog(step.value, { version: "", asOf: {}, generations: {}, amountsOf: vendorAmounts });
}
