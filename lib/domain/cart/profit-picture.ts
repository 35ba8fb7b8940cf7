import type { CurrencyCode } from "@/lib/domain/money/currency";
import { unitsAtScale } from "@/lib/domain/money/decimal";
import { type Margin, marginOf, percentOf } from "@/lib/domain/money/margin";
import { addMoney, type Amount, fromAmount, type Money, subtractMoney, zero } from "@/lib/domain/money/money";

/** A line with what it brings in the first year, so that one-time, monthly and yearly charges stand side by side. */
export type ProfitLine = {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly firstYear: Amount | null;
  /** Null where the cost is not known. */
  readonly margin: Margin | null;
};

export type ProfitBar = {
  readonly key: string;
  readonly name: string;
  readonly lines: number;
  readonly margin: Margin;
  /** Of the whole profit, in percent; null where there is no profit to share. */
  readonly share: string | null;
  /** Where the bar begins and how long it is, in thousandths of the picture. */
  readonly from: bigint;
  readonly length: bigint;
};

export type ProfitPicture = {
  readonly bars: readonly ProfitBar[];
  /** Where nothing is won or lost, in thousandths of the picture. */
  readonly zeroAt: bigint;
  readonly total: Margin | null;
  /** Names of the lines whose profit is not known. */
  readonly unknown: readonly string[];
};

const FULL = 1000n;

/** Where the profit comes from: the largest first, losses last and on the other side of zero. */
export function profitPicture(
  lines: readonly ProfitLine[],
  currency: CurrencyCode,
  by: "line" | "group" = "line",
): ProfitPicture {
  const own = lines.filter(({ firstYear }) => firstYear?.currency === currency);
  const known = own.flatMap((line) => {
    const { firstYear, margin } = line;
    return firstYear && margin ? [{ line, price: fromAmount(firstYear), profit: fromAmount(margin) }] : [];
  });
  const groups = Map.groupBy(known, ({ line }) => (by === "line" ? line.id : line.group));
  const sums = [...groups].map(([key, members]) => ({
    key,
    name: (by === "line" ? members[0]?.line.name : members[0]?.line.group) ?? key,
    lines: members.length,
    price: sumOf(members, currency, ({ price }) => price),
    profit: sumOf(members, currency, ({ profit }) => profit),
  }));
  const total = {
    price: sumOf(sums, currency, (one) => one.price),
    profit: sumOf(sums, currency, (one) => one.profit),
  };
  const scale = sums.reduce((most, { profit }) => Math.max(most, profit.scale), 0);
  const units = sums.map(({ profit }) => unitsAtScale(profit, scale));
  const gain = units.reduce((most, one) => (one > most ? one : most), 0n);
  const loss = units.reduce((most, one) => (one < most ? one : most), 0n);
  const span = gain - loss;
  const zeroAt = span === 0n ? 0n : (-loss * FULL) / span;
  const bars = sums.map(({ key, name, lines: count, price, profit }, at): ProfitBar => {
    const own = units[at] ?? 0n;
    const length = span === 0n ? 0n : ((own < 0n ? -own : own) * FULL) / span;
    const share = total.profit.units > 0n ? percentOf(profit, total.profit) : null;
    const from = own < 0n ? zeroAt - length : zeroAt;
    return { key, name, lines: count, margin: marginFrom(price, profit), share, from, length };
  });
  const order = new Map(sums.map(({ key }, at) => [key, units[at] ?? 0n]));
  return {
    bars: bars.toSorted((a, b) => descending(order.get(a.key) ?? 0n, order.get(b.key) ?? 0n)),
    zeroAt,
    total: sums.length > 0 ? marginFrom(total.price, total.profit) : null,
    unknown: own.filter(({ margin }) => margin === null).map(({ name }) => name),
  };
}

function marginFrom(price: Money, profit: Money): Margin {
  return marginOf(subtractMoney(price, profit), price);
}

function sumOf<One>(members: readonly One[], currency: CurrencyCode, pick: (one: One) => Money): Money {
  return members.reduce((sum, one) => addMoney(sum, pick(one)), zero(currency));
}

function descending(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}
