import { seekGoalRoute } from "@/lib/contracts/cart-goal";
import { entityTag, readIfMatch } from "@/lib/server/carts/if-match";
import { seekCartGoal } from "@/lib/server/carts/seek-cart-goal";
import { openDesk } from "@/lib/server/open-desk";
import { json, route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const POST = route(seekGoalRoute, async ({ viewer, params, body, request }) => {
  const result = await seekCartGoal(await openDesk(), viewer, params.id, { goal: body, ifMatch: readIfMatch(request) });
  return json(result, result.cart ? { headers: { etag: entityTag(result.cart.version) } } : {});
});
