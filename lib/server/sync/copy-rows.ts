import { sql } from "kysely";
import type { CarriedProduct } from "@/lib/server/sync/carry-unreadable";
import type { PublishedCatalog } from "@/lib/server/sync/published-catalog";
import type { StagedProduct } from "@/lib/server/sync/staged-product";
import { batches, type SyncContext, writeFenced } from "@/lib/server/sync/sync-context";

/** Brings over the rows that the crawl found unchanged, under the keys it found them by. */
export async function copyUnchanged(
  context: SyncContext,
  products: readonly StagedProduct[],
  published: PublishedCatalog,
): Promise<void> {
  const unchanged = products.filter(({ isPublished }) => isPublished);
  for (const [locale, same] of Map.groupBy(unchanged, (product) => product.locale)) {
    const keys = same.map(({ provisionalKey }) => provisionalKey);
    for (const batch of batches(keys)) await copyRows(context, published, { locales: [locale], keys: batch });
  }
}

/** Brings over the last good rows of products that could not be read this time. */
export async function copyCarried(
  context: SyncContext,
  carried: readonly CarriedProduct[],
  published: PublishedCatalog,
): Promise<void> {
  const keys = carried.map(({ key }) => key);
  for (const batch of batches(keys)) await copyRows(context, published, { locales: context.locales, keys: batch });
}

type Rows = { readonly locales: readonly string[]; readonly keys: readonly string[] };

async function copyRows(context: SyncContext, published: PublishedCatalog, { locales, keys }: Rows): Promise<void> {
  const { vendor, generation } = context;
  await writeFenced(context, (trx) =>
    trx
      .insertInto("catalog_products")
      .columns(["vendor", "generation", "locale", "key", "name", "content_hash", "data"])
      .expression((from) =>
        from
          .selectFrom("catalog_products")
          .select(["vendor", sql<number>`cast(${generation} as integer)`.as("generation"), "locale", "key"])
          .select(["name", "content_hash", "data"])
          .where("vendor", "=", vendor)
          .where("generation", "=", published.generation)
          .where("locale", "in", locales)
          .where("key", "in", keys),
      )
      .execute(),
  );
}
