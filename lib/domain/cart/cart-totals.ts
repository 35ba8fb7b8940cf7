import { billingsInCommitment, billingsInFirstYear, type Period } from "@/lib/domain/catalog/period";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { type Margin, marginOf } from "@/lib/domain/money/margin";
import {
  type Amount,
  compareMoney,
  fromAmount,
  type Money,
  multiplyMoney,
  sumMoney,
  toAmount,
  zero,
} from "@/lib/domain/money/money";
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
  /** All that is billed until every line's commitment ends; a line without one counts with its first bill. */
  readonly wholeCommitment: Amount;
  /** The whole commitment is worth a word: lines are bound differently long, or beyond the first year. */
  readonly termsDiffer: boolean;
  /** First-year cost of the lines whose cost is known, and their margin, weighted by amount. */
  readonly cost: Amount;
  readonly margin: Margin | null;
  readonly costKnownLines: number;
  readonly lines: number;
  /** The margin of the whole commitment, over the same lines. */
  readonly commitmentMargin: Margin | null;
  /** The same per period: "once", "P1M", … */
  readonly byPeriod: ReadonlyMap<string, PeriodTotal>;
};

export const ONCE = "once";

type Share = {
  readonly period: Period;
  readonly billings: Money["units"];
  readonly bound: Money["units"];
  readonly price: Money;
  readonly cost: Money | null;
};

/** What totals need of a line. */
export type TotalledLine = Pick<PricedLine, "currency" | "billingPeriod" | "commitment" | "total" | "totalCost"> & {
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
  const firstYear = toAmount(sum(currency, shares, (share) => times(share.price, share.billings)));
  const wholeCommitment = toAmount(sum(currency, shares, (share) => times(share.price, share.bound)));
  return {
    oneTime: of(ONCE),
    monthly: of("P1M"),
    yearly: of("P1Y"),
    other: others.map(([period, { total }]) => ({ period, total })),
    firstYear,
    firstInvoice: toAmount(sum(currency, shares, (share) => share.price)),
    wholeCommitment,
    termsDiffer: doTermsDiffer(lines, fromAmount(firstYear), fromAmount(wholeCommitment)),
    cost: toAmount(cost),
    margin: known.length > 0 ? marginOf(cost, knownPrice) : null,
    costKnownLines: known.length,
    lines: lines.length,
    commitmentMargin: known.length > 0 ? marginOverCommitment(currency, knownShares) : null,
    byPeriod,
  };
}

function doTermsDiffer(lines: readonly TotalledLine[], firstYear: Money, whole: Money): boolean {
  const beyond = compareMoney(whole, firstYear);
  const terms = new Set(lines.filter((line) => line.billingPeriod !== null).map(({ commitment }) => commitment));
  return beyond > 0 || (beyond < 0 && terms.size > 1);
}

function marginOverCommitment(currency: CurrencyCode, known: readonly Share[]): Margin {
  const over = (pick: (share: Share) => Money | null) =>
    sum(currency, known, (share) => times(pick(share), share.bound));
  return marginOf(
    over((share) => share.cost),
    over((share) => share.price),
  );
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

/** What one line brings in its first year; the margin is null where any of its cost is not known. */
export function firstYearOf(line: TotalledLine): { readonly total: Amount; readonly margin: Margin | null } | null {
  const shares = sharesOf(line);
  if (shares.length === 0) return null;
  const price = sum(line.currency, shares, (share) => times(share.price, share.billings));
  const isKnown = shares.every(({ cost }) => cost !== null);
  const cost = sum(line.currency, shares, (share) => times(share.cost, share.billings));
  return { total: toAmount(price), margin: isKnown ? marginOf(cost, price) : null };
}

/** A line's part in each period: its set-up once, the rest per billing period. */
function sharesOf(line: TotalledLine): Share[] {
  const shares: Share[] = [];
  if (line.setup) shares.push(share(null, null, line.setup));
  if (line.total)
    shares.push(share(line.billingPeriod, line.commitment, { total: line.total, totalCost: line.totalCost }));
  return shares;
}

type Charged = { readonly total: Amount; readonly totalCost: Amount | null };

function share(period: Period | null, commitment: Period | null, { total, totalCost }: Charged): Share {
  const billings = period === null ? 1n : (billingsInFirstYear(period)?.units ?? 1n);
  const bound = billingsInCommitment(period, commitment);
  return {
    period: period ?? ONCE,
    billings,
    bound,
    price: fromAmount(total),
    cost: totalCost && fromAmount(totalCost),
  };
}

function times(value: Money | null, count: bigint): Money | null {
  return value && count !== 1n ? multiplyMoney(value, { units: count, scale: 0 }) : value;
}

function sum(currency: CurrencyCode, shares: readonly Share[], pick: (share: Share) => Money | null): Money {
  return sumMoney(
    shares.map(pick).filter((value) => value !== null),
    currency,
  );
}
