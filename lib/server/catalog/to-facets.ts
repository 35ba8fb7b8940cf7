import type { FacetValue } from "@/lib/contracts/catalog";
import type { CatalogAnswer, FacetCount } from "@/lib/domain/catalog/catalog-index";
import { catalogFacets, type CatalogFacet } from "@/lib/domain/catalog/facets";
import { facetLabel } from "@/lib/domain/catalog/facet-labels";
import { vendorLabel } from "@/lib/server/catalog/vendor-label";

const FACET_VALUES_MAX = 500;

/** The counted facets as they are shown, in the order of the screen. */
export function facetsOf(answer: CatalogAnswer): Record<string, FacetValue[]> {
  const facets: Record<string, FacetValue[]> = {};
  for (const facet of catalogFacets) {
    const counts = answer.facets[facet];
    if (counts) facets[facet] = mostUseful(counts).map((count) => toFacetValue(facet, count));
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

function toFacetValue(facet: CatalogFacet, { value, count, selected }: FacetCount): FacetValue {
  const label = facet === "vendor" ? vendorLabel(value) : facetLabel(facet, value);
  return { value, label, count, selected };
}
