import { addListToCartRoute } from "@/lib/contracts/favourites";
import { addListToCart } from "@/lib/server/favourites/add-list-to-cart";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const POST = route(addListToCartRoute, async ({ viewer, params, body }) =>
  addListToCart(await openDesk(), viewer, params.id, body.cartId),
);
