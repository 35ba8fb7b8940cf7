import { applyFixRoute } from "@/lib/contracts/cart";
import { applyCartFix } from "@/lib/server/carts/apply-cart-fix";
import { cartAnswer } from "@/lib/server/carts/cart-answer";
import { requireIfMatch } from "@/lib/server/carts/if-match";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const POST = route(applyFixRoute, async ({ viewer, params, body, request }) =>
  cartAnswer(await applyCartFix(await openDesk(), viewer, params.id, requireIfMatch(request), body.fixId)),
);
