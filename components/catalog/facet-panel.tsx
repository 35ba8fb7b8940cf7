"use client";

import { FacetGroup } from "@/components/catalog/facet-group";
import { facetTitles } from "@/components/catalog/facet-words";
import { PriceRange } from "@/components/catalog/price-range";
import { isFlagFacet, isListFacet, toggled, type CatalogState } from "@/components/catalog/search-params";
import type { Catalog } from "@/components/catalog/use-catalog";

/** The filters as a plain GET form: ticks take effect at once, and without JavaScript by its Apply button. */
export function FacetPanel({ catalog }: { catalog: Catalog }) {
  const { state, change, list } = catalog;
  return (
    <form action="/catalog" aria-label="Filters">
      {state.q ? <input type="hidden" name="q" value={state.q} /> : null}
      {state.sort ? <input type="hidden" name="sort" value={state.sort} /> : null}
      {Object.entries(facetTitles).map(([name, title]) => {
        const values = list?.facets[name];
        if (!values || !isWorthShowing(name, values, state)) return null;
        return (
          <FacetGroup
            key={name}
            name={name}
            title={title}
            values={values}
            isChosen={(value) => isChosen(state, name, value)}
            onToggle={(value) => change(toggled(state, name, value))}
          />
        );
      })}
      <PriceRange state={state} change={change} />
      <noscript>
        <div className="p-4">
          <button type="submit" className="btn w-full" data-tone="primary">
            Apply
          </button>
        </div>
      </noscript>
    </form>
  );
}

export function isChosen(state: CatalogState, facet: string, value: string): boolean {
  if (isFlagFacet(facet)) return state[facet] === value;
  return isListFacet(facet) && state[facet].includes(value);
}

function isWorthShowing(name: string, values: readonly { value: string }[], state: CatalogState): boolean {
  return values.length > 1 || values.some(({ value }) => isChosen(state, name, value));
}
