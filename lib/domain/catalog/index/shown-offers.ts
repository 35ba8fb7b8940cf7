import type { FacetColumn } from "@/lib/domain/catalog/index/facet-column";
import type { CatalogIndexData } from "@/lib/domain/catalog/index/index-data";
import { bandsOfOffers, marginColumn, type OfferBands } from "@/lib/domain/catalog/index/margin-column";
import { tableSize } from "@/lib/domain/catalog/index/string-table";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import type { MarginBands } from "@/lib/domain/pricing/margin-bands";

export type ColumnSort = { readonly by: "price" | "margin" | "updated"; readonly descending: boolean };

export type ShownOffers = {
  /** By row: the rank of the price per month it shows for the asked currencies, -1 where it has none. */
  priceRanksFor(asked: readonly CurrencyCode[]): Int32Array;
  bandsOfOffers(bands: MarginBands): OfferBands;
  /** The margin bands the rows show for the asked currencies. */
  marginColumnFor(asked: readonly CurrencyCode[], bands: MarginBands): FacetColumn;
  /** By row: what it is put in order by, ascending. Unknown values come last whichever way round. */
  sortKeysFor(sort: ColumnSort, asked: readonly CurrencyCode[]): Uint32Array;
};

const KEPT_MAX = 6;

/** Remembers the last few answers: sellers stay with a currency and a sort. */
export function createShownOffers(data: CatalogIndexData): ShownOffers {
  const offers = createSmallCache<Int32Array>();
  const priceRanks = createSmallCache<Int32Array>();
  const columns = createSmallCache<FacetColumn>();
  const offerBands = createSmallCache<OfferBands>();
  const sortKeys = createSmallCache<Uint32Array>();
  const offersFor = (asked: readonly CurrencyCode[]) => offers(asked.join(), () => chooseOffers(data, asked));
  const priceRanksFor = (asked: readonly CurrencyCode[]) =>
    priceRanks(asked.join(), () => ranksOf(data.offers.priceRanks, offersFor(asked)));
  const boundsOf = ({ lowBelow, highAbove }: MarginBands) => `${lowBelow} ${highAbove}`;
  const bandsFor = (bands: MarginBands) => offerBands(boundsOf(bands), () => bandsOfOffers(data.offers, bands));
  return {
    priceRanksFor,
    bandsOfOffers: bandsFor,
    marginColumnFor: (asked, bands) =>
      columns(`${asked.join()} ${boundsOf(bands)}`, () => marginColumn(bandsFor(bands), offersFor(asked))),
    sortKeysFor: (sort, asked) =>
      sortKeys(`${sort.by} ${sort.descending} ${asked.join()}`, () =>
        sort.by === "updated" ? updatedKeys(data, sort) : offerKeys(data, sort, asked, offersFor(asked)),
      ),
  };
}

function chooseOffers({ offers, size }: CatalogIndexData, asked: readonly CurrencyCode[]): Int32Array {
  const wanted = asked.map((currency) => offers.currencyNames.indexOf(currency)).filter((code) => code >= 0);
  const chosen = new Int32Array(size);
  for (let row = 0; row < size; row += 1) {
    const [start, end] = [offers.starts[row] ?? 0, offers.starts[row + 1] ?? 0];
    chosen[row] = start === end ? -1 : start;
    for (const code of wanted) {
      const at = placeOf(offers.currencies, code, start, end);
      if (at < 0) continue;
      chosen[row] = at;
      break;
    }
  }
  return chosen;
}

function placeOf(codes: Int32Array, code: number, start: number, end: number): number {
  for (let at = start; at < end; at += 1) if (codes[at] === code) return at;
  return -1;
}

/** Asked currencies first in the order asked, then the others by code: amounts of two currencies never mix. */
function offerKeys(
  data: CatalogIndexData,
  sort: ColumnSort,
  asked: readonly CurrencyCode[],
  chosen: Int32Array,
): Uint32Array {
  const { offers } = data;
  const byPrice = sort.by === "price";
  const ranks = byPrice ? offers.priceRanks : offers.marginRanks;
  const count = byPrice ? tableSize(offers.prices) : offers.marginTenths.length;
  const names = [...new Set([...asked, ...offers.currencyNames])];
  const groupOf = offers.currencyNames.map((name) => (byPrice ? names.indexOf(name) : 0));
  const unknown = names.length * count;
  const keys = new Uint32Array(chosen.length).fill(unknown);
  for (let row = 0; row < chosen.length; row += 1) {
    const offer = chosen[row] ?? -1;
    const rank = ranks[offer] ?? -1;
    if (rank < 0) continue;
    const before = (groupOf[offers.currencies[offer] ?? 0] ?? 0) * count;
    keys[row] = before + (sort.descending ? count - 1 - rank : rank);
  }
  return keys;
}

function updatedKeys({ updatedRanks, updatedCount }: CatalogIndexData, { descending }: ColumnSort): Uint32Array {
  const keys = new Uint32Array(updatedRanks.length).fill(updatedCount);
  for (let row = 0; row < updatedRanks.length; row += 1) {
    const rank = updatedRanks[row] ?? -1;
    if (rank >= 0) keys[row] = descending ? updatedCount - 1 - rank : rank;
  }
  return keys;
}

function ranksOf(ranks: Int32Array, offers: Int32Array): Int32Array {
  const shown = new Int32Array(offers.length).fill(-1);
  for (let row = 0; row < offers.length; row += 1) {
    const offer = offers[row] ?? -1;
    if (offer >= 0) shown[row] = ranks[offer] ?? -1;
  }
  return shown;
}

function createSmallCache<Value>() {
  const kept = new Map<string, Value>();
  return (key: string, make: () => Value): Value => {
    const value = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, value);
    for (const oldest of kept.size > KEPT_MAX ? kept.keys().take(1) : []) kept.delete(oldest);
    return value;
  };
}
