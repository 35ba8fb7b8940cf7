import type { Product } from "@/lib/domain/catalog/product";
import { type HouseRuleIndex, houseRulesFor, refId } from "@/lib/domain/dependencies/house-rule-index";

type Groups = readonly (readonly string[])[];

type Known = { readonly rules: HouseRuleIndex; readonly id: string; readonly groups: Groups };

const known = new WeakMap<Product, Known>();

/**
 * What the vendor says, met within the vendor only, and what the house rules say; nothing needs itself. `id` is what the
 * product was asked for by. Worked out once while the product and the rules stay.
 */
export function productNeeds(product: Product, id: string, rules: HouseRuleIndex): Groups {
  const before = known.get(product);
  if (before && before.rules === rules && before.id === id) return before.groups;
  const byVendor = product.requires.map(({ anyOf }) => anyOf.filter(({ vendor }) => vendor === product.vendor));
  const byHouse = houseRulesFor(rules, product).flatMap((rule) => (rule.kind === "requires" ? [rule.anyOf] : []));
  const groups = [...byVendor, ...byHouse].map((group) => group.map(refId)).filter((group) => !group.includes(id));
  known.set(product, { rules, id, groups });
  return groups;
}

/** What the vendor calls the needed products: all there is to call those by that are not in the catalog. */
export function collectNames({ vendor: own, requires }: Product, names: Map<string, string>): void {
  for (const { anyOf } of requires) {
    for (const target of anyOf)
      if (target.vendor === own && target.name !== null) names.set(refId(target), target.name);
  }
}
