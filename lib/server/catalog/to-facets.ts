import type { FacetValue } from "@/lib/contracts/catalog";
import type { CatalogAnswer, FacetCount } from "@/lib/domain/catalog/catalog-index";
import { catalogFacets, type CatalogFacet } from "@/lib/domain/catalog/facets";
import { facetLabel, marginBandLabel } from "@/lib/domain/catalog/facet-labels";
import { type MarginBand, marginBandNames, type MarginBands } from "@/lib/domain/pricing/margin-bands";
import { vendorLabel } from "@/lib/server/catalog/vendor-label";

const FACET_VALUES_MAX = 500;

/** The counted facets as they are shown, in the order of the screen. */
export function facetsOf(answer: CatalogAnswer, bands: MarginBands): Record<string, FacetValue[]> {
  const facets: Record<string, FacetValue[]> = {};
  for (const facet of catalogFacets) {
    const counts = answer.facets[facet];
    if (!counts) continue;
    facets[facet] = mostUseful(counts).map(({ value, count, selected }) => {
      return { value, label: labelOf(facet, value, bands), count, selected };
    });
  }
  return facets;
}

/** All values up to a limit; beyond it those that are chosen or would find something. */
function mostUseful(counts: readonly FacetCount[]): readonly FacetCount[] {
  if (counts.length <= FACET_VALUES_MAX) return counts;
  const useful = counts.filter(({ count, selected }) => count > 0 || selected);
  return [...useful.filter(({ selected }) => selected), ...useful.filter(({ selected }) => !selected)].slice(
    0,
    FACET_VALUES_MAX,
  );
}

function labelOf(facet: CatalogFacet, value: string, bands: MarginBands): string {
  if (facet === "vendor") return vendorLabel(value);
  return isMarginBand(facet, value) ? marginBandLabel(value, bands) : facetLabel(facet, value);
}

function isMarginBand(facet: CatalogFacet, value: string): value is MarginBand {
  return facet === "marginBand" && (marginBandNames as readonly string[]).includes(value);
}
