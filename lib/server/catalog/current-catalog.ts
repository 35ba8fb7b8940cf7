import { setTimeout as wait } from "node:timers/promises";
import { type Catalog, openCatalog } from "@/lib/server/catalog/catalog";
import { defaultReading, type HouseReading } from "@/lib/domain/catalog/house-reading";
import { vendorAmounts } from "@/lib/domain/catalog/plan-amounts";
import { readSellerSettings } from "@/lib/server/settings/seller-settings";
import { loadHouseSettings } from "@/lib/server/settings/house-settings";
import { loadPriceRules, rulesInForce } from "@/lib/server/price-rules/load-price-rules";
import { createCatalogDataBuilder } from "@/lib/server/catalog/catalog-data";
import {
  asOfOf,
  type CatalogBasis,
  loadCatalog,
  plainLook,
  readPublished,
  versionOf,
} from "@/lib/server/catalog/load-catalog";
import { env } from "@/lib/server/env";
import { today } from "@/lib/server/house-day";
import { log } from "@/lib/server/log";
import { processState } from "@/lib/server/process-state";
import { type Database, database } from "@/lib/server/store/database";

export type { Catalog } from "@/lib/server/catalog/catalog";

const CHECK_EVERY_MS = 1_000;
const TAKE_OVER_WITHIN_MS = 5_000;

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

/**
 * For whoever just changed a rule or a setting: their next request should show it, so it waits for the rows, yet not
 * longer than a person would. What takes longer is taken over in the background.
 */
export async function takeOverChange(): Promise<void> {
  const took = reloadCatalog().catch((error: unknown) => log.error({ err: error }, "the change was not taken over"));
  await Promise.race([took, wait(TAKE_OVER_WITHIN_MS, undefined, { ref: false })]);
}

async function takeOver(state: Held): Promise<void> {
  const db = await database();
  state.checkedAt = Date.now();
  const published = await readPublished(db);
  const { look, reading, readingState } = await loadHouseSettings(db);
  const basis = await presentBasis(db, reading, readingState);
  if (state.ready && versionOf(published, basis) === state.catalog.rowsVersion) {
    // A sync that found nothing changed only moves the time; synonyms and bands ask the same rows differently.
    const same = look.state === state.catalog.look.state;
    state.catalog = { ...(same ? state.catalog : state.catalog.withLook(look)), asOf: asOfOf(published) };
    return;
  }
  const began = performance.now();
  const catalog = await loadCatalog(db, env().locales, basis, look);
  state.catalog = catalog;
  state.ready = catalog.version !== "";
  const tookMs = Math.round(performance.now() - began);
  log.info(
    { event: "catalog-loaded", version: catalog.version, products: catalog.index.size, tookMs },
    "catalog loaded",
  );
}

/** Rules begin and end with a day, so the day belongs to it. */
async function presentBasis(db: Database, reading: HouseReading, readingState: string): Promise<CatalogBasis> {
  const book = await loadPriceRules(db);
  const { timeZone } = await readSellerSettings(db, env().demo);
  const day = today({ now: () => new Date(), timeZone });
  const state = [rulesInForce(book, day), readingState].filter(Boolean).join(", ");
  return { rules: book.set, day, reading, state };
}

function emptyCatalog(): Catalog {
  const steps = createCatalogDataBuilder().finish();
  let step = steps.next();
  while (!step.done) step = steps.next();
  const meta = {
    rowsVersion: "",
    asOf: {},
    generations: {},
    amountsOf: vendorAmounts,
    reading: defaultReading,
  };
  return openCatalog(step.value, meta, plainLook);
}
