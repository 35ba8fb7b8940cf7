import type { Product } from "@/lib/domain/catalog/product";
import type { HouseRule } from "@/lib/domain/dependencies/house-rule";
import { type HouseRuleIndex, houseRulesFor, refId } from "@/lib/domain/dependencies/house-rule-index";

export type Groups = readonly (readonly string[])[];

type Known = {
  readonly rules: HouseRuleIndex;
  readonly own: readonly HouseRule[];
  needs: { readonly id: string; readonly groups: Groups } | null;
};

/** A cart is judged after every change of it, mostly about the same products under the same rules. */
const known = new WeakMap<Product, Known>();

/** The house rules about the product. Worked out once while the product and the rules stay. */
export function productRules(product: Product, rules: HouseRuleIndex): readonly HouseRule[] {
  return knownOf(product, rules).own;
}

/**
 * What the vendor says, met within the vendor only, and what the house rules say; nothing needs itself. `id` is what the
 * product was asked for by. Worked out once as the rules are.
 */
export function productNeeds(product: Product, id: string, rules: HouseRuleIndex): Groups {
  const before = knownOf(product, rules);
  if (before.needs?.id === id) return before.needs.groups;
  const byVendor = product.requires.map(({ anyOf }) => anyOf.filter(({ vendor }) => vendor === product.vendor));
  const byHouse = before.own.flatMap((rule) => (rule.kind === "requires" ? [rule.anyOf] : []));
  const groups = [...byVendor, ...byHouse].map((group) => group.map(refId)).filter((group) => !group.includes(id));
  before.needs = { id, groups };
  return groups;
}

function knownOf(product: Product, rules: HouseRuleIndex): Known {
  const before = known.get(product);
  if (before && before.rules === rules) return before;
  const made: Known = { rules, own: houseRulesFor(rules, product), needs: null };
  known.set(product, made);
  return made;
}

/** What the vendor calls the needed products: all there is to call those by that are not in the catalog. */
export function collectNames({ vendor: own, requires }: Product, names: Map<string, string>): void {
  for (const { anyOf } of requires) {
    for (const target of anyOf)
      if (target.vendor === own && target.name !== null) names.set(refId(target), target.name);
  }
}
