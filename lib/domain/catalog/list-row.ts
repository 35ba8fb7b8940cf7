import { type AmountsOf, type PlanAmounts, planCurrencies } from "@/lib/domain/catalog/plan-amounts";
import { comparePerMonth, type PerMonth, perMonth } from "@/lib/domain/catalog/per-month";
import type { Period } from "@/lib/domain/catalog/period";
import type { NotOrderableReason, Plan, Product } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { compareDecimals, decimal, type DecimalString } from "@/lib/domain/money/decimal";

/** The plan a list shows for one currency: the cheapest that can be bought. */
export type ListOffer = {
  readonly currency: CurrencyCode;
  readonly amounts: PlanAmounts;
  readonly billingPeriod: Period | null;
  readonly commitment: Period | null;
  readonly minimum: DecimalString;
  readonly maximum: DecimalString | null;
  readonly planType: string;
  readonly pricePrefix: string | null;
  readonly priceSuffix: string | null;
};

/** What a list needs of a product, once per product; `offers` is in the product's order of currencies. */
export type ListRow = {
  readonly key: string;
  readonly name: string;
  /** Of the words. */
  readonly locale: string;
  readonly partNumber: string;
  readonly orderable: boolean;
  readonly notOrderable: NotOrderableReason | null;
  readonly plansCount: number;
  readonly needs: readonly string[];
  readonly updatedAt: string | null;
  readonly offers: readonly ListOffer[];
  /** Stands in where no plan has an amount. */
  readonly unpriced: Omit<ListOffer, "currency" | "amounts"> | null;
};

const NAMED_ALTERNATIVES = 3;

export function listRowOf(product: Product, amountsOf: AmountsOf): ListRow {
  const reason = productNotOrderable(product);
  const plans = product.plans.filter((plan) => plan.notOrderable === null);
  const shown = plans.length > 0 ? plans : product.plans;
  const currencies = new Set(shown.flatMap(planCurrencies));
  const first = shown[0];
  return {
    key: product.key,
    name: product.name,
    locale: product.locale,
    partNumber: product.partNumber,
    orderable: reason === null,
    notOrderable: reason,
    plansCount: product.plans.length,
    needs: product.requires.map(needName),
    updatedAt: product.updatedAt,
    offers: [...currencies].map((currency) => cheapestOffer(product, shown, currency, amountsOf)),
    unpriced: currencies.size === 0 && first ? planFacts(first) : null,
  };
}

/** Null where it can be put on an order; else the reason its plans share, the first one's where they differ. */
export function productNotOrderable(product: Pick<Product, "archived" | "plans">): NotOrderableReason | null {
  if (product.archived) return "archived";
  if (product.plans.some((plan) => plan.notOrderable === null)) return null;
  return product.plans[0]?.notOrderable ?? "notOffered";
}

function cheapestOffer(
  product: Product,
  plans: readonly Plan[],
  currency: CurrencyCode,
  amountsOf: AmountsOf,
): ListOffer {
  const offers = plans
    .filter((plan) => plans.length === 1 || planCurrencies(plan).includes(currency))
    .map((plan) => Object.assign({ currency, amounts: amountsOf(product, plan, currency) }, planFacts(plan)));
  return offers.reduce((best, offer) => (compareOffers(offer, best) < 0 ? offer : best));
}

function planFacts(plan: Plan): Omit<ListOffer, "currency" | "amounts"> {
  return {
    billingPeriod: plan.billingPeriod,
    commitment: plan.commitment,
    minimum: plan.minimum,
    maximum: plan.maximum,
    planType: plan.type,
    pricePrefix: plan.pricePrefix,
    priceSuffix: plan.priceSuffix,
  };
}

/** Per month first; amounts that are not per month come after them, plans without a price last. */
function compareOffers(a: ListOffer, b: ListOffer): number {
  const [left, right] = [offerPerMonth(a), offerPerMonth(b)];
  if (left && right) return comparePerMonth(left, right);
  if (left || right) return left ? -1 : 1;
  const [price, other] = [a.amounts.price, b.amounts.price];
  if (price === null || other === null) return (price === null ? 1 : 0) - (other === null ? 1 : 0);
  return compareDecimals(decimal(price), decimal(other));
}

export function offerPerMonth(offer: ListOffer): PerMonth | null {
  return perMonth(offer.amounts.price, offer.billingPeriod);
}

function needName(group: Product["requires"][number]): string {
  const names = [...new Set(group.anyOf.map((target) => target.name))];
  const more = names.length - NAMED_ALTERNATIVES;
  if (more <= 0) return names.join(" or ");
  return `${names.slice(0, NAMED_ALTERNATIVES).join(", ")} or ${more} more`;
}

/** The offer in the first asked currency the product has, else in its own first. */
export function chooseOffer(offers: readonly ListOffer[], asked: readonly CurrencyCode[]): ListOffer | null {
  for (const currency of asked) {
    const match = offers.find((offer) => offer.currency === currency);
    if (match) return match;
  }
  return offers[0] ?? null;
}
