import { deleteFavouriteListRoute, getFavouriteListRoute, updateFavouriteListRoute } from "@/lib/contracts/favourites";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { deleteFavouriteList, updateFavouriteList } from "@/lib/server/favourites/change-favourites";
import { readFavouriteList } from "@/lib/server/favourites/read-favourites";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";
import { database } from "@/lib/server/store/database";

export * from "@/lib/server/http/other-methods";

export const GET = route(getFavouriteListRoute, async ({ viewer, params }) =>
  readFavouriteList(await database(), await currentCatalog(), viewer, params.id),
);

export const PATCH = route(updateFavouriteListRoute, async ({ viewer, params, body }) =>
  updateFavouriteList(await openDesk(), viewer, params.id, body),
);

export const DELETE = route(deleteFavouriteListRoute, async ({ viewer, params }) =>
  deleteFavouriteList(await openDesk(), viewer, params.id),
);
