import type { CartDto } from "@/lib/contracts/cart";
import { applyFix } from "@/lib/domain/cart/edit-cart";
import { AppError } from "@/lib/server/app-error";
import { changeCart } from "@/lib/server/carts/change-cart";
import type { IfMatch } from "@/lib/server/carts/if-match";
import { productsFor } from "@/lib/server/carts/price-lines";
import { settleLines } from "@/lib/server/carts/settle-lines";
import { viewCart } from "@/lib/server/carts/view-cart";
import type { Desk } from "@/lib/server/desk";
import { newId } from "@/lib/server/new-id";
import type { Viewer } from "@/lib/server/viewer";

/** Does what a fix of the cart's present problems says; its id stands for the same content only. */
export async function applyCartFix(
  desk: Desk,
  viewer: Viewer,
  id: string,
  ifMatch: IfMatch,
  fixId: string,
): Promise<CartDto> {
  return changeCart(desk, viewer, id, ifMatch, async ({ state }) => {
    const { verdict } = await viewCart(desk, state);
    const fix = verdict.problems.flatMap(({ fixes }) => fixes).find((offered) => offered.id === fixId);
    if (!fix) throw new AppError("conflict", "This fix no longer fits the cart: its problem is gone or has changed.");
    const added = fix.adds.map((line) => ({ ...line, plan: line.plan ?? null }));
    const lookup = await productsFor(desk, [...state.lines, ...added], "without");
    const mended = applyFix(state, fix, () => newId(), lookup);
    return settleLines(desk, state, mended, { action: "fix-applied" });
  });
}
