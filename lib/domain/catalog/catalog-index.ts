import type { StoredFacet } from "@/lib/domain/catalog/facets";
import { createCatalogIndexBuilder, type IndexOptions } from "@/lib/domain/catalog/index/build-index";
import { facetValuesOfRow } from "@/lib/domain/catalog/index/facet-column";
import { addressText, type CatalogIndexData } from "@/lib/domain/catalog/index/index-data";
import { unpackRow } from "@/lib/domain/catalog/index/pack-row";
import { createIndexQuerier, type IndexQuerier } from "@/lib/domain/catalog/index/query-index";
import { indexOfText } from "@/lib/domain/catalog/index/string-table";
import type { ListRow } from "@/lib/domain/catalog/list-row";
import type { Product, ProductRef, VendorId } from "@/lib/domain/catalog/product";
import { compactNumber } from "@/lib/domain/catalog/text/fold-text";
import { rowsOfText } from "@/lib/domain/catalog/text/match-text";
import type { Synonyms } from "@/lib/domain/catalog/text/synonyms";

export type { CatalogAnswer, CatalogQuery, FacetCount } from "@/lib/domain/catalog/index/query-index";
export type { CatalogIndexData } from "@/lib/domain/catalog/index/index-data";
export { createCatalogIndexBuilder, type IndexOptions } from "@/lib/domain/catalog/index/build-index";

/** A catalog that answers queries; rows are numbers in order of name. */
export type CatalogIndex = {
  readonly size: number;
  readonly query: IndexQuerier;
  listRow(row: number): ListRow;
  /** The row's values in the product's own order. */
  valuesOf(row: number, facet: StoredFacet): string[];
  vendorOf(row: number): VendorId;
  /** Every value of a facet with the number of its products, most frequent first. */
  allValues(facet: StoredFacet): readonly { readonly value: string; readonly count: number }[];
  /** The row at exactly this key, else the vendor's only product with this id or part number. */
  findRow(ref: ProductRef): number | null;
  /** Rows of the products that require this one, by name. */
  dependentsOf(row: number): number[];
  /** The row's place among the products as they were added to the builder. */
  addedAt(row: number): number;
  /** Rows whose part number or id is this one, whatever its dashes and case. */
  rowsOfNumber(number: string): number[];
};

/** Builds in one go; `createCatalogIndexBuilder` is the way to do it in steps or in another thread. */
export function buildCatalogIndex(
  products: Iterable<Product>,
  { synonyms, ...options }: IndexOptions & { readonly synonyms?: Synonyms } = {},
): CatalogIndex {
  const builder = createCatalogIndexBuilder(options);
  for (const product of products) builder.add(product);
  const steps = builder.finish();
  let step = steps.next();
  while (!step.done) step = steps.next();
  return openCatalogIndex(step.value, synonyms);
}

/** Synonyms are read at query time: others need another `openCatalogIndex`, not another build. */
export function openCatalogIndex(data: CatalogIndexData, synonyms?: Synonyms): CatalogIndex {
  const decoder = new TextDecoder();
  const { facets, packed, addresses, text } = data;
  const vendorOf = (row: number) => facetValuesOfRow(facets.vendor, row)[0] ?? "";
  const rowsOfNumber = (number: string) => {
    const compact = compactNumber(number);
    if (compact === "") return [];
    return [...new Set([...rowsOfText(text.partNumbers, compact), ...rowsOfText(text.ids, compact)])];
  };
  return {
    size: data.size,
    query: createIndexQuerier(data, synonyms),
    listRow: (row) => unpackRow(decoder.decode(packed.bytes.subarray(packed.starts[row] ?? 0, packed.ends[row] ?? 0))),
    valuesOf: (row, facet) => facetValuesOfRow(facets[facet], row),
    vendorOf,
    allValues: (facet) => countAll(data, facet),
    findRow({ vendor, key }) {
      const at = indexOfText(addresses.table, addressText(vendor, key));
      if (at >= 0) return addresses.rows[at] ?? null;
      const ofVendor = (number: string) => rowsOfNumber(number).filter((row) => vendorOf(row) === vendor);
      return only(ofVendor(key)) ?? only(ofVendor(numberOfKey(key)).filter((row) => hasPeriods(data, row, key)));
    },
    rowsOfNumber,
    dependentsOf: (row) =>
      Array.from(data.dependents.rows.subarray(data.dependents.starts[row] ?? 0, data.dependents.starts[row + 1] ?? 0)),
    addedAt: (row) => data.added[row] ?? -1,
  };
}

function only(rows: readonly number[]): number | null {
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

/** A key that carried periods still leads to its product after the other variants are gone. */
function hasPeriods({ facets }: CatalogIndexData, row: number, key: string): boolean {
  const [, commitment, billing] = key.split("~");
  const has = (facet: "commitment" | "billing", value: string | undefined) =>
    value !== undefined && (facetValuesOfRow(facets[facet], row)[0] ?? "once") === value;
  return has("commitment", commitment) && has("billing", billing);
}

function numberOfKey(key: string): string {
  return key.split("~")[0] ?? "";
}

function countAll({ facets }: CatalogIndexData, facet: StoredFacet) {
  const { values, totals } = facets[facet];
  return values.map((value, code) => ({ value, count: totals[code] ?? 0 }));
}
