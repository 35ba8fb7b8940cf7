import { type AmountsOf, vendorAmounts } from "@/lib/domain/catalog/plan-amounts";
import type { Plan, PriceRow, Product } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import type { OverusePrice } from "@/lib/domain/pricing/overuse";
import { priceContext } from "@/lib/domain/pricing/price-context";
import { offerAmounts, priceOffer, type PriceRuleSet } from "@/lib/domain/pricing/price-line";
import type { Day } from "@/lib/domain/pricing/price-rule";

/** What lists and product pages show under price rules: the engine's own figures for the least that can be bought. */
export function ruledAmounts(rules: PriceRuleSet, date: Day): AmountsOf {
  return (product, plan, currency) => {
    if (rules.rules.length === 0 && plan.prices.every(isFlat)) return vendorAmounts(product, plan, currency);
    const quantity = offerQuantity(plan);
    const amounts = offerAmounts({ plan, quantity, currency, rules, context: priceContext(product, null), date });
    return amounts ?? vendorAmounts(product, plan, currency);
  };
}

/** What a unit used comes to under price rules; empty where the plan bills nothing by use in that currency. */
export type OveruseOf = (product: Product, plan: Plan, currency: CurrencyCode) => readonly OverusePrice[];

export function ruledOveruse(rules: PriceRuleSet, date: Day): OveruseOf {
  return (product, plan, currency) => {
    const quantity = offerQuantity(plan);
    const offer = priceOffer({ plan, quantity, currency, rules, context: priceContext(product, null), date });
    return offer.inAskedCurrency ? offer.overuse : [];
  };
}

function isFlat({ model, from }: PriceRow): boolean {
  return model === "flat" && from === "0";
}
