import { pasteRoute } from "@/lib/contracts/cart-paste";
import { entityTag, readIfMatch } from "@/lib/server/carts/if-match";
import { pasteIntoCart } from "@/lib/server/carts/paste-into-cart";
import { openDesk } from "@/lib/server/open-desk";
import { json, route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const POST = route(pasteRoute, async ({ viewer, params, query, body, request }) => {
  const dryRun = query.dryRun === undefined ? body.dryRun : query.dryRun === "true";
  const paste = { text: body.text, dryRun, ifMatch: readIfMatch(request) };
  const result = await pasteIntoCart(await openDesk(), viewer, params.id, paste);
  return json(result, result.cart ? { headers: { etag: entityTag(result.cart.version) } } : {});
});
