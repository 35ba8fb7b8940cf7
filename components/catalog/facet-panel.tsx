"use client";

import { useState } from "react";
import { FacetGroup, type FacetWords } from "@/components/catalog/facet-group";
import { facetTitles, openFacets, vendorWorded } from "@/components/catalog/facet-words";
import type { TablePreferences } from "@/components/catalog/preferences";
import { PriceRange } from "@/components/catalog/price-range";
import { toggled, type CatalogState } from "@/components/catalog/search-params";
import type { Catalog } from "@/components/catalog/use-catalog";
import { isFlagFacet, isListFacet } from "@/lib/domain/catalog/facets";

export type FacetPanelProps = {
  catalog: Catalog;
  /** What the facets' words are in, and what was asked for. */
  words: FacetWords;
  /** What this person folded or unfolded against the usual. */
  folds: TablePreferences["facets"];
  onFold: (folds: TablePreferences["facets"]) => void;
};

/** The filters as a plain GET form: ticks take effect at once, and without JavaScript by its Apply button. */
export function FacetPanel({ catalog, words, folds, onFold }: FacetPanelProps) {
  const { state, change, list } = catalog;
  // Open because something was ticked in it when the page came; it does not fold when that is unticked.
  const [ticked] = useState(() => new Set(Object.keys(facetTitles).filter((name) => hasChosen(state, name))));
  return (
    <form action="/catalog" aria-label="Filters">
      {keptByForm(state).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {Object.entries(facetTitles).map(([name, title]) => {
        const values = list?.facets[name];
        if (!values || !isWorthShowing(name, values, state)) return null;
        return (
          <FacetGroup
            key={name}
            name={name}
            title={title}
            values={values}
            words={vendorWorded.has(name) ? words : null}
            isChosen={(value) => isChosen(state, name, value)}
            onToggle={(value) => change(toggled(state, name, value))}
            open={folds[name] ?? (openFacets.has(name) || ticked.has(name))}
            onOpen={(open) => onFold({ ...folds, [name]: open })}
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

function hasChosen(state: CatalogState, facet: string): boolean {
  if (isFlagFacet(facet)) return state[facet] !== null;
  return isListFacet(facet) && state[facet].length > 0;
}

/** What else is in the address goes along with a form that is sent. */
function keptByForm({ q, sort, per, columns, locale }: CatalogState): [string, string][] {
  const kept: [string, string | null | undefined][] = [
    ["q", q],
    ["sort", sort],
    ["per", per === "billed" ? null : per],
    ["columns", columns?.join(".")],
    ["locale", locale],
  ];
  return kept.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
}

function isWorthShowing(name: string, values: readonly { value: string }[], state: CatalogState): boolean {
  return values.length > 1 || values.some(({ value }) => isChosen(state, name, value));
}
