import { changeFavouriteItemsRoute } from "@/lib/contracts/favourites";
import { changeFavouriteItems } from "@/lib/server/favourites/change-favourites";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const POST = route(changeFavouriteItemsRoute, async ({ viewer, params, body }) =>
  changeFavouriteItems(await openDesk(), viewer, params.id, body),
);
