import { columnOfCodes, type FacetColumn } from "@/lib/domain/catalog/index/facet-column";
import type { OfferColumns } from "@/lib/domain/catalog/index/offer-columns";
import { formatDecimal } from "@/lib/domain/money/decimal";
import { marginBand, marginBandNames, type MarginBands } from "@/lib/domain/pricing/margin-bands";

/** By offer: the place of its margin's band in `marginBandNames` from 1; 0 where there is no margin. */
export type OfferBands = Uint8Array;

export function bandsOfOffers({ marginRanks, marginTenths }: OfferColumns, bands: MarginBands): OfferBands {
  const starts = marginBandNames.map((_, band) => firstRankOf(marginTenths, bands, band));
  const ofRank = new Uint8Array(marginTenths.length);
  starts.forEach((start, band) => ofRank.fill(band + 1, start));
  return bytesAt(ofRank, marginRanks);
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

/** The band of the margin that each row shows. */
export function marginColumn(bands: OfferBands, shown: Int32Array): FacetColumn {
  return columnOfCodes(marginBandNames, bytesAt(bands, shown));
}

/** The byte at each place; 0 where the place is -1. */
function bytesAt(bytes: Uint8Array, places: Int32Array): Uint8Array {
  const found = new Uint8Array(places.length);
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? -1;
    if (place >= 0) found[i] = bytes[place] ?? 0;
  }
  return found;
}
