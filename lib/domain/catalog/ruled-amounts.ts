import { type AmountsOf, vendorAmounts } from "@/lib/domain/catalog/plan-amounts";
import type { PriceRow } from "@/lib/domain/catalog/product";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import { priceContext } from "@/lib/domain/pricing/price-context";
import { offerAmounts } from "@/lib/domain/pricing/price-offer";
import type { PriceRuleSet } from "@/lib/domain/pricing/priced-line";
import type { Day } from "@/lib/domain/pricing/price-rule";

/** What lists and product pages show under price rules: the engine's own figures for the least that can be bought. */
export function ruledAmounts(rules: PriceRuleSet, date: Day): AmountsOf {
  return (product, plan, currency) => {
    if (rules.rules.length === 0 && plan.prices.every(isPlain)) return vendorAmounts(product, plan, currency);
    const quantity = offerQuantity(plan);
    const amounts = offerAmounts({ plan, quantity, currency, rules, context: priceContext(product, null), date });
    return amounts ?? vendorAmounts(product, plan, currency);
  };
}

/** What the vendor's rows say by themselves. */
function isPlain({ kind, model, from }: PriceRow): boolean {
  return kind !== "overuse" && model === "flat" && from === "0";
}
