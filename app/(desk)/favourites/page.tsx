import type { Metadata } from "next";
import { FavouritesScreen } from "@/components/favourites/favourites-screen";
import { vendorLabels } from "@/lib/server/catalog/vendor-label";
import { listFavourites } from "@/lib/server/favourites/read-favourites";
import { pageViewer } from "@/lib/server/page-viewer";
import { database } from "@/lib/server/store/database";
import { may } from "@/lib/server/viewer";

type FavouritesPageProps = { searchParams: Promise<{ list?: string | string[] }> };

export const metadata: Metadata = { title: "Favourites" };

export default async function FavouritesPage({ searchParams }: FavouritesPageProps) {
  const viewer = await pageViewer();
  const { list } = await searchParams;
  const { items } = await listFavourites(await database(), viewer);
  return (
    <FavouritesScreen
      initial={items}
      chosen={typeof list === "string" && list !== "" ? list : null}
      mayReadCosts={may(viewer, "costs:read")}
      labels={vendorLabels()}
    />
  );
}
