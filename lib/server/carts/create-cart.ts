import type { CartDto } from "@/lib/contracts/cart";
import { isCurrencyCode } from "@/lib/domain/money/currency";
import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { CartState } from "@/lib/server/carts/cart-state";
import { toCartDto } from "@/lib/server/carts/to-cart-dto";
import type { Desk } from "@/lib/server/desk";
import { newId } from "@/lib/server/new-id";
import type { Viewer } from "@/lib/server/viewer";

export async function createCart(
  desk: Desk,
  viewer: Viewer,
  input: { readonly name: string; readonly currency: string },
): Promise<CartDto> {
  requireCurrency(input.currency);
  const now = desk.now().toISOString();
  const state: CartState = { name: input.name, currency: input.currency, lines: [] };
  const cart = { id: newId(), ownerId: viewer.userId, version: 1, updatedAt: now, state };
  await desk.db.transaction().execute(async (trx) => {
    await trx
      .insertInto("carts")
      .values({
        id: cart.id,
        owner_id: viewer.userId,
        name: state.name,
        currency: state.currency,
        version: cart.version,
        document: JSON.stringify(state),
        created_at: now,
        updated_at: now,
        deleted_at: null,
      })
      .execute();
    const detail = { version: cart.version, label: `Begin ${state.name}` };
    await recordAudit(trx, { userId: viewer.userId, entity: "cart", entityId: cart.id, action: "created", detail });
  });
  return toCartDto(desk, viewer, cart);
}

/** The shape was checked before; this asks whether there is such a currency. */
export function requireCurrency(code: string): void {
  if (isCurrencyCode(code)) return;
  const message = `There is no currency ${code}.`;
  throw new AppError("invalid", message, { errors: [{ path: "body.currency", message }] });
}
