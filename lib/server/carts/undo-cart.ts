import type { CartDto } from "@/lib/contracts/cart";
import { AppError } from "@/lib/server/app-error";
import { lastStep } from "@/lib/server/carts/cart-store";
import { changeCart } from "@/lib/server/carts/change-cart";
import type { IfMatch } from "@/lib/server/carts/if-match";
import type { Desk } from "@/lib/server/desk";
import type { Viewer } from "@/lib/server/viewer";

/** Brings back exactly what was there before the last change that was not taken back yet. */
export async function undoCart(desk: Desk, viewer: Viewer, id: string, ifMatch: IfMatch): Promise<CartDto> {
  return changeCart(desk, viewer, id, ifMatch, async (cart) => {
    const step = await lastStep(desk.db, cart.id);
    if (!step) throw new AppError("conflict", "There is nothing left to undo.");
    return {
      state: step.before(),
      label: `Take back: ${step.label}`,
      action: "undone",
      detail: { undoes: step.version },
      undoable: false,
      also: async (trx) => {
        await trx
          .updateTable("cart_history")
          .set({ undone: 1 })
          .where("cart_id", "=", cart.id)
          .where("version", "=", step.version)
          .execute();
      },
    };
  });
}
