import { type CatalogIndex, openCatalogIndex } from "@/lib/domain/catalog/catalog-index";
import type { AmountsOf } from "@/lib/domain/catalog/plan-amounts";
import type { Product, ProductRef } from "@/lib/domain/catalog/product";
import { asHouseReads, type HouseReading } from "@/lib/domain/catalog/house-reading";
import type { ServiceFacts } from "@/lib/domain/catalog/service-facts";
import type { Synonyms } from "@/lib/domain/catalog/text/synonyms";
import type { MarginBands } from "@/lib/domain/pricing/margin-bands";
import { createBoundedCache } from "@/lib/server/catalog/bounded-cache";
import type { CatalogData } from "@/lib/server/catalog/catalog-data";
import { readStoredProduct } from "@/lib/server/store/stored-product";
import { readEachFromBlocks, readFromBlocks } from "@/lib/server/catalog/product-blocks";

export type CatalogMeta = {
  /** Changes with every published generation and whenever price rules or settings may give other rows. */
  readonly rowsVersion: string;
  /** What the rows were priced with. */
  readonly amountsOf: AmountsOf;
  /** What the house added to the vendors' words; the rows were built with it. */
  readonly reading: HouseReading;
  /** Vendor → when its catalog was read from the vendor. */
  readonly asOf: Readonly<Record<string, string>>;
  readonly generations: Readonly<Record<string, number>>;
};

/** How a catalog is asked and judged; it may change without the rows being built again. */
export type CatalogLook = {
  readonly synonyms: Synonyms;
  readonly marginBands: MarginBands;
  /** Changes whenever one of them does; empty while nobody changed any. */
  readonly state: string;
};

/** The published catalog of all vendors in memory. */
export type Catalog = CatalogMeta & {
  /** Changes whenever an answer may. */
  readonly version: string;
  readonly look: CatalogLook;
  /** Every service of the vendors with what it leaves for the house to say. */
  readonly services: readonly ServiceFacts[];
  /** The same rows, asked and judged differently. */
  withLook(look: CatalogLook): Catalog;
  readonly index: CatalogIndex;
  /** By key; also answers to the vendor's id and to a part number only one of its products has. */
  find(ref: ProductRef): Product | null;
  /** Every product that answers to a part number, whatever its dashes and case. */
  findByPartNumber(partNumber: string): readonly Product[];
  /** The products of these rows, in an order that reads each stored block once; none of them is kept. */
  productsOf(rows: readonly number[]): Generator<Product>;
  /** The products that require this one, by name. */
  requiredBy(ref: ProductRef): readonly ProductRef[];
};

const PRODUCTS_KEPT = 1_000;

export function openCatalog(data: CatalogData, meta: CatalogMeta, look: CatalogLook): Catalog {
  const index = openCatalogIndex(data.index, look.synonyms);
  const read = (json: string) => asHouseReads(readStoredProduct(json), meta.reading);
  const kept = createBoundedCache<number, Product>(PRODUCTS_KEPT);
  const productAt = (row: number) => kept.get(row, () => read(readFromBlocks(data.blocks, index.addedAt(row))));
  return {
    ...meta,
    version: [meta.rowsVersion, meta.rowsVersion && look.state].filter(Boolean).join(", "),
    look,
    services: data.services,
    withLook: (other) => openCatalog(data, meta, other),
    index,
    find(ref) {
      const row = index.findRow(ref);
      return row === null ? null : productAt(row);
    },
    findByPartNumber: (partNumber) => index.rowsOfNumber(partNumber).map(productAt),
    *productsOf(rows) {
      const added = rows.map((row) => index.addedAt(row)).sort((a, b) => a - b);
      for (const json of readEachFromBlocks(data.blocks, added)) yield read(json);
    },
    requiredBy(ref) {
      const row = index.findRow(ref);
      if (row === null) return [];
      return index.dependentsOf(row).map((other) => ({ vendor: index.vendorOf(other), key: index.listRow(other).key }));
    },
  };
}
