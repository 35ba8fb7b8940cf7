import type { CatalogIndex } from "@/lib/domain/catalog/catalog-index";
import type { Product } from "@/lib/domain/catalog/product";
import type { RowFacts } from "@/lib/server/catalog/to-product-summary";

/** What the index knows of a row beside its packed list row. */
export function rowFacts(index: CatalogIndex, row: number): RowFacts {
  return {
    vendor: index.vendorOf(row),
    service: index.valuesOf(row, "service")[0] ?? null,
    provider: index.valuesOf(row, "provider")[0] ?? null,
    categories: index.valuesOf(row, "category"),
    topics: index.valuesOf(row, "topic"),
    serviceType: index.valuesOf(row, "serviceType")[0] ?? null,
    archived: index.valuesOf(row, "archived")[0] === "true",
  };
}

/** The same of a whole product. */
export function productFacts(product: Product): RowFacts {
  return {
    vendor: product.vendor,
    service: product.service,
    provider: product.provider,
    categories: [...product.categories],
    topics: [...product.topics],
    serviceType: product.serviceType,
    archived: product.archived,
  };
}
