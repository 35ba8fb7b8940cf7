import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getJson } from "@/lib/client/api";
import type { ProductList } from "@/lib/contracts/catalog";
import type { FlagFacet, ListFacet } from "@/lib/domain/catalog/facets";

/** Rows come in steps of this many. */
export const ROWS_PER_PAGE = 50;

/** What decides which products are listed and in what order; the number of rows shown is not part of it. */
export type CatalogFilter = {
  readonly q: string;
  readonly sort: string;
  readonly priceMin: string;
  readonly priceMax: string;
  readonly locale: string;
} & { readonly [Name in FlagFacet]: string } & { readonly [Name in ListFacet]: readonly string[] };

/** The filter as the API's query: empty values left out. */
export function catalogSearch(filter: CatalogFilter): Record<string, string | string[]> {
  const search: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(filter)) {
    if (value.length > 0) search[name] = typeof value === "string" ? value : [...value];
  }
  return search;
}

export function productListKey(filter: CatalogFilter) {
  return ["products", "list", catalogSearch(filter)] as const;
}

export function productListQuery(filter: CatalogFilter) {
  return infiniteQueryOptions({
    queryKey: productListKey(filter),
    queryFn: ({ pageParam, signal }) =>
      getJson<ProductList>("/api/products", {
        search: { ...catalogSearch(filter), page: pageParam, pageSize: ROWS_PER_PAGE },
        signal,
      }),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.pageSize < last.total ? last.page + 1 : undefined),
    placeholderData: keepPreviousData,
  });
}

/** Only how many there are, for "remove and see 14". */
export function productCountQuery(filter: CatalogFilter) {
  return queryOptions({
    queryKey: ["products", "count", catalogSearch(filter)],
    queryFn: async ({ signal }) => {
      const search = { ...catalogSearch(filter), pageSize: 1 };
      return (await getJson<ProductList>("/api/products", { search, signal })).total;
    },
  });
}
