import { columnOfCodes, type FacetColumn } from "@/lib/domain/catalog/index/facet-column";
import type { OfferColumns } from "@/lib/domain/catalog/index/offer-columns";
import { formatDecimal } from "@/lib/domain/money/decimal";
import { marginBand, marginBandNames, type MarginBands } from "@/lib/domain/pricing/margin-bands";

/** First margin rank of each band; a last entry ends the last band. */
export type BandStarts = readonly number[];

export function bandStarts({ marginTenths }: OfferColumns, bands: MarginBands): BandStarts {
  const starts = marginBandNames.map((_, band) => firstRankOf(marginTenths, bands, band));
  return [...starts, marginTenths.length];
}

/** Ranks ascend with the margin, and so do the bands. */
function firstRankOf(tenths: Int32Array, bands: MarginBands, wanted: number): number {
  let [low, high] = [0, tenths.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const percent = formatDecimal({ units: BigInt(tenths[middle] ?? 0), scale: 1 }, 1);
    if (marginBandNames.indexOf(marginBand(percent, bands)) >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The place of a rank's band in `marginBandNames`; -1 where there is no margin. */
export function bandOfRank(rank: number, starts: BandStarts): number {
  let band = -1;
  while (rank >= 0 && rank >= (starts[band + 1] ?? Infinity) && band < marginBandNames.length - 1) band += 1;
  return band;
}

/** The band of the margin that each row shows. */
export function marginColumn(offers: OfferColumns, shown: Int32Array, starts: BandStarts): FacetColumn {
  const codes = Int8Array.from(shown, (offer) => bandOfRank(offers.marginRanks[offer] ?? -1, starts));
  return columnOfCodes(marginBandNames, codes);
}
