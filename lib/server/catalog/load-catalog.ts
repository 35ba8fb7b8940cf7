import { defaultReading, type HouseReading } from "@/lib/domain/catalog/house-reading";
import { ruledAmounts } from "@/lib/domain/catalog/ruled-amounts";
import type { PriceRuleSet } from "@/lib/domain/pricing/price-line";
import { defaultSynonyms } from "@/lib/domain/catalog/text/synonyms";
import { defaultMarginBands } from "@/lib/domain/pricing/margin-bands";
import { noPriceRules } from "@/lib/domain/pricing/rule-set";
import { type Catalog, type CatalogLook, type CatalogMeta, openCatalog } from "@/lib/server/catalog/catalog";
import type { CatalogData } from "@/lib/server/catalog/catalog-data";
import { type IndexBasis, indexInThread } from "@/lib/server/catalog/index-in-thread";
import { type Indexing, indexInTurns } from "@/lib/server/catalog/index-in-turns";
import { readSnapshot, type SnapshotPlace, snapshotPlace } from "@/lib/server/catalog/index-snapshot";
import { productTexts, type PublishedVendor } from "@/lib/server/catalog/product-texts";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { type Database, databaseConfig } from "@/lib/server/store/database";

const TRIES = 5;
const LARGE_FROM_PRODUCTS = 3_000;

/** Which catalogs are published at the moment. */
export async function readPublished(db: Database): Promise<PublishedVendor[]> {
  const rows = await db
    .selectFrom("vendor_catalogs as catalog")
    .leftJoin("syncs", (join) =>
      join.onRef("syncs.vendor", "=", "catalog.vendor").onRef("syncs.fence", "=", "catalog.generation"),
    )
    .select(["catalog.vendor", "catalog.generation", "catalog.as_of", "catalog.product_count", "syncs.id as sync_id"])
    .orderBy("catalog.vendor")
    .execute();
  return rows.map((row) => ({
    vendor: row.vendor,
    generation: row.generation,
    asOf: row.as_of,
    products: row.product_count,
    madeBy: row.sync_id,
  }));
}

/** What the rows are made with; `state` changes exactly when they may. */
export type CatalogBasis = {
  readonly rules: PriceRuleSet;
  readonly day: string;
  readonly reading: HouseReading;
  readonly state: string;
};

const plainBasis: CatalogBasis = { rules: noPriceRules, day: "", reading: defaultReading, state: "" };
export const plainLook: CatalogLook = { synonyms: defaultSynonyms, marginBands: defaultMarginBands, state: "" };

export function versionOf(published: readonly PublishedVendor[], basis = plainBasis): string {
  const generations = published.map(({ vendor, generation }) => `${vendor}.${generation}`);
  return generations.length === 0 ? "" : [...generations, basis.state].filter(Boolean).join(", ");
}

export function asOfOf(published: readonly PublishedVendor[]): Readonly<Record<string, string>> {
  return Object.fromEntries(published.map(({ vendor, asOf }) => [vendor, asOf]));
}

/** Reads and indexes what is published, in steps that leave room for requests. Locales in order of preference. */
export async function loadCatalog(
  db: Database,
  locales: readonly string[],
  basis = plainBasis,
  look = plainLook,
): Promise<Catalog> {
  for (let attempt = 1; ; attempt += 1) {
    const published = await readPublished(db);
    const data = await readAll(db, published, locales, basis);
    // A generation replaced meanwhile may have lost rows under our eyes: then we read the new one.
    if (versionOf(await readPublished(db)) === versionOf(published)) {
      return openCatalog(data, metaOf(published, basis), look);
    }
    if (attempt === TRIES) throw new Error("The catalog changed faster than it could be read.");
  }
}

function metaOf(published: readonly PublishedVendor[], basis: CatalogBasis): CatalogMeta {
  return {
    rowsVersion: versionOf(published, basis),
    amountsOf: ruledAmounts(basis.rules, basis.day),
    reading: basis.reading,
    asOf: asOfOf(published),
    generations: Object.fromEntries(published.map(({ vendor, generation }) => [vendor, generation])),
  };
}

async function readAll(
  db: Database,
  published: readonly PublishedVendor[],
  locales: readonly string[],
  basis: CatalogBasis,
): Promise<CatalogData> {
  const place = isLarge(published) ? snapshotPlace(env().dataDir, identityOf(published, locales, basis)) : null;
  const kept = place && (await readKept(place));
  if (kept) return kept;
  const indexing = await startIndexing(published, basis);
  try {
    for (const vendor of published) {
      if (indexing.read) await indexing.read({ vendor, locales });
      else for await (const products of productTexts(db, { vendor, locales })) await indexing.add(products);
    }
    return await indexing.finish(place);
  } finally {
    await indexing.close();
  }
}

function isLarge(published: readonly PublishedVendor[]): boolean {
  return published.reduce((sum, vendor) => sum + vendor.products, 0) >= LARGE_FROM_PRODUCTS;
}

/** Tells apart catalogs of equal generation too, such as those of two databases; not by their time, which moves on while they stay the same. */
function identityOf(published: readonly PublishedVendor[], locales: readonly string[], basis: CatalogBasis): string {
  return JSON.stringify([versionOf(published, basis), published.map(({ madeBy, asOf }) => madeBy ?? asOf), locales]);
}

async function readKept(place: SnapshotPlace): Promise<CatalogData | null> {
  try {
    return await readSnapshot(place);
  } catch (error) {
    log.warn({ err: error }, "the kept catalog index cannot be read; it is built again");
    return null;
  }
}

/** A thread costs more than it saves while the catalog is small. */
async function startIndexing(published: readonly PublishedVendor[], basis: CatalogBasis): Promise<Indexing> {
  const { rules, day, reading } = basis;
  const inTurns = () => indexInTurns({ amountsOf: ruledAmounts(rules, day), reading });
  if (!isLarge(published)) return inTurns();
  const workerData: IndexBasis = { rules: rules.rules, day, reading, store: databaseConfig() };
  return indexInThread({ workerData }).catch((error: unknown) => {
    log.warn({ err: error }, "no thread for the catalog index; it is built between requests");
    return inTurns();
  });
}
