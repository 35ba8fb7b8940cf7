import type { CartDto } from "@/lib/contracts/cart";
import { changeCart } from "@/lib/server/carts/change-cart";
import { requireCurrency } from "@/lib/server/carts/create-cart";
import type { IfMatch } from "@/lib/server/carts/if-match";
import { settleLines } from "@/lib/server/carts/settle-lines";
import { requireCustomer } from "@/lib/server/customers/customer-store";
import type { Desk } from "@/lib/server/desk";
import type { Viewer } from "@/lib/server/viewer";

export type CartUpdate = {
  readonly name?: string | undefined;
  readonly currency?: string | undefined;
  readonly customer?: string | null | undefined;
};

/** Renames a cart, prices it in another currency or for another customer. */
export async function updateCart(
  desk: Desk,
  viewer: Viewer,
  id: string,
  ifMatch: IfMatch,
  update: CartUpdate,
): Promise<CartDto> {
  if (update.currency !== undefined) requireCurrency(update.currency);
  const customer = update.customer ? await requireCustomer(desk.db, update.customer) : null;
  return changeCart(desk, viewer, id, ifMatch, async ({ state }) => {
    const { name = state.name, currency = state.currency } = update;
    const wanted = update.customer === undefined ? (state.customer ?? null) : update.customer;
    const parts = [
      name === state.name ? null : `Rename the cart to ${name}`,
      currency === state.currency ? null : `Change the currency to ${currency}`,
      wanted === (state.customer ?? null)
        ? null
        : customer
          ? `Price for ${customer.entry.name}`
          : "Price for no customer",
    ];
    const label = parts.filter((part) => part !== null).join("; ");
    const settled = await settleLines(
      desk,
      state,
      { currency, lines: state.lines },
      {
        action: "changed",
        label,
        customer: wanted,
      },
    );
    return { ...settled, state: { ...settled.state, name } };
  });
}
