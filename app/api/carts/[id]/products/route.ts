import { addProductsToCartRoute } from "@/lib/contracts/favourites";
import { addProductsToCart } from "@/lib/server/favourites/add-list-to-cart";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const POST = route(addProductsToCartRoute, async ({ viewer, params, body }) =>
  addProductsToCart(await openDesk(), viewer, params.id, body.items),
);
