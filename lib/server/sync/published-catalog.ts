import type { Kysely } from "kysely";
import type { Database } from "@/lib/server/store/database";
import { type ProductsAt, readProductColumn } from "@/lib/server/store/product-columns";
import type { Schema } from "@/lib/server/store/schema";

export type PublishedCatalog = {
  readonly generation: number;
  readonly asOf: string;
  readonly products: number;
  readonly taxonomy: string;
  /** See `KnownList`. */
  readonly listPrints: string | null;
};

export async function readPublished(db: Database, vendor: string): Promise<PublishedCatalog | null> {
  const row = await db.selectFrom("vendor_catalogs").selectAll().where("vendor", "=", vendor).executeTakeFirst();
  if (!row) return null;
  const { generation, as_of: asOf, product_count: products, taxonomy, list_prints: listPrints } = row;
  return { generation, asOf, products, taxonomy, listPrints };
}

/** Key → content hash of one locale of a generation. */
export type ContentHashes = ReadonlyMap<string, string>;

const READ_ROWS = 2_000;

/** Locale → its content hashes; empty before the first catalog. */
export type PublishedHashes = ReadonlyMap<string, ContentHashes>;

export async function readContentHashes(db: Database, vendor: string, generation: number): Promise<PublishedHashes> {
  const locales = await db
    .selectFrom("catalog_products")
    .select("locale")
    .distinct()
    .where("vendor", "=", vendor)
    .where("generation", "=", generation)
    .execute();
  const hashes = new Map<string, ContentHashes>();
  for (const { locale } of locales) hashes.set(locale, await readLocaleHashes(db, { vendor, generation, locale }));
  return hashes;
}

async function readLocaleHashes(db: Database, at: ProductsAt): Promise<ContentHashes> {
  const hashes = new Map<string, string>();
  for await (const rows of readProductColumn(db, at, { column: "content_hash", batchRows: READ_ROWS })) {
    for (const { key, value } of rows) hashes.set(key, value);
  }
  return hashes;
}

/** The stored JSON of some products of one locale, by key. */
export async function readProductTexts(
  db: Kysely<Schema>,
  at: ProductsAt,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom("catalog_products")
    .select(["key", "data"])
    .where("vendor", "=", at.vendor)
    .where("generation", "=", at.generation)
    .where("locale", "=", at.locale)
    .where("key", "in", keys)
    .execute();
  return new Map(rows.map((row) => [row.key, row.data]));
}
