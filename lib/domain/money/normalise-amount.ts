import { type Period, periodMonths } from "@/lib/domain/catalog/period";
import { minorUnits } from "@/lib/domain/money/currency";
import { decimal, type Decimal, divideHalfAwayFromZero, formatDecimal, powerOfTen } from "@/lib/domain/money/decimal";
import type { Amount } from "@/lib/domain/money/money";

/** As the vendor bills it, or brought to a month or a year to compare. */
export const priceViews = ["billed", "month", "year"] as const;
export type PriceView = (typeof priceViews)[number];

export type NormalisedAmount = {
  readonly amount: Amount;
  /** What `amount` is per; null = once. */
  readonly period: Period | null;
  /** False where `amount` was rounded and must carry "≈" beside `billed`. */
  readonly exact: boolean;
  readonly billed: { readonly amount: Amount; readonly period: Period | null };
};

const monthsOfView = { month: { months: 1, period: "P1M" }, year: { months: 12, period: "P1Y" } } as const;

/** One-time amounts and periods counted in days stay as billed. */
export function normaliseAmount(amount: Amount, period: Period | null, view: PriceView): NormalisedAmount {
  const billed = { amount, period };
  const from = period === null ? null : periodMonths(period);
  if (view === "billed" || from === null) return { amount, period, exact: true, billed };
  const to = monthsOfView[view];
  const { value, exact } = scaleExactly(decimal(amount.amount), to.months, from, amount.currency);
  return {
    amount: { amount: formatDecimal(value, minorUnits(amount.currency)), currency: amount.currency },
    period: to.period,
    exact,
    billed,
  };
}

/** Rounds half away from zero to the minor unit; an amount finer than that keeps its digits and two more. */
function scaleExactly(value: Decimal, multiplier: number, divisor: number, currency: string) {
  const minor = minorUnits(currency);
  const scale = value.scale > minor ? value.scale + 2 : minor;
  const numerator = value.units * BigInt(multiplier) * powerOfTen(scale - value.scale);
  const exact = numerator % BigInt(divisor) === 0n;
  return { value: { units: divideHalfAwayFromZero(numerator, BigInt(divisor)), scale }, exact };
}
