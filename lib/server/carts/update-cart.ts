import type { CartDto } from "@/lib/contracts/cart";
import { changeCart } from "@/lib/server/carts/change-cart";
import { requireCurrency } from "@/lib/server/carts/create-cart";
import type { IfMatch } from "@/lib/server/carts/if-match";
import { settleLines } from "@/lib/server/carts/settle-lines";
import type { Desk } from "@/lib/server/desk";
import type { Viewer } from "@/lib/server/viewer";

export type CartUpdate = { readonly name?: string | undefined; readonly currency?: string | undefined };

/** Renames a cart or prices it in another currency. */
export async function updateCart(
  desk: Desk,
  viewer: Viewer,
  id: string,
  ifMatch: IfMatch,
  update: CartUpdate,
): Promise<CartDto> {
  if (update.currency !== undefined) requireCurrency(update.currency);
  return changeCart(desk, viewer, id, ifMatch, async ({ state }) => {
    const { name = state.name, currency = state.currency } = update;
    const parts = [
      name === state.name ? null : `Rename the cart to ${name}`,
      currency === state.currency ? null : `Change the currency to ${currency}`,
    ];
    const label = parts.filter((part) => part !== null).join("; ");
    const settled = await settleLines(desk, state, { currency, lines: state.lines }, { action: "changed", label });
    return { ...settled, state: { ...settled.state, name } };
  });
}
