import type { Product } from "@/lib/domain/catalog/product";
import { asHouseReads } from "@/lib/domain/catalog/house-reading";
import { readStoredProduct } from "@/lib/server/catalog/catalog-data";
import type { Catalog } from "@/lib/server/catalog/current-catalog";
import type { Database } from "@/lib/server/store/database";

/** The products of these rows as the vendors wrote them in a locale; rows without one there are left out. */
export async function localizeRows(
  db: Database,
  catalog: Catalog,
  rows: readonly number[],
  locale: string,
): Promise<ReadonlyMap<number, Product>> {
  const localized = new Map<number, Product>();
  for (const [vendor, generation] of Object.entries(catalog.generations)) {
    const rowOf = new Map(
      rows
        .filter((row) => catalog.index.vendorOf(row) === vendor)
        .map((row) => [catalog.index.listRow(row).key, row] as const),
    );
    if (rowOf.size === 0) continue;
    const found = await db
      .selectFrom("catalog_products")
      .select(["key", "data"])
      .where("vendor", "=", vendor)
      .where("generation", "=", generation)
      .where("locale", "=", locale)
      .where("key", "in", [...rowOf.keys()])
      .execute();
    for (const { key, data } of found) {
      const row = rowOf.get(key);
      if (row !== undefined) localized.set(row, asHouseReads(readStoredProduct(data), catalog.reading));
    }
  }
  return localized;
}

/** Does any vendor's published catalog hold this locale? */
export async function holdsLocale(db: Database, catalog: Catalog, locale: string): Promise<boolean> {
  for (const [vendor, generation] of Object.entries(catalog.generations)) {
    const row = await db
      .selectFrom("catalog_products")
      .select("key")
      .where("vendor", "=", vendor)
      .where("generation", "=", generation)
      .where("locale", "=", locale)
      .limit(1)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}
