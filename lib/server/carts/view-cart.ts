import type { CartVerdict, ProductLookup } from "@/lib/domain/cart/cart";
import { judgeCart } from "@/lib/domain/cart/judge-cart";
import type { CartState, StoredLine } from "@/lib/server/carts/cart-state";
import { type LineToday, priceLines, productsFor } from "@/lib/server/carts/price-lines";
import type { Desk } from "@/lib/server/desk";

/** A cart with everything the engines say of it today. */
export type CartView = {
  readonly verdict: CartVerdict;
  readonly lines: readonly LineToday<StoredLine>[];
};

export type ViewOptions = {
  readonly customer?: string | null;
  /** What to do with a plan whose configuration the vendor cannot tell now. */
  readonly unreadable?: "without" | "refuse";
};

export async function viewCart(
  desk: Desk,
  state: Pick<CartState, "currency" | "lines">,
  { customer = null, unreadable = "without" }: ViewOptions = {},
): Promise<CartView> {
  const lookup = await productsFor(desk, state.lines, unreadable);
  return { verdict: judge(desk, state, lookup, customer), lines: priced(desk, state, lookup, customer) };
}

function judge(
  desk: Desk,
  { currency, lines }: Pick<CartState, "currency" | "lines">,
  lookup: ProductLookup,
  customer: string | null,
): CartVerdict {
  const { houseRules, prices } = desk;
  return judgeCart({ currency, lines }, lookup, { houseRules, prices, owned: [], customer, date: today(desk) });
}

function priced(
  desk: Desk,
  { currency, lines }: Pick<CartState, "currency" | "lines">,
  lookup: ProductLookup,
  customer: string | null,
) {
  return priceLines(desk, lines, lookup, { currency, customer, date: today(desk) });
}

/** The day on which price rules must hold. */
export function today(desk: Desk): string {
  return desk.now().toISOString().slice(0, 10);
}
