"use client";

import { X } from "lucide-react";
import { useRef } from "react";
import { facetTitles } from "@/components/catalog/facet-words";
import { isChosen } from "@/components/catalog/facet-panel";
import { focusTotal } from "@/components/catalog/focus-total";
import {
  type CatalogChange,
  catalogHref,
  type CatalogState,
  cleared,
  toggled,
} from "@/components/catalog/search-params";
import { SoftLink } from "@/components/catalog/soft-link";
import type { Catalog } from "@/components/catalog/use-catalog";
import { formatNumber } from "@/components/ui/format";
import type { ProductList } from "@/lib/contracts/catalog";
import { catalogFacets, isFlagFacet } from "@/lib/domain/catalog/facets";

export type Chip = { key: string; text: string; without: CatalogChange };

/** Every filter in force, in the panel's order. */
export function chipsOf(state: CatalogState, list: ProductList | undefined): Chip[] {
  const chips: Chip[] = [];
  for (const facet of catalogFacets) {
    const chosen = [state[facet] ?? []].flat();
    for (const value of chosen) {
      const label = list?.facets[facet]?.find((one) => one.value === value)?.label ?? value;
      const unknown = list?.dropped.some((one) => one.name === facet && one.value === value);
      if (unknown || !isChosen(state, facet, value)) continue;
      chips.push({
        key: `${facet}=${value}`,
        // A yes-or-no facet's label says it all: "Stands alone".
        text: isFlagFacet(facet) ? label : `${facetTitles[facet] ?? facet}: ${label}`,
        without: toggled(state, facet, value),
      });
    }
  }
  if (state.priceMin !== null) {
    chips.push({ key: "priceMin", text: `Price from ${formatNumber(state.priceMin)}`, without: { priceMin: null } });
  }
  if (state.priceMax !== null) {
    chips.push({ key: "priceMax", text: `Price to ${formatNumber(state.priceMax)}`, without: { priceMax: null } });
  }
  return chips;
}

export function Chips({ catalog: { state, list, change } }: { catalog: Catalog }) {
  const row = useRef<HTMLUListElement>(null);
  const chips = chipsOf(state, list);
  if (chips.length === 0) return null;

  const remove = (index: number) => {
    change(chips[index]?.without ?? {});
    // The removed chip takes the focus along; the next one, the one before or the total gets it.
    requestAnimationFrame(() => {
      const links = row.current?.querySelectorAll("a");
      const next = links?.[Math.min(index, links.length - 1)] ?? document.getElementById("product-total");
      next?.focus();
    });
  };
  return (
    <ul ref={row} aria-label="Filters in force" className="flex flex-wrap items-center gap-1.5">
      {chips.map((chip, index) => (
        <li key={chip.key}>
          <SoftLink
            href={catalogHref(state, chip.without)}
            onFollow={() => remove(index)}
            label={`Remove ${chip.text}`}
            className="border-line-strong bg-surface hover:border-line-control text-table group/chip inline-flex h-7 max-w-72 items-center gap-1.5 rounded-full border pr-2 pl-3"
          >
            <span className="truncate">{chip.text}</span>
            <X aria-hidden="true" className="text-ink-faint group-hover/chip:text-ink size-3.5!" />
          </SoftLink>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <SoftLink
            href={catalogHref(state, cleared())}
            onFollow={() => {
              change(cleared());
              focusTotal();
            }}
            className="link text-table px-1.5"
          >
            Clear all
          </SoftLink>
        </li>
      ) : null}
    </ul>
  );
}
