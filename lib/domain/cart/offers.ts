import type { Plan, Product } from "@/lib/domain/catalog/product";
import type { Cart, CartSettings, LineToAdd } from "@/lib/domain/cart/cart";
import { presetComponents } from "@/lib/domain/cart/preset-components";
import { choosePlan, whyNotOrderable } from "@/lib/domain/cart/resolve-line";
import { offerWords } from "@/lib/domain/cart/words";
import { type HouseRuleIndex, houseRulesFor } from "@/lib/domain/dependencies/house-rule-index";
import { allowedFrom, quantityLimits } from "@/lib/domain/dependencies/quantity-limits";
import { decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { trimDecimal } from "@/lib/domain/money/decimal-arithmetic";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import { priceContext } from "@/lib/domain/pricing/price-context";
import { offerPrice } from "@/lib/domain/pricing/price-offer";

/** What adds a product to a cart: the least of it that can be ordered. */
export type Offer = { readonly product: Product; readonly plan: Plan; readonly add: LineToAdd };

type Made = { readonly rules: HouseRuleIndex; readonly offer: Offer | null };
type Said = Pick<CartSettings, "prices" | "customer" | "date"> & Pick<Cart, "currency"> & { readonly words: string };

/** A cart is judged after every change of it, mostly about the same products under the same rules. */
const made = new WeakMap<Product, Made>();
const said = new WeakMap<Offer, Said>();

/** The offer of a product under the house rules; null where it cannot be ordered. */
export function offerOf(product: Product, rules: HouseRuleIndex): Offer | null {
  const before = made.get(product);
  if (before && before.rules === rules) return before.offer;
  const offer = makeOffer(product, rules);
  made.set(product, { rules, offer });
  return offer;
}

/** "Office 365 E1 (1 × 19.80 / month)". */
export function offerWordsOf(offer: Offer, { currency }: Pick<Cart, "currency">, settings: CartSettings): string {
  const { prices, customer, date } = settings;
  const before = said.get(offer);
  const isSame = before?.prices === prices && before.customer === customer && before.date === date;
  if (isSame && before.currency === currency) return before.words;
  const words = describeOffer(offer, currency, settings);
  said.set(offer, { prices, customer, date, currency, words });
  return words;
}

export function planToOrder(product: Product): Plan | null {
  const plan = choosePlan(product, null);
  return plan && whyNotOrderable(product, plan) === null ? plan : null;
}

function makeOffer(product: Product, rules: HouseRuleIndex): Offer | null {
  const plan = planToOrder(product);
  if (!plan) return null;
  const least = decimal(offerQuantity(plan));
  // Limits that contradict each other are told on the line once it is there.
  const limits = quantityLimits(plan, houseRulesFor(rules, product));
  const quantity = formatDecimal(trimDecimal(allowedFrom(limits, least) ?? least));
  const components = presetComponents(plan.configuration);
  const { vendor, key } = product;
  const add = { vendor, key, plan: plan.key, quantity, ...(components.length > 0 ? { components } : {}) };
  return { product, plan, add };
}

function describeOffer({ product, plan, add }: Offer, currency: string, settings: CartSettings): string {
  const price = offerPrice({
    plan,
    quantity: add.quantity,
    currency,
    rules: settings.prices,
    context: priceContext(product, settings.customer),
    date: settings.date,
  });
  return `${product.name} (${offerWords(add.quantity, price, plan.billingPeriod)})`;
}
