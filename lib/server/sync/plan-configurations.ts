import type { Product } from "@/lib/domain/catalog/product";
import { log } from "@/lib/server/log";
import { readStoredProduct } from "@/lib/server/store/stored-product";
import { readPublished } from "@/lib/server/sync/published-catalog";
import type { Database } from "@/lib/server/store/database";
import { readProductColumn } from "@/lib/server/store/product-columns";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import { VendorError } from "@/lib/vendors/errors";

export type RefreshInput = {
  readonly db: Database;
  readonly source: CatalogSource;
  readonly locale: string;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly budget?: RefreshBudget;
};

export type RefreshBudget = { readonly plansMax: number; readonly failuresMax: number; readonly ms: number };

const defaultBudget: RefreshBudget = { plansMax: 240, failuresMax: 5, ms: 120_000 };
const CONCURRENCY = 2;
const GOOD_FOR_MS = 24 * 3_600_000;
const SCAN_ROWS = 100;
/** A vendor that has no configuration for so many plans in a row has none at all. */
const NONE_IN_A_ROW = 25;

type WantedPlan = { readonly productKey: string; readonly externalId: string; readonly planKey: string };
type Progress = { asked: number; stored: number; failures: number; noneInARow: number };

/**
 * Reads ahead what the product page and the cart need of each plan, missing and day-old ones only, within a budget. What
 * is not reached now comes with the next sync or when somebody opens the plan. Returns how many were stored.
 */
export async function refreshPlanConfigurations(input: RefreshInput): Promise<number> {
  const { db, source, locale, budget = defaultBudget } = input;
  const published = await readPublished(db, source.vendor);
  if (!published) return 0;
  const signal = AbortSignal.any([input.signal, AbortSignal.timeout(budget.ms)]);
  const progress: Progress = { asked: 0, stored: 0, failures: 0, noneInARow: 0 };
  const isOver = () =>
    signal.aborted ||
    progress.asked >= budget.plansMax ||
    progress.failures >= budget.failuresMax ||
    progress.noneInARow >= NONE_IN_A_ROW;
  const at = { vendor: source.vendor, generation: published.generation, locale };
  for await (const rows of readProductColumn(db, at, { column: "data", batchRows: SCAN_ROWS })) {
    if (isOver()) break;
    const plans = rows.flatMap(({ value }) => plansOf(readStoredProduct(value)));
    // Without an id of its own none of a vendor's products can be asked about.
    if (plans.length === 0 && progress.asked === 0) break;
    const wanted = await withoutGood(input, plans);
    await Promise.all(Array.from({ length: CONCURRENCY }, () => work(input, wanted, { signal, progress, isOver })));
  }
  return progress.stored;
}

function plansOf(product: Product): WantedPlan[] {
  const { key: productKey, externalId } = product;
  if (externalId === null || product.archived) return [];
  return product.plans.map((plan) => ({ productKey, externalId, planKey: plan.key }));
}

async function withoutGood(input: RefreshInput, plans: readonly WantedPlan[]): Promise<WantedPlan[]> {
  if (plans.length === 0) return [];
  const since = new Date(input.now().getTime() - GOOD_FOR_MS).toISOString();
  const good = await input.db
    .selectFrom("plan_configurations")
    .select(["product_key", "plan_key"])
    .where("vendor", "=", input.source.vendor)
    .where("locale", "=", input.locale)
    .where("fetched_at", ">", since)
    .where("product_key", "in", [...new Set(plans.map(({ productKey }) => productKey))])
    .execute();
  const have = new Set(good.map((row) => `${row.product_key} ${row.plan_key}`));
  return plans.filter(({ productKey, planKey }) => !have.has(`${productKey} ${planKey}`));
}

type Work = { readonly signal: AbortSignal; readonly progress: Progress; readonly isOver: () => boolean };

/** Takes plans from the shared list until it is empty or the budget is used up. */
async function work(input: RefreshInput, wanted: WantedPlan[], { signal, progress, isOver }: Work): Promise<void> {
  for (let plan = wanted.shift(); plan && !isOver(); plan = wanted.shift()) {
    progress.asked += 1;
    try {
      const { externalId, planKey } = plan;
      const asked = { externalId, planKey, locale: input.locale };
      const configuration = await input.source.fetchPlanConfiguration(asked, signal);
      progress.noneInARow = configuration === null ? progress.noneInARow + 1 : 0;
      await store(input, plan, JSON.stringify(configuration));
      progress.stored += configuration === null ? 0 : 1;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof VendorError)) throw error;
      progress.failures += 1;
      log.debug({ vendor: input.source.vendor, kind: error.facts.kind }, "a plan configuration was not read");
    }
  }
}

async function store(input: RefreshInput, plan: WantedPlan, data: string): Promise<void> {
  const read = { fetched_at: input.now().toISOString(), data };
  const { productKey, planKey } = plan;
  await input.db
    .insertInto("plan_configurations")
    .values({ vendor: input.source.vendor, product_key: productKey, plan_key: planKey, locale: input.locale, ...read })
    .onConflict((conflict) => conflict.columns(["vendor", "product_key", "plan_key", "locale"]).doUpdateSet(read))
    .execute();
}
