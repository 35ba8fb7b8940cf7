"use client";

import { focusTotal } from "@/components/catalog/focus-total";
import { catalogHref, cleared } from "@/components/catalog/search-params";
import { SoftLink } from "@/components/catalog/soft-link";
import type { Catalog } from "@/components/catalog/use-catalog";

/** Part numbers one slip away from one that is not there; the filters fall away with the slip. */
export function DidYouMean({ catalog: { state, list, change } }: { catalog: Catalog }) {
  const numbers = list?.didYouMean ?? [];
  if (numbers.length === 0) return null;
  return (
    <p>
      Did you mean{" "}
      {numbers.map((number, index) => (
        <span key={number}>
          {index === 0 ? "" : index === numbers.length - 1 ? " or " : ", "}
          <SoftLink
            href={catalogHref(state, { ...cleared(), q: number })}
            onFollow={() => {
              change({ ...cleared(), q: number });
              focusTotal();
            }}
            className="link font-mono"
          >
            {number}
          </SoftLink>
        </span>
      ))}
      ?
    </p>
  );
}
