import { createIntList } from "@/lib/domain/catalog/index/growing";
import { createRanker } from "@/lib/domain/catalog/index/ranker";
import { createStringTable, type StringTable, tableSize, textAt } from "@/lib/domain/catalog/index/string-table";
import { type ListOffer, offerPerMonth } from "@/lib/domain/catalog/list-row";
import { marginSides } from "@/lib/domain/catalog/plan-amounts";
import { comparePerMonthTo, type PerMonth } from "@/lib/domain/catalog/per-month";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { decimal, type Decimal, divideHalfAwayFromZero, powerOfTen, unitsAtScale } from "@/lib/domain/money/decimal";

/** What prices and margins compare to: exact ranks instead of amounts. Offers of row r: starts[r] … starts[r + 1). */
export type OfferColumns = {
  readonly starts: Int32Array;
  readonly currencies: Int32Array;
  readonly currencyNames: readonly CurrencyCode[];
  /** Rank of the price per month, -1 where there is none. */
  readonly priceRanks: Int32Array;
  /** "19.80|1" for each rank: amount and months. */
  readonly prices: StringTable;
  /** Rank of the margin as a share of the price, -1 where unknown. */
  readonly marginRanks: Int32Array;
  /** Tenths of a percent of each rank, rounded as a margin is shown; those beyond ±1,000 % stand there. */
  readonly marginTenths: Int32Array;
};

export type OfferColumnsBuilder = {
  addRow(offers: readonly ListOffer[]): void;
  finish(rowOf: Int32Array): OfferColumns;
};

export function createOfferColumnsBuilder(): OfferColumnsBuilder {
  const currencyOf = new Map<CurrencyCode, number>();
  const prices = createRanker(readPerMonth, compareBigInts);
  const margins = createRanker(readShares, compareShares);
  const [starts, currencies, priceIds, marginIds] = [
    createIntList(),
    createIntList(),
    createIntList(),
    createIntList(),
  ];
  return {
    addRow(offers) {
      starts.push(currencies.size());
      for (const offer of offers) {
        const currency = currencyOf.get(offer.currency) ?? currencyOf.size;
        currencyOf.set(offer.currency, currency);
        currencies.push(currency);
        const monthly = offerPerMonth(offer);
        priceIds.push(monthly ? prices.add(`${monthly.amount}|${monthly.months}`) : -1);
        const share = marginText(offer);
        marginIds.push(share === null ? -1 : margins.add(share));
      }
    },
    finish(rowOf) {
      starts.push(currencies.size());
      const names = [...currencyOf.keys()];
      const sorted = [...names].sort();
      const codeOf = Int32Array.from(names, (name) => sorted.indexOf(name));
      const [priceRanks, marginRanks] = [prices.finish(), margins.finish()];
      const place = placesByRow(starts.take(), rowOf);
      const rank = (ids: Int32Array, rankOf: Int32Array) => place.map((i) => rankOf[ids[i] ?? -1] ?? -1);
      return {
        starts: startsByRow(starts.take(), rowOf),
        currencies: place.map((i) => codeOf[currencies.at(i)] ?? 0),
        currencyNames: sorted,
        priceRanks: rank(priceIds.take(), priceRanks.rankOf),
        prices: createStringTable(priceRanks.texts),
        marginRanks: rank(marginIds.take(), marginRanks.rankOf),
        marginTenths: Int32Array.from(readShares(marginRanks.texts), tenthsOf),
      };
    },
  };
}

/** Ranks from the first up to, but not including, the second. */
export type RankRange = readonly [from: number, to: number];

/** The ranks whose price per month lies within the bounds. */
export function rankRange(prices: StringTable, min: Decimal | null, max: Decimal | null): RankRange {
  const from = min === null ? 0 : firstRank(prices, (price) => comparePerMonthTo(price, min) >= 0);
  const to = max === null ? tableSize(prices) : firstRank(prices, (price) => comparePerMonthTo(price, max) > 0);
  return [from, to];
}

function firstRank(prices: StringTable, isReached: (price: PerMonth) => boolean): number {
  let [low, high] = [0, tableSize(prices)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(perMonthOf(textAt(prices, middle)))) high = middle;
    else low = middle + 1;
  }
  return low;
}

function perMonthOf(text: string): PerMonth {
  const [amount = "", months = ""] = text.split("|");
  return { amount, months: parseInt(months, 10) };
}

/** All on one scale and one number of months, so that whole numbers compare. */
function readPerMonth(texts: readonly string[]): bigint[] {
  const values = texts.map((text) => {
    const { amount, months } = perMonthOf(text);
    return { amount: decimal(amount), months: BigInt(months) };
  });
  const scale = values.reduce((most, value) => Math.max(most, value.amount.scale), 0);
  const months = [...new Set(values.map((value) => value.months))].reduce(leastCommonMultiple, 1n);
  return values.map((value) => unitsAtScale(value.amount, scale) * (months / value.months));
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

function compareBigInts(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Null without both sides in one currency, and where the price is 0: then a share of it means nothing. */
function marginText({ amounts }: ListOffer): string | null {
  const sides = marginSides(amounts);
  return sides === null || decimal(sides.price).units === 0n ? null : `${sides.cost}|${sides.price}`;
}

type Share = { readonly part: bigint; readonly whole: bigint };

function readShares(texts: readonly string[]): Share[] {
  return texts.map((text) => {
    const [cost = "", price = ""] = text.split("|");
    const [a, b] = [decimal(cost), decimal(price)];
    const [costUnits, priceUnits] = [a.units * powerOfTen(b.scale), b.units * powerOfTen(a.scale)];
    const sign = priceUnits < 0n ? -1n : 1n;
    return { part: (priceUnits - costUnits) * sign, whole: priceUnits * sign };
  });
}

const TENTHS_MOST = 10_000;

function tenthsOf({ part, whole }: Share): number {
  const tenths = parseInt(divideHalfAwayFromZero(part * 1000n, whole).toString(), 10);
  return Math.max(-TENTHS_MOST, Math.min(TENTHS_MOST, tenths));
}

function compareShares(a: Share, b: Share): number {
  return compareBigInts(a.part * b.whole, b.part * a.whole);
}

function startsByRow(starts: Int32Array, rowOf: Int32Array): Int32Array {
  const result = new Int32Array(rowOf.length + 1);
  rowOf.forEach((row, i) => (result[row + 1] = (starts[i + 1] ?? 0) - (starts[i] ?? 0)));
  for (let row = 1; row < result.length; row += 1) result[row] = (result[row] ?? 0) + (result[row - 1] ?? 0);
  return result;
}

/** By place in the finished columns: where the entry stood when it was added. */
function placesByRow(starts: Int32Array, rowOf: Int32Array): Int32Array {
  const finalStarts = startsByRow(starts, rowOf);
  const places = new Int32Array(finalStarts[rowOf.length] ?? 0);
  rowOf.forEach((row, i) => {
    const first = finalStarts[row] ?? 0;
    for (let from = starts[i] ?? 0, to = first; from < (starts[i + 1] ?? 0); from += 1, to += 1) places[to] = from;
  });
  return places;
}
