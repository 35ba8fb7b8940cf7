import { type AmountsOf, type PlanAmounts, vendorAmounts } from "@/lib/domain/catalog/plan-amounts";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import { priceContext } from "@/lib/domain/pricing/price-context";
import { type PricedOffer, priceOffer, type PriceRuleSet } from "@/lib/domain/pricing/price-line";
import type { Day } from "@/lib/domain/pricing/price-rule";

/** What lists and product pages show under price rules: the engine's own figures for the least that can be bought. */
export function ruledAmounts(rules: PriceRuleSet, date: Day): AmountsOf {
  if (rules.rules.length === 0) return vendorAmounts;
  return (product, plan, currency) => {
    const vendor = vendorAmounts(product, plan, currency);
    const quantity = offerQuantity(plan);
    const offer = priceOffer({ plan, quantity, currency, rules, context: priceContext(product, null), date });
    return offer.inAskedCurrency ? merge(vendor, offer) : vendor;
  };
}

function merge(vendor: PlanAmounts, { recurring, setup }: PricedOffer): PlanAmounts {
  if (!recurring) return { ...vendor, setupPrice: setup?.price.amount ?? vendor.setupPrice };
  const { cost } = recurring;
  return {
    price: recurring.price.amount,
    listPrice: vendor.listPrice,
    setupPrice: setup?.price.amount ?? vendor.setupPrice,
    cost:
      "unknown" in cost
        ? cost
        : { amount: cost.amount, origin: cost.origin, ...(cost.estimated ? { estimated: true } : {}) },
  };
}
