import { undoCartRoute } from "@/lib/contracts/cart";
import { cartAnswer } from "@/lib/server/carts/cart-answer";
import { requireIfMatch } from "@/lib/server/carts/if-match";
import { undoCart } from "@/lib/server/carts/undo-cart";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const POST = route(undoCartRoute, async ({ viewer, params, request }) =>
  cartAnswer(await undoCart(await openDesk(), viewer, params.id, requireIfMatch(request))),
);
