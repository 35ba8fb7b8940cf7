import type { VendorProduct } from "@/lib/domain/catalog/product";

/** Where the products of a vendor's service belong, for vendors that give no categories of their own. */
export type TaxonomyRow = {
  readonly categories: readonly string[];
  readonly topics: readonly string[];
  readonly serviceType: string | null;
};

/** By service name, upper case. A row for `O365` serves `O365_APS2` too unless that has its own. */
export type TaxonomyTable = ReadonlyMap<string, TaxonomyRow>;

/** Fills only what the vendor left empty. A service that is not in the table gets nothing. */
export function applyTaxonomy<P extends Pick<VendorProduct, "service" | "categories" | "topics" | "serviceType">>(
  product: P,
  table: TaxonomyTable,
): P {
  const row = product.service === null ? null : taxonomyRowOf(product.service, table)?.row;
  if (!row) return product;
  return {
    ...product,
    categories: product.categories.length > 0 ? product.categories : row.categories,
    topics: product.topics.length > 0 ? product.topics : row.topics,
    serviceType: product.serviceType ?? row.serviceType,
  };
}

/** The row that serves a service, and the name it stands under. */
export function taxonomyRowOf(service: string, table: TaxonomyTable): { name: string; row: TaxonomyRow } | null {
  for (let name = service.toUpperCase(); name !== ""; name = name.slice(0, Math.max(0, name.lastIndexOf("_")))) {
    const row = table.get(name);
    if (row) return { name, row };
  }
  return null;
}
