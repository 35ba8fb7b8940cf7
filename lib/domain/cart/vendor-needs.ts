import type { Product } from "@/lib/domain/catalog/product";
import { refId } from "@/lib/domain/dependencies/house-rule-index";

type Groups = readonly (readonly string[])[];

const read = new WeakMap<Product, Groups>();

/** What the vendor says the product needs, as ids; met within the vendor only. Worked out once while it is kept. */
export function vendorNeeds(product: Product): Groups {
  const before = read.get(product);
  if (before) return before;
  const groups = product.requires.map(({ anyOf }) =>
    anyOf.filter(({ vendor }) => vendor === product.vendor).map(refId),
  );
  read.set(product, groups);
  return groups;
}

/** What the vendor calls the needed products: all there is to call those by that are not in the catalog. */
export function collectNames({ vendor: own, requires }: Product, names: Map<string, string>): void {
  for (const { anyOf } of requires) {
    for (const target of anyOf)
      if (target.vendor === own && target.name !== null) names.set(refId(target), target.name);
  }
}
