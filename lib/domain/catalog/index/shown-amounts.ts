import { type Bitset, bitsetRows, countBits, emptyBitset } from "@/lib/domain/catalog/index/bitset";
import type { OfferBands } from "@/lib/domain/catalog/index/margin-column";
import type { OfferColumns, RankRange } from "@/lib/domain/catalog/index/offer-columns";

/** Rows whose rank lies in the range; a row without one lies in none. */
export function rowsInRange(ranks: Int32Array, [from, to]: RankRange): Bitset {
  const set = emptyBitset(ranks.length);
  const least = Math.max(0, from);
  for (let word = 0; word < set.length; word += 1) {
    const start = word << 5;
    const end = Math.min(ranks.length, start + 32);
    let bits = 0;
    for (let row = start; row < end; row += 1) {
      const rank = ranks[row] ?? -1;
      if (rank >= least && rank < to) bits |= 1 << (row & 31);
    }
    set[word] = bits;
  }
  return set;
}

/** What an amount must meet; null where anything will do. `isWanted` is by band, as `OfferBands` counts them. */
export type AmountBounds = {
  readonly range: RankRange | null;
  readonly banded: { readonly bands: OfferBands; readonly isWanted: readonly boolean[] } | null;
};

/** By currency: how many of the rows meet the bounds with the amounts they have in it. */
export function countCurrencies(offers: OfferColumns, within: Bitset, { range, banded }: AmountBounds): Int32Array {
  const counts = new Int32Array(offers.currencyNames.length);
  const { starts, priceRanks, currencies } = offers;
  const [from, to] = range ? [Math.max(0, range[0]), range[1]] : [-1, Infinity];
  for (const row of bitsetRows(within, countBits(within))) {
    const end = starts[row + 1] ?? 0;
    for (let offer = starts[row] ?? 0; offer < end; offer += 1) {
      const rank = priceRanks[offer] ?? -1;
      if (rank < from || rank >= to) continue;
      if (banded && !banded.isWanted[banded.bands[offer] ?? 0]) continue;
      const currency = currencies[offer] ?? 0;
      counts[currency] = (counts[currency] ?? 0) + 1;
    }
  }
  return counts;
}
