import type { CatalogIndexData } from "@/lib/domain/catalog/catalog-index";
import { createCatalogIndexBuilder } from "@/lib/domain/catalog/catalog-index";
import type { AmountsOf } from "@/lib/domain/catalog/plan-amounts";
import type { Product } from "@/lib/domain/catalog/product";
import { createProductBlocksBuilder, type ProductBlocks } from "@/lib/server/catalog/product-blocks";

/** A whole catalog without a single object per product; moves between threads without a copy. */
export type CatalogData = { readonly index: CatalogIndexData; readonly blocks: ProductBlocks };

export type CatalogDataBuilder = {
  add(json: string): void;
  finish(): Generator<void, CatalogData>;
};

export function createCatalogDataBuilder(amountsOf?: AmountsOf): CatalogDataBuilder {
  const index = createCatalogIndexBuilder(amountsOf ? { amountsOf } : {});
  const blocks = createProductBlocksBuilder();
  return {
    add(json) {
      index.add(readStoredProduct(json));
      blocks.add(json);
    },
    *finish() {
      return { index: yield* index.finish(), blocks: blocks.finish() };
    },
  };
}

/** Our own rows were written from checked products and are trusted. */
export function readStoredProduct(json: string): Product {
  return JSON.parse(json) as Product;
}
