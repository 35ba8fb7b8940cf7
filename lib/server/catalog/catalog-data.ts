import { applyAnyOf } from "@/lib/domain/catalog/any-of";
import { type CatalogIndexData, createCatalogIndexBuilder } from "@/lib/domain/catalog/catalog-index";
import { defaultReading, type HouseReading } from "@/lib/domain/catalog/house-reading";
import type { AmountsOf } from "@/lib/domain/catalog/plan-amounts";
import { createServiceFactsBuilder, type ServiceFacts } from "@/lib/domain/catalog/service-facts";
import { createProductBlocksBuilder, type ProductBlocks } from "@/lib/server/catalog/product-blocks";
import { readStoredProduct } from "@/lib/server/store/stored-product";

/** A whole catalog without a single object per product; moves between threads without a copy. */
export type CatalogData = {
  readonly index: CatalogIndexData;
  readonly blocks: ProductBlocks;
  readonly services: readonly ServiceFacts[];
};

/** What products are made into rows with. */
export type RowMaking = { readonly amountsOf?: AmountsOf; readonly reading?: HouseReading };

/** A product as it is stored, and the same in further languages. */
export type StoredTexts = readonly [json: string, ...inOtherLanguages: string[]];

export type CatalogDataBuilder = {
  add(texts: StoredTexts): void;
  finish(): Generator<void, CatalogData>;
};

export function createCatalogDataBuilder({ amountsOf, reading = defaultReading }: RowMaking = {}): CatalogDataBuilder {
  const { taxonomy, anyOf } = reading;
  const index = createCatalogIndexBuilder(amountsOf ? { amountsOf, taxonomy } : { taxonomy });
  const [blocks, services] = [createProductBlocksBuilder(), createServiceFactsBuilder()];
  return {
    add([json, ...others]) {
      const product = readStoredProduct(json);
      services.add(product);
      index.add(applyAnyOf(product, anyOf), others.map(readStoredProduct));
      blocks.add(json);
    },
    *finish() {
      return { index: yield* index.finish(), blocks: blocks.finish(), services: services.finish() };
    },
  };
}
