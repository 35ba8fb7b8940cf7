import { billingsInFirstYear, type Period } from "@/lib/domain/catalog/period";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { type Margin, marginOf } from "@/lib/domain/money/margin";
import { addMoney, type Amount, fromAmount, type Money, multiplyMoney, toAmount, zero } from "@/lib/domain/money/money";
import type { PricedLine } from "@/lib/domain/pricing/price-line";

/** Price of everything, cost and margin of what has a known cost. */
export type PeriodTotal = {
  readonly total: Amount;
  readonly cost: Amount;
  readonly margin: Margin | null;
  readonly costKnownLines: number;
  readonly lines: number;
};

/** Sums of rounded lines in one currency; different periods are never added up but for the first year. */
export type CartTotals = {
  readonly oneTime: Amount;
  readonly monthly: Amount;
  readonly yearly: Amount;
  readonly other: readonly { readonly period: Period; readonly total: Amount }[];
  /** All that is billed in the first twelve months (ux B11.9). */
  readonly firstYear: Amount;
  /** What is due at the start: everything one-time and the first bill of every period. */
  readonly firstInvoice: Amount;
  /** First-year cost of the lines whose cost is known, and their margin, weighted by amount. */
  readonly cost: Amount;
  readonly margin: Margin | null;
  readonly costKnownLines: number;
  readonly lines: number;
  /** The same per period: "once", "P1M", … */
  readonly byPeriod: ReadonlyMap<string, PeriodTotal>;
};

export const ONCE = "once";

type Share = {
  readonly period: Period;
  readonly billings: Money["units"];
  readonly price: Money;
  readonly cost: Money | null;
};

/** What totals need of a line. */
export type TotalledLine = Pick<PricedLine, "currency" | "billingPeriod" | "total" | "totalCost"> & {
  readonly setup: { readonly total: Amount; readonly totalCost: Amount | null } | null;
};

export function cartTotals(lines: readonly TotalledLine[]): ReadonlyMap<CurrencyCode, CartTotals> {
  const groups = Map.groupBy(lines, (line) => line.currency);
  return new Map([...groups].map(([currency, group]) => [currency, totalsIn(currency, group)]));
}

/** Throws when a line is in another currency. */
export function totalsIn(currency: CurrencyCode, lines: readonly TotalledLine[]): CartTotals {
  const byLine = lines.map(sharesOf);
  const shares = byLine.flat();
  const known = byLine.filter((parts) => parts.length > 0 && parts.every(({ cost }) => cost !== null));
  const knownShares = known.flat();
  const cost = sum(currency, knownShares, (share) => times(share.cost, share.billings));
  const knownPrice = sum(currency, knownShares, (share) => times(share.price, share.billings));
  const byPeriod = periodTotals(currency, shares);
  const of = (period: string) => byPeriod.get(period)?.total ?? toAmount(zero(currency));
  const others = [...byPeriod].filter(([period]) => ![ONCE, "P1M", "P1Y"].includes(period));
  return {
    oneTime: of(ONCE),
    monthly: of("P1M"),
    yearly: of("P1Y"),
    other: others.map(([period, { total }]) => ({ period, total })),
    firstYear: toAmount(sum(currency, shares, (share) => times(share.price, share.billings))),
    firstInvoice: toAmount(sum(currency, shares, (share) => share.price)),
    cost: toAmount(cost),
    margin: known.length > 0 ? marginOf(cost, knownPrice) : null,
    costKnownLines: known.length,
    lines: lines.length,
    byPeriod,
  };
}

function periodTotals(currency: CurrencyCode, shares: readonly Share[]): ReadonlyMap<string, PeriodTotal> {
  const groups = Map.groupBy(shares, ({ period }) => period);
  return new Map(
    [...groups].map(([period, group]) => {
      const known = group.filter((share) => share.cost !== null);
      const cost = sum(currency, known, (share) => share.cost);
      const knownPrice = sum(currency, known, (share) => share.price);
      const total = toAmount(sum(currency, group, (share) => share.price));
      const margin = known.length > 0 ? marginOf(cost, knownPrice) : null;
      return [period, { total, cost: toAmount(cost), margin, costKnownLines: known.length, lines: group.length }];
    }),
  );
}

/** A line's part in each period: its set-up once, the rest per billing period. */
function sharesOf(line: TotalledLine): Share[] {
  const shares: Share[] = [];
  if (line.setup) shares.push(share(null, line.setup.total, line.setup.totalCost));
  if (line.total) shares.push(share(line.billingPeriod, line.total, line.totalCost));
  return shares;
}

function share(period: Period | null, price: Amount, cost: Amount | null): Share {
  const billings = period === null ? 1n : (billingsInFirstYear(period)?.units ?? 1n);
  return { period: period ?? ONCE, billings, price: fromAmount(price), cost: cost && fromAmount(cost) };
}

function times(value: Money | null, count: bigint): Money | null {
  return value && multiplyMoney(value, { units: count, scale: 0 });
}

function sum(currency: CurrencyCode, shares: readonly Share[], pick: (share: Share) => Money | null): Money {
  return shares.reduce((total, one) => addMoney(total, pick(one) ?? zero(currency)), zero(currency));
}
