import { z } from "zod";
import type { CatalogFacet } from "@/lib/domain/catalog/facets";
import { facetLabel } from "@/lib/domain/catalog/facet-labels";
import { languageName } from "@/lib/domain/catalog/language-name";
import { type Catalog, currentCatalog } from "@/lib/server/catalog/current-catalog";
import { type Database, database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

export type CountedValue = { value: string; label: string; count: number; vendors: string[] };
export type CountedList = { items: CountedValue[]; total: number };

type ListName = "categories" | "topics" | "serviceTypes" | "locales";

const names = z.array(z.string()).catch([]);
const TaxonomySchema = z.object({ categories: names, topics: names, serviceTypes: names, locales: names }).nullable();

export const listCategories = (_viewer: Viewer) => listFacet("category", "categories");
export const listTopics = (_viewer: Viewer) => listFacet("topic", "topics");
export const listServiceTypes = (_viewer: Viewer) => listFacet("serviceType", "serviceTypes");

/** Every locale a vendor offers; the count is of products we hold in it. */
export async function listLocales(_viewer: Viewer): Promise<CountedList> {
  const [db, catalog] = [await database(), await currentCatalog()];
  const merged = createMerger((locale) => languageName(locale));
  for (const { vendor, values } of await readTaxonomies(db, "locales"))
    for (const value of values) merged.add(value, vendor, 0);
  for (const [vendor, generation] of Object.entries(catalog.generations)) {
    const rows = await db
      .selectFrom("catalog_products")
      .select(({ fn }) => ["locale", fn.countAll<number>().as("count")])
      .where("vendor", "=", vendor)
      .where("generation", "=", generation)
      .groupBy("locale")
      .execute();
    for (const { locale, count } of rows) merged.add(locale, vendor, count);
  }
  return merged.list();
}

/** The vendors' own lists and what the catalog holds, counted without archived products. */
async function listFacet(facet: CatalogFacet, name: ListName): Promise<CountedList> {
  const [db, catalog] = [await database(), await currentCatalog()];
  const merged = createMerger((value) => facetLabel(facet, value));
  for (const { vendor, values } of await readTaxonomies(db, name))
    for (const value of values) merged.add(value, vendor, 0);
  for (const vendor of Object.keys(catalog.asOf)) {
    for (const { value, count } of countsOf(catalog, vendor, facet)) if (count > 0) merged.add(value, vendor, count);
  }
  return merged.list();
}

function countsOf(catalog: Catalog, vendor: string, facet: CatalogFacet) {
  const query = { filters: { vendor: [vendor] }, page: 1, pageSize: 1, counted: [facet] };
  return catalog.index.query(query).facets[facet] ?? [];
}

async function readTaxonomies(db: Database, name: ListName) {
  const rows = await db.selectFrom("vendor_catalogs").select(["vendor", "taxonomy"]).orderBy("vendor").execute();
  return rows.map(({ vendor, taxonomy }) => ({
    vendor,
    values: TaxonomySchema.parse(taxonomy === "" ? null : JSON.parse(taxonomy))?.[name] ?? [],
  }));
}

function createMerger(labelOf: (value: string) => string) {
  const items = new Map<string, CountedValue>();
  return {
    add(value: string, vendor: string, count: number): void {
      const item = items.get(value) ?? { value, label: labelOf(value), count: 0, vendors: [] };
      item.count += count;
      if (!item.vendors.includes(vendor)) item.vendors.push(vendor);
      items.set(value, item);
    },
    list(): CountedList {
      const sorted = [...items.values()].sort((a, b) => a.label.localeCompare(b.label, "en"));
      return { items: sorted, total: sorted.length };
    },
  };
}
