import { type AnyOfServices, applyAnyOf } from "@/lib/domain/catalog/any-of";
import type { Product } from "@/lib/domain/catalog/product";
import { defaultTaxonomy } from "@/lib/domain/catalog/default-taxonomy";
import { applyTaxonomy, type TaxonomyTable } from "@/lib/domain/catalog/taxonomy";

/** What the house adds to the vendors' words. Products are stored as the vendors give them and read like this. */
export type HouseReading = { readonly taxonomy: TaxonomyTable; readonly anyOf: AnyOfServices };

export const defaultReading: HouseReading = { taxonomy: defaultTaxonomy, anyOf: new Set() };

export function asHouseReads(product: Product, { taxonomy, anyOf }: HouseReading): Product {
  return applyAnyOf(applyTaxonomy(product, taxonomy), anyOf);
}
