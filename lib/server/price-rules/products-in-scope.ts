import type { Product } from "@/lib/domain/catalog/product";
import type { PriceScope } from "@/lib/domain/pricing/price-rule";
import type { Catalog } from "@/lib/server/catalog/catalog";

/** The catalog's products that any of the scopes may match, chosen by the index before a product is unpacked. */
export function productsInScope(catalog: Catalog, scopes: readonly PriceScope[]): Iterable<Product> {
  const { index } = catalog;
  const rows = new Set<number>();
  for (const { product } of scopes) {
    const row = product ? index.findRow(product) : null;
    if (row !== null) rows.add(row);
  }
  const wide = scopes.filter(({ product }) => product === undefined);
  if (wide.length > 0) {
    for (let row = 0; row < index.size; row += 1) {
      if (wide.some((scope) => mayMatch(index, row, scope))) rows.add(row);
    }
  }
  return catalog.productsOf([...rows]);
}

function mayMatch(index: Catalog["index"], row: number, { vendor, service, category }: PriceScope): boolean {
  return (
    (vendor === undefined || index.vendorOf(row) === vendor) &&
    (service === undefined || index.valuesOf(row, "service").includes(service)) &&
    (category === undefined || index.valuesOf(row, "category").includes(category))
  );
}
