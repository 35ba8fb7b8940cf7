import { createFavouriteListRoute, listFavouritesRoute } from "@/lib/contracts/favourites";
import { createFavouriteList } from "@/lib/server/favourites/change-favourites";
import { listFavourites } from "@/lib/server/favourites/read-favourites";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";
import { database } from "@/lib/server/store/database";

export * from "@/lib/server/http/other-methods";

export const GET = route(listFavouritesRoute, async ({ viewer }) => listFavourites(await database(), viewer));

export const POST = route(createFavouriteListRoute, async ({ viewer, body }) =>
  createFavouriteList(await openDesk(), viewer, body),
);
