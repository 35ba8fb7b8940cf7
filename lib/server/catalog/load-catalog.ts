import { type Catalog, type CatalogMeta, openCatalog } from "@/lib/server/catalog/catalog";
import { type CatalogData, createCatalogDataBuilder } from "@/lib/server/catalog/catalog-data";
import type { Database } from "@/lib/server/store/database";

export type PublishedVendor = { readonly vendor: string; readonly generation: number; readonly asOf: string };

const BATCH_ROWS = 250;
const TURN_MS = 8;
const TRIES = 5;

/** Which catalogs are published at the moment. */
export async function readPublished(db: Database): Promise<PublishedVendor[]> {
  const rows = await db
    .selectFrom("vendor_catalogs")
    .select(["vendor", "generation", "as_of"])
    .orderBy("vendor")
    .execute();
  return rows.map((row) => ({ vendor: row.vendor, generation: row.generation, asOf: row.as_of }));
}

export function versionOf(published: readonly PublishedVendor[]): string {
  return published.map(({ vendor, generation }) => `${vendor}.${generation}`).join("+");
}

export function asOfOf(published: readonly PublishedVendor[]): Readonly<Record<string, string>> {
  return Object.fromEntries(published.map(({ vendor, asOf }) => [vendor, asOf]));
}

/** Reads and indexes what is published, in steps that leave room for requests. Locales in order of preference. */
export async function loadCatalog(db: Database, locales: readonly string[]): Promise<Catalog> {
  for (let attempt = 1; ; attempt += 1) {
    const published = await readPublished(db);
    const data = await readAll(db, published, locales);
    // A generation replaced meanwhile may have lost rows under our eyes: then we read the new one.
    if (versionOf(await readPublished(db)) === versionOf(published)) return openCatalog(data, metaOf(published));
    if (attempt === TRIES) throw new Error("The catalog changed faster than it could be read.");
  }
}

function metaOf(published: readonly PublishedVendor[]): CatalogMeta {
  return {
    version: versionOf(published),
    asOf: asOfOf(published),
    generations: Object.fromEntries(published.map(({ vendor, generation }) => [vendor, generation])),
  };
}

async function readAll(
  db: Database,
  published: readonly PublishedVendor[],
  locales: readonly string[],
): Promise<CatalogData> {
  const builder = createCatalogDataBuilder();
  for (const vendor of published) {
    // A product missing in the first locale is shown in the next one that has it.
    const seen = locales.length > 1 ? new Set<string>() : null;
    for (const locale of locales) {
      for await (const rows of readRows(db, vendor, locale)) {
        for (const { key, data } of rows) {
          if (seen?.has(key)) continue;
          seen?.add(key);
          builder.add(data);
        }
      }
    }
  }
  return finishInTurns(builder.finish());
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

async function finishInTurns(steps: Generator<void, CatalogData>): Promise<CatalogData> {
  for (let turnEnds = performance.now() + TURN_MS; ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < turnEnds) continue;
    await nextTurn();
    turnEnds = performance.now() + TURN_MS;
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
