import type { Product, ProductRef } from "@/lib/domain/catalog/product";
import type { HouseRule } from "@/lib/domain/dependencies/house-rule";

/** House rules by what they are about. */
export type HouseRuleIndex = ReadonlyMap<string, readonly HouseRule[]>;

/** One text for one product, for sets and maps. */
export function refId({ vendor, key }: ProductRef): string {
  return `${vendor}/${key}`;
}

/** Vendor ids are segments of addresses and hold no slash; keys may. */
export function refOfId(id: string): ProductRef {
  const slash = id.indexOf("/");
  return { vendor: id.slice(0, slash), key: id.slice(slash + 1) };
}

export function indexHouseRules(rules: readonly HouseRule[]): HouseRuleIndex {
  return Map.groupBy(rules, ({ subject }) => {
    if (subject.kind === "product") return `product ${refId(subject.product)}`;
    return subject.kind === "service" ? `service ${subject.vendor}/${subject.service}` : `vendor ${subject.vendor}`;
  });
}

/** The rules about a product: its own, then its service's, then its vendor's. */
export function houseRulesFor(
  index: HouseRuleIndex,
  product: Pick<Product, "vendor" | "key" | "service">,
): readonly HouseRule[] {
  if (index.size === 0) return none;
  const own = index.get(`product ${refId(product)}`) ?? none;
  const byService =
    product.service === null ? none : (index.get(`service ${product.vendor}/${product.service}`) ?? none);
  const byVendor = index.get(`vendor ${product.vendor}`) ?? none;
  return byService.length + byVendor.length === 0 ? own : [...own, ...byService, ...byVendor];
}

const none: readonly HouseRule[] = [];
