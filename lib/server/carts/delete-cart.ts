import { recordAudit } from "@/lib/server/audit/record-audit";
import { findCart } from "@/lib/server/carts/cart-store";
import { staleSave } from "@/lib/server/carts/change-cart";
import { type IfMatch, matches } from "@/lib/server/carts/if-match";
import type { Desk } from "@/lib/server/desk";
import type { Viewer } from "@/lib/server/viewer";

/** Puts a cart away; it answers no more, its quotes stay. */
export async function deleteCart(desk: Desk, viewer: Viewer, id: string, ifMatch: IfMatch): Promise<void> {
  const cart = await findCart(desk.db, viewer, id, "write");
  if (!matches(ifMatch, `${cart.version}`)) throw await staleSave(desk, viewer, cart, ifMatch);
  const gone = await desk.db.transaction().execute(async (trx) => {
    const now = desk.now().toISOString();
    let removal = trx
      .updateTable("carts")
      .set({ deleted_at: now, updated_at: now })
      .where("id", "=", id)
      .where("owner_id", "=", viewer.userId)
      .where("deleted_at", "is", null);
    if (ifMatch !== "any") removal = removal.where("version", "=", cart.version);
    const result = await removal.executeTakeFirst();
    if (result.numUpdatedRows === 0n) return false;
    const detail = { version: cart.version };
    await recordAudit(trx, { userId: viewer.userId, entity: "cart", entityId: id, action: "deleted", detail });
    return true;
  });
  if (!gone) throw await staleSave(desk, viewer, await findCart(desk.db, viewer, id, "write"), ifMatch);
}
