import type { PlanConfiguration, Product } from "@/lib/domain/catalog/product";
import { log } from "@/lib/server/log";
import { processState } from "@/lib/server/process-state";
import { type Database, database } from "@/lib/server/store/database";
import { vendorSources } from "@/lib/server/sources";
import { VendorError } from "@/lib/vendors/errors";

const FRESH_MS = 24 * 60 * 60 * 1000;
const ASK_MS = 30_000;

export type PlanPlace = { readonly product: Product; readonly planKey: string };

/**
 * Components and attributes of a plan; null where the vendor has none. What was read within a day is used as it is,
 * older ones only while the vendor does not answer. Throws a `VendorError` where nothing was ever read.
 */
export async function readPlanConfiguration({ product, planKey }: PlanPlace): Promise<PlanConfiguration | null> {
  const given = product.plans.find((plan) => plan.key === planKey)?.configuration;
  if (given) return given;
  const asking = processState("plan-configurations", () => new Map<string, Promise<PlanConfiguration | null>>());
  const place = JSON.stringify([product.vendor, product.key, planKey, product.locale]);
  const running = asking.get(place);
  if (running) return running;
  const answer = readOrAsk(await database(), product, planKey).finally(() => asking.delete(place));
  asking.set(place, answer);
  return answer;
}

/** Where a plan may be sold, as far as it was read before: nobody is asked for it. */
export async function readKnownCountries(
  product: Pick<Product, "vendor" | "key" | "locale">,
  planKey: string,
): Promise<readonly string[] | null> {
  const stored = await readStored(await database(), product, planKey);
  return (stored && parseStored(stored.data)?.countries) ?? null;
}

function readStored(db: Database, product: Pick<Product, "vendor" | "key" | "locale">, planKey: string) {
  return db
    .selectFrom("plan_configurations")
    .select(["data", "fetched_at"])
    .where("vendor", "=", product.vendor)
    .where("product_key", "=", product.key)
    .where("plan_key", "=", planKey)
    .where("locale", "=", product.locale)
    .executeTakeFirst();
}

async function readOrAsk(db: Database, product: Product, planKey: string): Promise<PlanConfiguration | null> {
  const stored = await readStored(db, product, planKey);
  if (stored && Date.now() - Date.parse(stored.fetched_at) < FRESH_MS) return parseStored(stored.data);
  try {
    return await askVendor(db, product, planKey);
  } catch (error) {
    if (!stored || !(error instanceof VendorError)) throw error;
    log.warn({ err: error, vendor: product.vendor }, "serving the last known plan configuration");
    return parseStored(stored.data);
  }
}

/** Our own rows were written from checked configurations and are trusted. */
function parseStored(data: string): PlanConfiguration | null {
  return JSON.parse(data) as PlanConfiguration | null;
}

async function askVendor(db: Database, product: Product, planKey: string): Promise<PlanConfiguration | null> {
  const source = (await vendorSources()).find(({ vendor }) => vendor === product.vendor);
  if (!source || product.externalId === null) return null;
  const plan = { externalId: product.externalId, planKey, locale: product.locale };
  const configuration = await source.fetchPlanConfiguration(plan, AbortSignal.timeout(ASK_MS));
  const row = { data: JSON.stringify(configuration), fetched_at: new Date().toISOString() };
  await db
    .insertInto("plan_configurations")
    .values({ vendor: product.vendor, product_key: product.key, plan_key: planKey, locale: product.locale, ...row })
    .onConflict((conflict) => conflict.columns(["vendor", "product_key", "plan_key", "locale"]).doUpdateSet(row))
    .execute();
  return configuration;
}
