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

/** The stored products of a vendor, batch by batch. One missing in the first locale is taken from the next that has it. */
export async function* productTexts(
  db: Database,
  { vendor, locales }: ProductsWanted,
): AsyncGenerator<readonly string[]> {
  const seen = new Set<string>();
  for (const [i, locale] of locales.entries()) {
    for await (const rows of readProductColumn(db, { ...vendor, locale }, { column: "data", batchRows: BATCH_ROWS })) {
      const fresh = i === 0 ? rows : rows.filter(({ key }) => !seen.has(key));
      if (locales.length > 1) for (const { key } of fresh) seen.add(key);
      yield fresh.map(({ value }) => value);
    }
  }
}
