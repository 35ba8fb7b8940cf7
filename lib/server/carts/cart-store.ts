import { AppError } from "@/lib/server/app-error";
import { type CartRecord, type CartState, parseCartState } from "@/lib/server/carts/cart-state";
import type { Database } from "@/lib/server/store/database";
import { may, type Viewer } from "@/lib/server/viewer";

const STEPS_KEPT = 100;

/** A cart of the viewer's own, or anyone's for those who see all. Whatever is not theirs does not exist for them. */
export async function findCart(db: Database, viewer: Viewer, id: string, wish: "read" | "write"): Promise<CartRecord> {
  let query = db.selectFrom("carts").selectAll().where("id", "=", id).where("deleted_at", "is", null);
  if (wish === "write" || !may(viewer, "quotes:all")) query = query.where("owner_id", "=", viewer.userId);
  const row = await query.executeTakeFirst();
  if (!row) throw noSuchCart();
  return {
    id: row.id,
    ownerId: row.owner_id,
    version: row.version,
    updatedAt: row.updated_at,
    state: parseCartState(row.document),
  };
}

export function noSuchCart(): AppError {
  return new AppError("not-found", "You have no cart at this address. It may have been deleted.");
}

/** Replaces the cart's content if nobody was faster; false = somebody was, and nothing is written. */
export async function replaceCart(db: Database, before: CartRecord, state: CartState, now: string): Promise<boolean> {
  const result = await db
    .updateTable("carts")
    .set({
      name: state.name,
      currency: state.currency,
      document: JSON.stringify(state),
      version: before.version + 1,
      updated_at: now,
    })
    .where("id", "=", before.id)
    .where("owner_id", "=", before.ownerId)
    .where("version", "=", before.version)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export type HistoryStep = {
  /** The version that the change made. */
  readonly version: number;
  readonly label: string;
  readonly userId: string;
  readonly at: string;
  /** What an undo of this change goes back to. */
  readonly before: CartState;
  readonly undoable: boolean;
};

export async function keepStep(db: Database, cartId: string, step: HistoryStep): Promise<void> {
  await db
    .insertInto("cart_history")
    .values({
      cart_id: cartId,
      version: step.version,
      document: JSON.stringify(step.before),
      label: step.label,
      user_id: step.userId,
      at: step.at,
      undone: step.undoable ? 0 : 1,
    })
    .execute();
  await db
    .deleteFrom("cart_history")
    .where("cart_id", "=", cartId)
    .where("version", "<=", step.version - STEPS_KEPT)
    .execute();
}

/** The change an undo would take back; null where there is none left. */
export async function lastStep(db: Database, cartId: string) {
  const row = await db
    .selectFrom("cart_history")
    .select(["version", "label", "document"])
    .where("cart_id", "=", cartId)
    .where("undone", "=", 0)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? { version: row.version, label: row.label, before: () => parseCartState(row.document) } : null;
}

/** A step may be called after the margin it aimed at. */
export function stepLabel(viewer: Viewer, label: string): string {
  return viewer.customerView ? "Change" : label;
}

/** What happened to the cart after a version, for someone whose save came too late. */
export async function stepsSince(
  db: Database,
  viewer: Viewer,
  cart: { readonly id: string; readonly version: number },
) {
  const rows = await db
    .selectFrom("cart_history")
    .leftJoin("users", "users.id", "cart_history.user_id")
    .select(["cart_history.version", "cart_history.label", "cart_history.at", "users.name as who"])
    .where("cart_id", "=", cart.id)
    .where("cart_history.version", ">", cart.version)
    .orderBy("cart_history.version")
    .execute();
  return rows.map(({ version, label, at, who }) => {
    return { version, label: stepLabel(viewer, label), at, who: who ?? "someone" };
  });
}
