import { type AmountTrend, amountTrend } from "@/lib/domain/sync/amount-trend";
import { diffProducts, goneProduct, newProduct } from "@/lib/domain/sync/diff-products";
import { hasPriceJump } from "@/lib/domain/sync/judge-price-jumps";
import { isCostOnly, type ProductChange } from "@/lib/domain/sync/product-change";
import { insertRows } from "@/lib/server/store/insert-rows";
import { readStoredProduct } from "@/lib/server/store/stored-product";
import { copyCarried, copyUnchanged } from "@/lib/server/sync/copy-rows";
import { correctRows, dropRepeated } from "@/lib/server/sync/correct-rows";
import type { FinalProduct, GenerationPlan } from "@/lib/server/sync/plan-generation";
import { type PublishedCatalog, readProductTexts } from "@/lib/server/sync/published-catalog";
import { requireSteadyPrices } from "@/lib/server/sync/require-steady-prices";
import { batches, type SyncContext, writeFenced } from "@/lib/server/sync/sync-context";
import { noCounts, type StoredCounts } from "@/lib/server/sync/sync-rows";

type ChangeTally = Pick<StoredCounts, "new" | "changed" | "gone" | "costOnly" | "priceUp" | "priceDown">;

type Changed = { readonly key: string; readonly name: string; readonly changes: readonly ProductChange[] };

/**
 * Gives the rows of the new generation their keys and requirements where these are not what they were written with, and
 * writes what changed. Nobody sees either before the sync has succeeded.
 */
export async function settleGeneration(
  context: SyncContext,
  plan: GenerationPlan,
  published: PublishedCatalog | null,
): Promise<ChangeTally> {
  await dropRepeated(context, plan.repeated);
  if (published) await copyUnchanged(context, plan.products, published);
  await correctRows(context, plan.products);
  if (!published) {
    return { ...noCounts, new: plan.products.filter(({ locale }) => locale === context.locales[0]).length };
  }
  const tally = await writeChanges(context, plan, published);
  await copyCarried(context, plan.carried, published);
  return { ...tally, gone: await writeGone(context, plan.gone, published) };
}

async function writeChanges(
  context: SyncContext,
  plan: GenerationPlan,
  published: PublishedCatalog,
): Promise<ChangeTally> {
  const tally = { ...noCounts };
  const jumped: string[] = [];
  const [locale] = context.locales;
  const old = plan.old.get(locale);
  const differing = plan.products.filter(
    (product) => product.locale === locale && old?.get(product.key) !== product.contentHash,
  );
  for (const batch of batches(differing)) {
    const changed = await findChanged(context, published, batch);
    const rows = changed.flatMap((product) => changeRows(context, product));
    await writeFenced(context, async (trx) => {
      for (const part of batches(rows)) await insertRows(trx, "changes", part);
    });
    tally.new += changed.filter(({ changes }) => changes[0]?.kind === "new").length;
    tally.changed += changed.filter(({ changes }) => changes.length > 0 && changes[0]?.kind !== "new").length;
    tally.costOnly += changed.filter(({ changes }) => isCostOnly(changes)).length;
    const trends = changed.flatMap(({ changes }) => changes.flatMap(priceTrend));
    tally.priceUp += trends.filter((trend) => trend === "up").length;
    tally.priceDown += trends.filter((trend) => trend === "down").length;
    jumped.push(...changed.flatMap(({ key, changes }) => (hasPriceJump(changes) ? [key] : [])));
  }
  await requireSteadyPrices(context, { before: old?.size ?? 0, jumped });
  return tally;
}

function priceTrend({ kind, old, new: current }: ProductChange): AmountTrend[] {
  const trend = kind === "price" || kind === "list-price" ? amountTrend(old, current) : null;
  return trend ? [trend] : [];
}

/** Only the default locale is compared: the others say the same in other words. */
async function findChanged(
  context: SyncContext,
  published: PublishedCatalog,
  batch: readonly FinalProduct[],
): Promise<Changed[]> {
  const { db, vendor, generation } = context;
  const [locale] = context.locales;
  const keys = batch.map(({ key }) => key);
  const before = await readProductTexts(db, { vendor, generation: published.generation, locale }, keys);
  const after = await readProductTexts(db, { vendor, generation, locale }, keys);
  return batch.map(({ key, identity }) => {
    const [oldText, text] = [before.get(key), after.get(key)];
    if (text === undefined) throw new Error(`the new row of ${key} is gone`);
    const product = readStoredProduct(text);
    const changes = oldText ? diffProducts(readStoredProduct(oldText), product) : [newProduct(product)];
    return { key, name: identity.name, changes };
  });
}

function changeRows(context: SyncContext, { key, name, changes }: Changed) {
  return changes.map((change) => ({
    id: context.nextReportId(),
    sync_id: context.syncId,
    at: context.startedAt,
    vendor: context.vendor,
    key,
    name,
    kind: change.kind,
    what: change.what,
    old_value: change.old,
    new_value: change.new,
  }));
}

async function writeGone(context: SyncContext, keys: readonly string[], published: PublishedCatalog): Promise<number> {
  const at = { vendor: context.vendor, generation: published.generation, locale: context.locales[0] };
  for (const batch of batches(keys)) {
    const texts = await readProductTexts(context.db, at, batch);
    const rows = [...texts].flatMap(([key, text]) => {
      const product = readStoredProduct(text);
      return changeRows(context, { key, name: product.name, changes: [goneProduct(product)] });
    });
    await writeFenced(context, (trx) => insertRows(trx, "changes", rows));
  }
  return keys.length;
}
