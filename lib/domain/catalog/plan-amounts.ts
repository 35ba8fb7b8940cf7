import type { CostUnknownReason, Plan, PriceKind, PriceRow, PriceSide, Product } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { compareDecimals, decimal, type DecimalString } from "@/lib/domain/money/decimal";
import { soleUse } from "@/lib/domain/pricing/by-use";
import type { OverusePrice } from "@/lib/domain/pricing/overuse";

/** What a plan costs and sells for in one currency, per unit, as plain decimals. */
export type PlanAmounts = {
  readonly price: DecimalString | null;
  readonly listPrice: DecimalString | null;
  readonly setupPrice: DecimalString | null;
  readonly cost:
    | {
        readonly amount: DecimalString;
        readonly origin: "vendor" | "rule" | "typed";
        readonly estimated?: boolean;
        /** Set where the cost is in another currency than the price; then there is no margin. */
        readonly currency?: CurrencyCode;
      }
    | { readonly unknown: CostUnknownReason };
  /** What a unit used comes to, by tier; empty where nothing is billed by use. Not part of `price`. */
  readonly overuse: readonly OverusePrice[];
};

/** What a margin is of, in one currency: the price, or what a unit used comes to where nothing else is paid. */
export function marginSides(amounts: PlanAmounts): { price: DecimalString; cost: DecimalString } | null {
  const { price, cost } = amounts;
  const used = soleUse(amounts);
  if (used) {
    const isComparable = "amount" in used.cost && used.cost.currency === used.price.currency;
    return isComparable ? { price: used.price.amount, cost: used.cost.amount } : null;
  }
  if (price === null || !("amount" in cost) || cost.currency !== undefined) return null;
  return { price, cost: cost.amount };
}

/** Whether it is known what we pay: for the plan, or for a unit used where nothing else is paid. */
export function isCostKnown(amounts: PlanAmounts): boolean {
  return "amount" in (soleUse(amounts)?.cost ?? amounts.cost);
}

export type AmountsOf = (product: Product, plan: Plan, currency: CurrencyCode) => PlanAmounts;

/**
 * The vendor's own rows: recurring, at the smallest quantity that can be bought; the price falls back to the list price.
 * What is billed by use is left to the price engine.
 */
export const vendorAmounts: AmountsOf = (_product, plan, currency) => {
  const list = rowAtMinimum(plan, "list", "recurring", currency);
  const price = rowAtMinimum(plan, "price", "recurring", currency) ?? list;
  const cost = costRow(plan, currency, price) ?? foreignCost(plan, currency, price);
  return {
    price: price?.amount ?? null,
    listPrice: list?.amount ?? null,
    setupPrice:
      (rowAtMinimum(plan, "price", "setup", currency) ?? rowAtMinimum(plan, "list", "setup", currency))?.amount ?? null,
    cost: cost ? vendorCost(cost, currency) : { unknown: plan.costUnknown },
    overuse: [],
  };
};

function vendorCost({ amount, currency }: PriceRow, asked: CurrencyCode): PlanAmounts["cost"] {
  return currency === asked ? { amount, origin: "vendor" } : { amount, origin: "vendor", currency };
}

/** The vendor's first cost in any other currency. */
function foreignCost(plan: Plan, currency: CurrencyCode, price: PriceRow | null): PriceRow | null {
  const kind = price?.kind ?? "recurring";
  const other = plan.prices.find((row) => row.side === "cost" && row.kind === kind && row.currency !== currency);
  return other ? costRow(plan, other.currency, price) : null;
}

/** Currencies the customer can be quoted in, in the vendor's order; where there are none, those of the cost. */
export function planCurrencies(plan: Plan): CurrencyCode[] {
  const sold = plan.prices.filter((row) => row.side !== "cost");
  const rows = sold.length > 0 ? sold : plan.prices;
  return [...new Set(rows.map((row) => row.currency))];
}

function costRow(plan: Plan, currency: CurrencyCode, price: PriceRow | null): PriceRow | null {
  if (!price) return rowAtMinimum(plan, "cost", "recurring", currency);
  const sameTier = plan.prices.find(
    (row) =>
      row.side === "cost" && row.kind === price.kind && row.currency === currency && sameNumber(row.from, price.from),
  );
  return sameTier ?? rowAtMinimum(plan, "cost", price.kind, currency);
}

function sameNumber(a: DecimalString, b: DecimalString): boolean {
  return a === b || compareDecimals(decimal(a), decimal(b)) === 0;
}

function rowAtMinimum(plan: Plan, side: PriceSide, kind: PriceKind, currency: CurrencyCode): PriceRow | null {
  let best: PriceRow | null = null;
  for (const row of plan.prices) {
    if (row.side !== side || row.kind !== kind || row.currency !== currency) continue;
    if (!best || isCloserTier(row, best, plan.minimum)) best = row;
  }
  return best;
}

/** The tier a quantity falls into starts highest among those not above it; below every tier the lowest counts. */
function isCloserTier(row: PriceRow, best: PriceRow, quantity: DecimalString): boolean {
  if (row.from === best.from) return false;
  const [start, bestStart, wanted] = [decimal(row.from), decimal(best.from), decimal(quantity)];
  const reached = compareDecimals(start, wanted) <= 0;
  const bestReached = compareDecimals(bestStart, wanted) <= 0;
  if (reached !== bestReached) return reached;
  return reached ? compareDecimals(start, bestStart) > 0 : compareDecimals(start, bestStart) < 0;
}
