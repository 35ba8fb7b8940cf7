import type { CartVerdict } from "@/lib/domain/cart/cart";
import { judgeCart } from "@/lib/domain/cart/judge-cart";
import type { CartState, StoredLine } from "@/lib/server/carts/cart-state";
import { type LineToday, priceLines, productsFor } from "@/lib/server/carts/price-lines";
import { type CartCustomer, cartCustomer } from "@/lib/server/customers/read-customers";
import type { Desk } from "@/lib/server/desk";
import { today } from "@/lib/server/house-day";

/** A cart with everything the engines say of it today. */
export type CartView = {
  readonly verdict: CartVerdict;
  readonly lines: readonly LineToday<StoredLine>[];
  readonly customer: CartCustomer | null;
};

/** `unreadable`: what to do with a plan whose configuration the vendor cannot tell now. */
export async function viewCart(
  desk: Desk,
  state: Pick<CartState, "currency" | "lines" | "customer">,
  { unreadable = "without" }: { readonly unreadable?: "without" | "refuse" } = {},
): Promise<CartView> {
  const { currency, lines } = state;
  const [customer, lookup] = [await cartCustomer(desk, state), await productsFor(desk, lines, unreadable)];
  const asked = { customer: customer?.id ?? null, date: today(desk) };
  const { houseRules, prices } = desk;
  const settings = { houseRules, prices, owned: customer?.owned ?? [], ...asked };
  return {
    verdict: judgeCart({ currency, lines }, lookup, settings),
    lines: priceLines(desk, lines, lookup, { currency, ...asked }),
    customer,
  };
}
