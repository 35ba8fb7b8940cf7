import type { Product, ProductRef } from "@/lib/domain/catalog/product";
import type { HouseRule } from "@/lib/domain/dependencies/house-rule";

/** House rules by what they are about. */
export type HouseRuleIndex = {
  readonly byProduct: ReadonlyMap<string, readonly HouseRule[]>;
  readonly byService: ReadonlyMap<string, readonly HouseRule[]>;
  readonly byVendor: ReadonlyMap<string, readonly HouseRule[]>;
};

/** One text for one product, for sets and maps. */
export function refId({ vendor, key }: ProductRef): string {
  return `${vendor}/${key}`;
}

/** Vendor ids are segments of addresses and hold no slash; keys may. */
export function refOfId(id: string): ProductRef {
  const slash = id.indexOf("/");
  return { vendor: id.slice(0, slash), key: id.slice(slash + 1) };
}

const noHouseRules: HouseRuleIndex = { byProduct: new Map(), byService: new Map(), byVendor: new Map() };
const indexes = new WeakMap<readonly HouseRule[], HouseRuleIndex>();

/** The index of one list is made once; carts are judged under the same rules again and again. */
export function indexHouseRules(rules: readonly HouseRule[]): HouseRuleIndex {
  if (rules.length === 0) return noHouseRules;
  const made = indexes.get(rules);
  if (made) return made;
  const byProduct = new Map<string, HouseRule[]>();
  const byService = new Map<string, HouseRule[]>();
  const byVendor = new Map<string, HouseRule[]>();
  for (const rule of rules) {
    const { subject } = rule;
    if (subject.kind === "product") put(byProduct, refId(subject.product), rule);
    else if (subject.kind === "service") put(byService, `${subject.vendor}/${subject.service}`, rule);
    else put(byVendor, subject.vendor, rule);
  }
  const index = { byProduct, byService, byVendor };
  indexes.set(rules, index);
  return index;
}

/** The rules about a product: its own, then its service's, then its vendor's. */
export function houseRulesFor(
  index: HouseRuleIndex,
  product: Pick<Product, "vendor" | "key" | "service">,
): readonly HouseRule[] {
  const { vendor, service } = product;
  const own = (index.byProduct.size > 0 && index.byProduct.get(refId(product))) || none;
  const byService =
    (index.byService.size > 0 && service !== null && index.byService.get(`${vendor}/${service}`)) || none;
  const byVendor = index.byVendor.get(vendor) ?? none;
  return byService.length + byVendor.length === 0 ? own : [...own, ...byService, ...byVendor];
}

const none: readonly HouseRule[] = [];

function put(map: Map<string, HouseRule[]>, key: string, rule: HouseRule): void {
  const list = map.get(key);
  if (list) list.push(rule);
  else map.set(key, [rule]);
}
