import type { FavouriteDetail, FavouriteList } from "@/lib/contracts/favourites";
import { type Catalog } from "@/lib/server/catalog/current-catalog";
import { findSummaries } from "@/lib/server/catalog/find-summaries";
import { findList, listsFor, toFavouriteList } from "@/lib/server/favourites/favourite-store";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

export async function listFavourites(db: Database, viewer: Viewer): Promise<{ items: FavouriteList[]; total: number }> {
  const items = (await listsFor(db, viewer)).map((list) => toFavouriteList(viewer, list));
  return { items, total: items.length };
}

/** One list with its products as the catalog has them now; cost and margin only for those who may see them. */
export async function readFavouriteList(
  db: Database,
  catalog: Catalog,
  viewer: Viewer,
  id: string,
): Promise<FavouriteDetail> {
  const list = await findList(db, viewer, id, "read");
  const summaries = findSummaries(catalog, viewer, list.items);
  const items = list.items.map(({ vendor, key, name, addedAt }, index) => {
    const product = summaries[index] ?? null;
    return { vendor, key, name: product?.name ?? name, addedAt, product };
  });
  return { ...toFavouriteList(viewer, list), asOf: { ...catalog.asOf }, items };
}
