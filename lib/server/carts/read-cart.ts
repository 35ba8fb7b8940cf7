import type { CartDto } from "@/lib/contracts/cart";
import { findCart } from "@/lib/server/carts/cart-store";
import { toCartDto } from "@/lib/server/carts/to-cart-dto";
import type { Desk } from "@/lib/server/desk";
import type { Viewer } from "@/lib/server/viewer";

/** A cart as it stands today: judged and priced with the current catalog. Throws `not-found`. */
export async function readCart(desk: Desk, viewer: Viewer, id: string): Promise<CartDto> {
  return toCartDto(desk, viewer, await findCart(desk.db, viewer, id, "read"));
}
