import { withRequirements } from "@/lib/server/store/stored-product";
import type { FinalProduct } from "@/lib/server/sync/plan-generation";
import { insertProducts, parkingKeyOf } from "@/lib/server/sync/provisional-row";
import { readProductTexts } from "@/lib/server/sync/published-catalog";
import type { StagedProduct } from "@/lib/server/sync/staged-product";
import { batches, type SyncContext, type Transaction, writeFenced } from "@/lib/server/sync/sync-context";

/** Removes the rows of products that the list had before. */
export async function dropRepeated(context: SyncContext, repeated: readonly StagedProduct[]): Promise<void> {
  const written = repeated.filter(({ isPublished }) => !isPublished);
  for (const [locale, products] of Map.groupBy(written, (product) => product.locale)) {
    for (const batch of batches(products)) {
      const keys = batch.map(({ provisionalKey }) => provisionalKey);
      await writeFenced(context, (trx) => deleteRows(trx, context, { locale, keys }));
    }
  }
}

/** Most products have the key and the requirements they were foreseen with: their rows are right already. */
export async function correctRows(context: SyncContext, products: readonly FinalProduct[]): Promise<void> {
  const wrong = products.filter(
    ({ key, provisionalKey, contentHash, provisionalHash }) =>
      key !== provisionalKey || contentHash !== provisionalHash,
  );
  for (const [locale, ofLocale] of Map.groupBy(wrong, (product) => product.locale)) {
    const inTheWay = await stepAside(context, locale, ofLocale);
    const keyNow = (product: FinalProduct) =>
      inTheWay.has(product) ? parkingKeyOf(product.position) : product.provisionalKey;
    for (const batch of batches(ofLocale)) {
      const byKeyNow = new Map(batch.map((product) => [keyNow(product), product]));
      await writeFenced(context, (trx) => rewrite(trx, context, locale, byKeyNow));
    }
  }
}

/** A row that stands where another one belongs makes room first. */
async function stepAside(
  context: SyncContext,
  locale: string,
  products: readonly FinalProduct[],
): Promise<ReadonlySet<FinalProduct>> {
  const moves = products.filter(({ key, provisionalKey }) => key !== provisionalKey);
  const wanted = new Set(moves.map(({ key }) => key));
  const inTheWay = new Set(moves.filter(({ provisionalKey }) => wanted.has(provisionalKey)));
  const { vendor, generation } = context;
  for (const batch of batches([...inTheWay])) {
    await writeFenced(context, async (trx) => {
      for (const { position, provisionalKey } of batch) {
        await trx
          .updateTable("catalog_products")
          .set({ key: parkingKeyOf(position) })
          .where("vendor", "=", vendor)
          .where("generation", "=", generation)
          .where("locale", "=", locale)
          .where("key", "=", provisionalKey)
          .execute();
      }
    });
  }
  return inTheWay;
}

/** Taken out and put back in as they should be: a few statements for a whole batch on either store. */
async function rewrite(
  trx: Transaction,
  context: SyncContext,
  locale: string,
  byKeyNow: ReadonlyMap<string, FinalProduct>,
): Promise<void> {
  const { vendor, generation } = context;
  const keys = [...byKeyNow.keys()];
  const texts = await readProductTexts(trx, { vendor, generation, locale }, keys);
  await deleteRows(trx, context, { locale, keys });
  const rows = [...byKeyNow].map(([keyNow, product]) => {
    const text = texts.get(keyNow);
    if (text === undefined) throw new Error(`the new row of ${product.key} is gone`);
    const { key, resolved, contentHash } = product;
    const data = withRequirements(text, key, resolved);
    return { key, name: product.identity.name, content_hash: contentHash, data };
  });
  await insertProducts(trx, context, locale, rows);
}

type Rows = { readonly locale: string; readonly keys: readonly string[] };

async function deleteRows(trx: Transaction, { vendor, generation }: SyncContext, { locale, keys }: Rows) {
  await trx
    .deleteFrom("catalog_products")
    .where("vendor", "=", vendor)
    .where("generation", "=", generation)
    .where("locale", "=", locale)
    .where("key", "in", keys)
    .execute();
}
