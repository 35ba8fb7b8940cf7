import { dehydrate, HydrationBoundary, type InfiniteData } from "@tanstack/react-query";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { createLoader } from "nuqs/server";
import { CatalogScreen } from "@/components/catalog/catalog-screen";
import { readPreferences } from "@/components/catalog/preferences";
import { catalogFilter, catalogParsers, pagesShown, unreadable } from "@/components/catalog/search-params";
import { catalogSearch, productListKey, ROWS_PER_PAGE } from "@/lib/client/catalog-queries";
import { makeQueryClient } from "@/lib/client/query-client";
import { savedViewsQuery } from "@/lib/client/saved-view-queries";
import { statusQuery } from "@/lib/client/session-queries";
import { type ProductList, ProductQuerySchema } from "@/lib/contracts/catalog";
import { browseCatalog } from "@/lib/server/catalog/browse-catalog";
import { shownLocales } from "@/lib/server/catalog/localized-names";
import { pageViewer } from "@/lib/server/page-viewer";
import { listSavedViews } from "@/lib/server/saved-views/saved-views";
import { readDeskStatus } from "@/lib/server/status/read-desk-status";
import { database } from "@/lib/server/store/database";
import { may } from "@/lib/server/viewer";

type CatalogPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const loadCatalogState = createLoader(catalogParsers);

export async function generateMetadata({ searchParams }: CatalogPageProps): Promise<Metadata> {
  const { q } = await loadCatalogState(searchParams);
  return { title: q ? `${q} - Catalog` : "Catalog" };
}

/** First rows and facets come with the page; from then on the browser asks the API under the same key. */
export default async function CatalogPage({ searchParams }: CatalogPageProps) {
  const viewer = await pageViewer();
  const raw = await searchParams;
  const state = await loadCatalogState(searchParams);
  const mayReadCosts = may(viewer, "costs:read");
  const filter = catalogFilter(state);

  const pages: ProductList[] = [];
  for (let page = 1; page <= pagesShown(state); page += 1) {
    const query = ProductQuerySchema.parse({ ...catalogSearch(filter), page, pageSize: ROWS_PER_PAGE });
    const list = await browseCatalog(viewer, query);
    pages.push(list);
    if (page * ROWS_PER_PAGE >= list.total) break;
  }
  const queryClient = makeQueryClient();
  queryClient.setQueryData<InfiniteData<ProductList, number>>(productListKey(filter), {
    pages,
    pageParams: pages.map((page) => page.page),
  });
  // A vendor's trouble stands above the rows: told from the start, it pushes none away later.
  queryClient.setQueryData(statusQuery.queryKey, await readDeskStatus(viewer));
  queryClient.setQueryData(savedViewsQuery.queryKey, (await listSavedViews(await database(), viewer)).items);
  const jar = await cookies();
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <CatalogScreen
        userId={viewer.userId}
        mayReadCosts={mayReadCosts}
        locales={await shownLocales()}
        preferences={readPreferences(viewer.userId, (name) => jar.get(name)?.value)}
        unreadable={unreadable(raw, state)}
      />
    </HydrationBoundary>
  );
}
