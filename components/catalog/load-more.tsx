"use client";

import { useEffect, useRef } from "react";
import { catalogHref } from "@/components/catalog/search-params";
import { SoftLink } from "@/components/catalog/soft-link";
import type { Catalog } from "@/components/catalog/use-catalog";
import { announce } from "@/components/ui/announce";
import { formatCount, formatNumber } from "@/components/ui/format";

/** Fifty more at a press; past what one can look through, the way to the filters. */
export function LoadMore({ catalog: { list, items, state, showMore, isLoadingMore, atMost } }: { catalog: Catalog }) {
  const total = list?.total ?? 0;
  const left = total - items.length;
  const readOn = useReadOn(items.length, total);
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
  return (
    <SoftLink
      href={catalogHref(state, { rows: items.length + 50 })}
      onFollow={() => {
        if (isLoadingMore) return;
        readOn();
        showMore();
      }}
      className="btn border-line-strong! bg-surface hover:bg-wash h-9!"
    >
      {isLoadingMore ? "Loading more…" : `Load ${Math.min(50, left)} more (${formatNumber(String(left))} left)`}
    </SoftLink>
  );
}

/** Once the rows asked for have come, the focus goes to the first of them and their number is told. */
function useReadOn(shown: number, total: number) {
  const readFrom = useRef<number | null>(null);
  useEffect(() => {
    const from = readFrom.current;
    if (from === null || shown <= from) return;
    readFrom.current = null;
    announce(`${formatNumber(String(shown))} of ${formatCount(total, "product")} shown`);
    document.querySelectorAll<HTMLElement>("[data-row-link]")[from]?.focus({ preventScroll: true });
  }, [shown, total]);
  return () => {
    readFrom.current = shown;
  };
}

function focusFilters(): void {
  document.querySelector<HTMLElement>("#filters summary")?.focus();
}
