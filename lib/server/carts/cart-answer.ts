import type { CartDto } from "@/lib/contracts/cart";
import { entityTag } from "@/lib/server/carts/if-match";
import { json, type JsonAnswer } from "@/lib/server/route";

/** A cart with the entity tag that the next write has to name. */
export function cartAnswer(cart: CartDto): JsonAnswer {
  return json(cart, { headers: { etag: entityTag(cart.version) } });
}
