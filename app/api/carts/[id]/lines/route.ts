import { addLineRoute } from "@/lib/contracts/cart";
import { addToCart } from "@/lib/server/carts/add-to-cart";
import { cartAnswer } from "@/lib/server/carts/cart-answer";
import { requireIfMatch } from "@/lib/server/carts/if-match";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const POST = route(addLineRoute, async ({ viewer, params, body, request }) =>
  cartAnswer(await addToCart(await openDesk(), viewer, params.id, requireIfMatch(request), body)),
);
