import { type Catalog, currentCatalog } from "@/lib/server/catalog/current-catalog";
import { env } from "@/lib/server/env";
import { type Database, database } from "@/lib/server/store/database";

/** The names of these rows' products as the vendors wrote them in a locale; rows without one there are left out. */
export async function localizedNames(
  db: Database,
  catalog: Catalog,
  rows: readonly number[],
  locale: string,
): Promise<ReadonlyMap<number, string>> {
  const localized = new Map<number, string>();
  for (const [vendor, generation] of Object.entries(catalog.generations)) {
    const rowOf = new Map(
      rows
        .filter((row) => catalog.index.vendorOf(row) === vendor)
        .map((row) => [catalog.index.listRow(row).key, row] as const),
    );
    if (rowOf.size === 0) continue;
    const found = await db
      .selectFrom("catalog_products")
      .select(["key", "name"])
      .where("vendor", "=", vendor)
      .where("generation", "=", generation)
      .where("locale", "=", locale)
      .where("key", "in", [...rowOf.keys()])
      .execute();
    for (const { key, name } of found) {
      const row = rowOf.get(key);
      if (row !== undefined) localized.set(row, name);
    }
  }
  return localized;
}

/** Those of the desk's locales that the published catalogs have words in, the default first. */
export async function shownLocales(): Promise<string[]> {
  const [first, ...others] = env().locales;
  const shown: string[] = [first];
  if (others.length === 0) return shown;
  const [db, catalog] = [await database(), await currentCatalog()];
  for (const locale of others) if (await holdsLocale(db, catalog, locale)) shown.push(locale);
  return shown;
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
