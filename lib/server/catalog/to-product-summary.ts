import type { AmountDto, CostDto, MarginDto } from "@/lib/contracts/amount";
import type { ProductSummary } from "@/lib/contracts/catalog";
import { chooseOffer, type ListOffer, type ListRow } from "@/lib/domain/catalog/list-row";
import type { PlanAmounts } from "@/lib/domain/catalog/plan-amounts";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import type { DecimalString } from "@/lib/domain/money/decimal";
import { marginOf } from "@/lib/domain/money/margin";
import { money, toAmount } from "@/lib/domain/money/money";
import { toOveruse } from "@/lib/server/catalog/to-overuse";

/** The product's values that the index keeps beside the row. */
export type RowFacts = Pick<
  ProductSummary,
  "vendor" | "service" | "provider" | "categories" | "topics" | "serviceType" | "archived"
>;

/** A line of a list as everyone may see it; cost and margin are added by `toCostSummary` alone. */
export function toProductSummary(row: ListRow, facts: RowFacts, asked: readonly CurrencyCode[]): ProductSummary {
  const offer = chooseOffer(row.offers, asked);
  const plan = offer ?? row.unpriced;
  return {
    vendor: facts.vendor,
    key: row.key,
    name: row.name,
    locale: row.locale,
    partNumber: row.partNumber,
    service: facts.service,
    provider: facts.provider,
    categories: facts.categories,
    topics: facts.topics,
    serviceType: facts.serviceType,
    billingPeriod: plan?.billingPeriod ?? null,
    commitment: plan?.commitment ?? null,
    minimum: plan?.minimum ?? "0",
    maximum: plan?.maximum ?? null,
    price: amountOf(offer, "price"),
    listPrice: amountOf(offer, "listPrice"),
    setupPrice: amountOf(offer, "setupPrice"),
    pricePrefix: plan?.pricePrefix ?? null,
    priceSuffix: plan?.priceSuffix ?? null,
    overuse: toOveruse(offer?.amounts.overuse ?? [], false),
    archived: facts.archived,
    orderable: row.orderable,
    notOrderable: row.notOrderable,
    planType: plan?.planType ?? null,
    plansCount: row.plansCount,
    needs: [...row.needs],
    updatedAt: row.updatedAt,
  };
}

/** The same line for those who may see cost. */
export function toCostSummary(row: ListRow, facts: RowFacts, asked: readonly CurrencyCode[]): ProductSummary {
  const offer = chooseOffer(row.offers, asked);
  return {
    ...toProductSummary(row, facts, asked),
    ...costFields(offer?.amounts ?? null, offer?.currency ?? ""),
    overuse: toOveruse(offer?.amounts.overuse ?? [], true),
  };
}

export function costFields(
  amounts: PlanAmounts | null,
  currency: CurrencyCode,
): { cost: CostDto; margin: MarginDto | null } {
  if (!amounts) return { cost: { unknown: "notProvided" }, margin: null };
  const { cost, price } = amounts;
  if ("unknown" in cost) return { cost: { unknown: cost.unknown }, margin: null };
  const paid = money(cost.amount, cost.currency ?? currency);
  const comparable = price !== null && paid.currency === currency;
  return {
    cost: { ...toAmount(paid), origin: cost.origin, ...(cost.estimated ? { estimated: true } : {}) },
    margin: comparable ? marginOf(paid, money(price, currency)) : null,
  };
}

function amountOf(offer: ListOffer | null, side: "price" | "listPrice" | "setupPrice"): AmountDto | null {
  return offer ? paddedAmount(offer.amounts[side], offer.currency) : null;
}

export function paddedAmount(amount: DecimalString | null, currency: CurrencyCode): AmountDto | null {
  return amount === null ? null : toAmount(money(amount, currency));
}
