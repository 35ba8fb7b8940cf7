import { removeLineRoute, updateLineRoute } from "@/lib/contracts/cart";
import { cartAnswer } from "@/lib/server/carts/cart-answer";
import { changeCartLine } from "@/lib/server/carts/change-cart-line";
import { requireIfMatch } from "@/lib/server/carts/if-match";
import { removeCartLine } from "@/lib/server/carts/remove-cart-line";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const PATCH = route(updateLineRoute, async ({ viewer, params, body, request }) =>
  cartAnswer(await changeCartLine(await openDesk(), viewer, params, requireIfMatch(request), body)),
);

export const DELETE = route(removeLineRoute, async ({ viewer, params, request }) =>
  cartAnswer(await removeCartLine(await openDesk(), viewer, params, requireIfMatch(request))),
);
