import { type Kysely, sql } from "kysely";
import type { Schema } from "@/lib/server/store/schema";
import type { FinalProduct } from "@/lib/server/sync/plan-generation";
import { headOf, parkingKeyOf } from "@/lib/server/sync/provisional-row";
import type { StagedProduct } from "@/lib/server/sync/staged-product";
import { batches, type SyncContext, writeFenced } from "@/lib/server/sync/sync-context";

/** Removes the rows of products that the list had before. */
export async function dropRepeated(context: SyncContext, repeated: readonly StagedProduct[]): Promise<void> {
  for (const [locale, products] of Map.groupBy(repeated, (product) => product.locale)) {
    for (const batch of batches(products)) {
      const keys = batch.map(({ provisionalKey }) => provisionalKey);
      await writeFenced(context, (trx) =>
        trx
          .deleteFrom("catalog_products")
          .where("vendor", "=", context.vendor)
          .where("generation", "=", context.generation)
          .where("locale", "=", locale)
          .where("key", "in", keys)
          .execute(),
      );
    }
  }
}

/** Most products keep the number they were written under and require nothing: their rows are right already. */
export async function correctRows(context: SyncContext, products: readonly FinalProduct[]): Promise<void> {
  const wrong = products.filter(({ key, provisionalKey, resolved }) => key !== provisionalKey || resolved.length > 0);
  const moves = wrong.filter(({ key, provisionalKey }) => key !== provisionalKey);
  const wanted = new Set(moves.map(({ locale, key }) => `${locale} ${key}`));
  // A row that stands where another one belongs steps aside first.
  const inTheWay = new Set(moves.filter(({ locale, provisionalKey }) => wanted.has(`${locale} ${provisionalKey}`)));
  for (const batch of batches([...inTheWay])) {
    await writeFenced(context, async (trx) => {
      for (const product of batch) {
        const key = parkingKeyOf(product.position);
        await rowAt(trx, context, product.locale, product.provisionalKey).set({ key }).execute();
      }
    });
  }
  for (const batch of batches(wrong)) {
    await writeFenced(context, async (trx) => {
      for (const product of batch) await correct(trx, context, product, inTheWay.has(product));
    });
  }
}

async function correct(trx: Kysely<Schema>, context: SyncContext, product: FinalProduct, isAside: boolean) {
  const { locale, key, provisionalKey, position, resolved, contentHash } = product;
  const at = isAside ? parkingKeyOf(position) : provisionalKey;
  // Both stores count characters, not UTF-16 units.
  const bodyFrom = Array.from(headOf(provisionalKey, [])).length + 1;
  const data = sql<string>`cast(${headOf(key, resolved)} as text) || substr(data, cast(${bodyFrom} as integer))`;
  const moved = key === at ? {} : { key };
  await rowAt(trx, context, locale, at)
    .set({ ...moved, content_hash: contentHash, data })
    .execute();
}

function rowAt(trx: Kysely<Schema>, { vendor, generation }: SyncContext, locale: string, key: string) {
  return trx
    .updateTable("catalog_products")
    .where("vendor", "=", vendor)
    .where("generation", "=", generation)
    .where("locale", "=", locale)
    .where("key", "=", key);
}
