import { type CatalogIndex, openCatalogIndex } from "@/lib/domain/catalog/catalog-index";
import type { AmountsOf } from "@/lib/domain/catalog/plan-amounts";
import type { Product, ProductRef } from "@/lib/domain/catalog/product";
import { applyTaxonomy, defaultTaxonomy, type TaxonomyTable } from "@/lib/domain/catalog/taxonomy";
import type { Synonyms } from "@/lib/domain/catalog/text/synonyms";
import { createBoundedCache } from "@/lib/server/catalog/bounded-cache";
import { type CatalogData, readStoredProduct } from "@/lib/server/catalog/catalog-data";
import { readEachFromBlocks, readFromBlocks } from "@/lib/server/catalog/product-blocks";

export type CatalogMeta = {
  /** Changes with every published generation and whenever the price rules may give other prices. */
  readonly version: string;
  /** What the rows were priced with. */
  readonly amountsOf: AmountsOf;
  /** Where services without categories of their own belong; the one the index was built with. */
  readonly taxonomy?: TaxonomyTable;
  readonly synonyms?: Synonyms;
  /** Vendor → when its catalog was read from the vendor. */
  readonly asOf: Readonly<Record<string, string>>;
  readonly generations: Readonly<Record<string, number>>;
};

/** The published catalog of all vendors in memory. */
export type Catalog = CatalogMeta & {
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

export function openCatalog(data: CatalogData, meta: CatalogMeta): Catalog {
  const { taxonomy = defaultTaxonomy, synonyms } = meta;
  const index = openCatalogIndex(data.index, synonyms);
  const kept = createBoundedCache<number, Product>(PRODUCTS_KEPT);
  const productAt = (row: number) =>
    kept.get(row, () => {
      const json = readFromBlocks(data.blocks, index.addedAt(row));
      return applyTaxonomy(readStoredProduct(json), taxonomy);
    });
  return {
    ...meta,
    index,
    find(ref) {
      const row = index.findRow(ref);
      return row === null ? null : productAt(row);
    },
    findByPartNumber: (partNumber) => index.rowsOfNumber(partNumber).map(productAt),
    *productsOf(rows) {
      const added = rows.map((row) => index.addedAt(row)).sort((a, b) => a - b);
      for (const json of readEachFromBlocks(data.blocks, added)) {
        yield applyTaxonomy(readStoredProduct(json), taxonomy);
      }
    },
    requiredBy(ref) {
      const row = index.findRow(ref);
      if (row === null) return [];
      return index.dependentsOf(row).map((other) => ({ vendor: index.vendorOf(other), key: index.listRow(other).key }));
    },
  };
}
