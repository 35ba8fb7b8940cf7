import { deleteCartRoute, getCartRoute, updateCartRoute } from "@/lib/contracts/cart";
import { cartAnswer } from "@/lib/server/carts/cart-answer";
import { deleteCart } from "@/lib/server/carts/delete-cart";
import { requireIfMatch } from "@/lib/server/carts/if-match";
import { readCart } from "@/lib/server/carts/read-cart";
import { updateCart } from "@/lib/server/carts/update-cart";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(getCartRoute, async ({ viewer, params }) =>
  cartAnswer(await readCart(await openDesk(), viewer, params.id)),
);

export const PATCH = route(updateCartRoute, async ({ viewer, params, body, request }) =>
  cartAnswer(await updateCart(await openDesk(), viewer, params.id, requireIfMatch(request), body)),
);

export const DELETE = route(deleteCartRoute, async ({ viewer, params, request }) =>
  deleteCart(await openDesk(), viewer, params.id, requireIfMatch(request)),
);
