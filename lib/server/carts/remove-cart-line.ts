import type { CartDto } from "@/lib/contracts/cart";
import { removeLine } from "@/lib/domain/cart/edit-cart";
import { changeCart } from "@/lib/server/carts/change-cart";
import { type LinePlace, requireLine } from "@/lib/server/carts/change-cart-line";
import type { IfMatch } from "@/lib/server/carts/if-match";
import { settleLines } from "@/lib/server/carts/settle-lines";
import type { Desk } from "@/lib/server/desk";
import type { Viewer } from "@/lib/server/viewer";

/** Takes one line out. Lines that need it stay and say so. */
export async function removeCartLine(desk: Desk, viewer: Viewer, place: LinePlace, ifMatch: IfMatch): Promise<CartDto> {
  return changeCart(desk, viewer, place.id, ifMatch, ({ state }) => {
    const line = requireLine(state, place.lineId);
    return settleLines(desk, state, removeLine(state, line.id), { action: "line-removed" });
  });
}
