"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useEffect, useMemo, useRef } from "react";
import {
  type CatalogChange,
  catalogFilter,
  catalogParsers,
  type CatalogState,
  MOST_ROWS,
  pagesShown,
} from "@/components/catalog/search-params";
import { formatCount } from "@/components/ui/format";
import { announce } from "@/components/ui/announce";
import { productListQuery } from "@/lib/client/catalog-queries";
import type { ProductList, ProductSummary } from "@/lib/contracts/catalog";

export type Catalog = {
  readonly state: CatalogState;
  /** Each change is one step of history; the rows shown go back to the first fifty. */
  readonly change: (change: CatalogChange) => void;
  readonly list: ProductList | undefined;
  readonly items: readonly ProductSummary[];
  /** Old rows are still shown while new ones are on their way. */
  readonly isChanging: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly showMore: () => void;
  /** Which columns stand in the address says nothing about the rows: they stay. */
  readonly showColumns: (columns: CatalogState["columns"]) => void;
  /** Opening is one step of history, going on to another row and closing is not. */
  readonly preview: (id: string | null) => void;
  readonly isLoadingMore: boolean;
  readonly atMost: boolean;
};

export function useCatalog(): Catalog {
  const [state, setState] = useQueryStates(catalogParsers, { history: "push" });
  const filter = useMemo(() => catalogFilter(state), [state]);
  const query = useInfiniteQuery(productListQuery(filter));
  const { data, hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage } = query;

  const wantedPages = pagesShown(state);
  const loadedPages = data?.pages.length ?? 0;
  const isShort = !isPlaceholderData && loadedPages > 0 && loadedPages < wantedPages && hasNextPage;
  useEffect(() => {
    if (isShort && !isFetchingNextPage) void fetchNextPage();
  }, [isShort, isFetchingNextPage, fetchNextPage]);

  const list = data?.pages[0];
  const announced = useRef(list);
  useEffect(() => {
    if (!list || isPlaceholderData || announced.current === list) return;
    announced.current = list;
    announce(formatCount(list.total, "product"));
  }, [list, isPlaceholderData]);

  const items = useMemo(
    () => data?.pages.slice(0, wantedPages).flatMap((page) => page.items) ?? [],
    [data, wantedPages],
  );
  return {
    state,
    change: (change) => void setState({ rows: null, preview: null, ...change }),
    list,
    items,
    isChanging: isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
    showMore: () => void setState({ rows: Math.min(MOST_ROWS, items.length + 50) }, { history: "replace" }),
    showColumns: (columns) => void setState({ columns }, { history: "replace" }),
    preview: (id) =>
      void setState({ preview: id }, { history: id === null || state.preview !== null ? "replace" : "push" }),
    isLoadingMore: isFetchingNextPage || isShort,
    atMost: items.length >= MOST_ROWS,
  };
}
