import type { StoredTexts } from "@/lib/server/catalog/catalog-data";
import type { Database } from "@/lib/server/store/database";
import { readProductColumn } from "@/lib/server/store/product-columns";

export type PublishedVendor = {
  readonly vendor: string;
  readonly generation: number;
  readonly asOf: string;
  readonly products: number;
  /** The sync that wrote this generation, where it is on record. */
  readonly madeBy: string | null;
};

/** Locales in order of preference. */
export type ProductsWanted = { readonly vendor: PublishedVendor; readonly locales: readonly string[] };

const BATCH_ROWS = 250;

/**
 * The stored products of a vendor, batch by batch. One missing in the first locale is taken from the next that has it;
 * each comes with what the locales after that say of it.
 */
export async function* productTexts(
  db: Database,
  { vendor, locales }: ProductsWanted,
): AsyncGenerator<readonly StoredTexts[]> {
  const seen = new Set<string>();
  for (const [i, locale] of locales.entries()) {
    for await (const rows of readProductColumn(db, { ...vendor, locale }, { column: "data", batchRows: BATCH_ROWS })) {
      const fresh = i === 0 ? rows : rows.filter(({ key }) => !seen.has(key));
      if (locales.length > 1) for (const { key } of fresh) seen.add(key);
      yield await withOthers(db, vendor, { fresh, locales: locales.slice(i + 1) });
    }
  }
}

type Wanted = {
  readonly fresh: readonly { readonly key: string; readonly value: string }[];
  readonly locales: readonly string[];
};

/** Each product's text, followed by those it has in these locales. */
async function withOthers(
  db: Database,
  { vendor, generation }: PublishedVendor,
  { fresh, locales }: Wanted,
): Promise<readonly StoredTexts[]> {
  const texts = new Map(fresh.map(({ key, value }): [string, [string, ...string[]]] => [key, [value]]));
  if (texts.size > 0 && locales.length > 0) {
    const rows = await db
      .selectFrom("catalog_products")
      .select(["key", "data"])
      .where("vendor", "=", vendor)
      .where("generation", "=", generation)
      .where("locale", "in", locales)
      .where("key", "in", [...texts.keys()])
      .execute();
    for (const { key, data } of rows) texts.get(key)?.push(data);
  }
  return [...texts.values()];
}
