import type { CartDto } from "@/lib/contracts/cart";
import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { CartRecord, CartState } from "@/lib/server/carts/cart-state";
import { findCart, keepStep, replaceCart, stepsSince } from "@/lib/server/carts/cart-store";
import { entityTag, type IfMatch, matches } from "@/lib/server/carts/if-match";
import { toCartDto } from "@/lib/server/carts/to-cart-dto";
import type { Desk } from "@/lib/server/desk";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

export type CartChange = {
  readonly state: CartState;
  /** What an undo offers to take back: "Add Microsoft 365 E3". */
  readonly label: string;
  readonly action: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly undoable?: boolean;
  /** Runs in the transaction of the change, after the cart was written. */
  readonly also?: (trx: Database) => Promise<void>;
};

const TRIES = 8;

/** Applies one change on top of the version the writer has seen and answers with the whole cart. */
export async function changeCart(
  desk: Desk,
  viewer: Viewer,
  id: string,
  ifMatch: IfMatch,
  change: (cart: CartRecord) => Promise<CartChange> | CartChange,
): Promise<CartDto> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const cart = await findCart(desk.db, viewer, id, "write");
    if (!matches(ifMatch, `${cart.version}`)) throw await staleSave(desk, viewer, cart, ifMatch);
    const made = await change(cart);
    if (JSON.stringify(made.state) === JSON.stringify(cart.state)) return toCartDto(desk, viewer, cart);
    const written = await writeChange(desk, viewer, cart, made);
    if (written) return toCartDto(desk, viewer, written);
  }
  throw new AppError("conflict", "Others are changing this cart right now. Try again.");
}

async function writeChange(
  desk: Desk,
  viewer: Viewer,
  cart: CartRecord,
  change: CartChange,
): Promise<CartRecord | null> {
  const now = desk.now().toISOString();
  const version = cart.version + 1;
  return desk.db.transaction().execute(async (trx) => {
    if (!(await replaceCart(trx, cart, change.state, now))) return null;
    await keepStep(trx, cart.id, {
      version,
      label: change.label,
      userId: viewer.userId,
      at: now,
      before: cart.state,
      undoable: change.undoable ?? true,
    });
    await change.also?.(trx);
    await recordAudit(trx, {
      userId: viewer.userId,
      entity: "cart",
      entityId: cart.id,
      action: change.action,
      detail: { version, label: change.label, ...change.detail },
    });
    return { ...cart, state: change.state, version, updatedAt: now };
  });
}

export async function staleSave(desk: Desk, viewer: Viewer, cart: CartRecord, ifMatch: IfMatch): Promise<AppError> {
  const seen = ifMatch === "any" ? NaN : Math.max(...ifMatch.filter((tag) => /^\d{1,9}$/.test(tag)).map((tag) => +tag));
  const changed = Number.isFinite(seen) ? await stepsSince(desk.db, viewer, { id: cart.id, version: seen }) : [];
  const what = changed.map((step) => step.label).join("; ");
  return new AppError(
    "stale",
    `The cart changed since you last saw it${what ? `: ${what}` : ""}. Look at it and try again.`,
    { extra: { cart: await toCartDto(desk, viewer, cart), changed }, headers: { etag: entityTag(cart.version) } },
  );
}
