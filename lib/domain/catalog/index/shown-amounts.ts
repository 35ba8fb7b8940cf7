import { addToBitset, type Bitset, emptyBitset, isInBitset } from "@/lib/domain/catalog/index/bitset";
import { bandOfRank, type BandStarts } from "@/lib/domain/catalog/index/margin-column";
import type { OfferColumns, RankRange } from "@/lib/domain/catalog/index/offer-columns";

/** Rows whose rank lies in the range; a row without one lies in none. */
export function rowsInRange(ranks: Int32Array, [from, to]: RankRange): Bitset {
  const set = emptyBitset(ranks.length);
  const least = Math.max(0, from);
  for (let row = 0; row < ranks.length; row += 1) {
    const rank = ranks[row] ?? -1;
    if (rank >= least && rank < to) addToBitset(set, row);
  }
  return set;
}

/** What a shown amount must meet; null where anything will do. */
export type AmountBounds = {
  readonly range: RankRange | null;
  readonly bands: readonly number[] | null;
  readonly starts: BandStarts;
};

/** By currency: how many of the rows meet the bounds with the amounts they have in it. */
export function countCurrencies(
  offers: OfferColumns,
  within: Bitset,
  { range, bands, starts }: AmountBounds,
): Int32Array {
  const counts = new Int32Array(offers.currencyNames.length);
  const [from, to] = range ?? [-1, Infinity];
  const size = offers.starts.length - 1;
  for (let row = 0; row < size; row += 1) {
    if (!isInBitset(within, row)) continue;
    const end = offers.starts[row + 1] ?? 0;
    for (let offer = offers.starts[row] ?? 0; offer < end; offer += 1) {
      const rank = offers.priceRanks[offer] ?? -1;
      if (range && (rank < 0 || rank < from || rank >= to)) continue;
      if (bands && !bands.includes(bandOfRank(offers.marginRanks[offer] ?? -1, starts))) continue;
      const currency = offers.currencies[offer] ?? 0;
      counts[currency] = (counts[currency] ?? 0) + 1;
    }
  }
  return counts;
}
