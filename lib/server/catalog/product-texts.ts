import type { Database } from "@/lib/server/store/database";

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
    for await (const rows of readRows(db, vendor, locale)) {
      const fresh = i === 0 ? rows : rows.filter(({ key }) => !seen.has(key));
      if (locales.length > 1) for (const { key } of fresh) seen.add(key);
      yield fresh.map(({ data }) => data);
    }
  }
}

async function* readRows(db: Database, { vendor, generation }: PublishedVendor, locale: string) {
  for (let after = ""; ;) {
    const rows = await db
      .selectFrom("catalog_products")
      .select(["key", "data"])
      .where("vendor", "=", vendor)
      .where("generation", "=", generation)
      .where("locale", "=", locale)
      .where("key", ">", after)
      .orderBy("key")
      .limit(BATCH_ROWS)
      .execute();
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH_ROWS) return;
    after = last.key;
    await nextTurn();
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
