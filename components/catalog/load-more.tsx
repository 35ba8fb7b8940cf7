"use client";

import { catalogHref } from "@/components/catalog/search-params";
import { SoftLink } from "@/components/catalog/soft-link";
import type { Catalog } from "@/components/catalog/use-catalog";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";

/** Fifty more at a press; past what one can look through, the way to the filters. */
export function LoadMore({ catalog: { list, items, state, showMore, isLoadingMore, atMost } }: { catalog: Catalog }) {
  const left = (list?.total ?? 0) - items.length;
  if (left <= 0) return null;
  if (atMost) {
    return (
      <p className="text-ink-muted text-center">
        {formatNumber(String(items.length))} rows are shown, as many as one can look through. Narrow the list with
        filters or words to see the other {formatNumber(String(left))}.{" "}
        <button type="button" className="link max-lg:hidden" title="Go to the filters (f)" onClick={focusFilters}>
          Go to the filters
        </button>
      </p>
    );
  }
  if (isLoadingMore) {
    return (
      <Button busy size="large">
        Loading more…
      </Button>
    );
  }
  return (
    <SoftLink
      href={catalogHref(state, { rows: items.length + 50 })}
      onFollow={showMore}
      className="btn border-line-strong! bg-surface hover:bg-wash h-9!"
    >
      Load {Math.min(50, left)} more ({formatNumber(String(left))} left)
    </SoftLink>
  );
}

function focusFilters(): void {
  document.querySelector<HTMLElement>("#filters summary")?.focus();
}
