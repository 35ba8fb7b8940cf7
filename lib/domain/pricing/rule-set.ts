import type { PriceRuleSet } from "@/lib/domain/pricing/priced-line";
import type { Day, PriceGuard, PriceRule } from "@/lib/domain/pricing/price-rule";
import { comparePrecedence } from "@/lib/domain/pricing/price-scope";
import { indexByScope } from "@/lib/domain/pricing/scope-index";

/** Sorts the rules by precedence once; `priceLine` takes the result. */
export function preparePriceRules(rules: readonly PriceRule[], guards: readonly PriceGuard[] = []): PriceRuleSet {
  const ordered = rules.toSorted(comparePrecedence);
  const active = guards.filter((guard) => guard.policy !== "off");
  return {
    rules: ordered,
    guards: active,
    pricesIndex: indexByScope(ordered.filter((rule) => rule.sets === "price")),
    costsIndex: indexByScope(ordered.filter((rule) => rule.sets === "cost")),
    guardsIndex: indexByScope(active),
  };
}

export const noPriceRules: PriceRuleSet = preparePriceRules([]);

/** Why the rule does not hold on that day; null when it does. Both ends belong to it. */
export function outOfDate(rule: PriceRule, date: Day): string | null {
  if (rule.validFrom !== null && date < rule.validFrom) return `begins on ${rule.validFrom}`;
  if (rule.validUntil !== null && date > rule.validUntil) return `ended on ${rule.validUntil}`;
  return null;
}
