import type { Plan, Product } from "@/lib/domain/catalog/product";
import type { Cart, CartLine, CartSettings } from "@/lib/domain/cart/cart";
import { isKnownLine, type KnownLine, type ResolvedLine } from "@/lib/domain/cart/resolve-line";
import { priceContext } from "@/lib/domain/pricing/price-context";
import { type Explaining, type PricedLine, priceLine } from "@/lib/domain/pricing/price-line";

type Basis = Pick<CartSettings, "prices" | "customer" | "date">;

/** What a line comes to today, with its reasons on demand; null where it is no longer offered. */
export function priceCartLine(
  cart: Pick<Cart, "currency">,
  resolved: ResolvedLine,
  settings: Basis,
  explain: Explaining = "none",
): PricedLine | null {
  if (!isKnownLine(resolved)) return null;
  if (explain !== "none" || !isPlain(resolved.line)) return priceInFull(cart.currency, resolved, settings, explain);
  const before = kept.get(resolved.plan);
  if (before && isSame(before, cart.currency, resolved, settings)) return before.priced;
  const priced = priceInFull(cart.currency, resolved, settings, explain);
  const { line, plan, product } = resolved;
  const { prices, customer, date } = settings;
  kept.set(plan, { product, currency: cart.currency, quantity: line.quantity, prices, customer, date, priced });
  return priced;
}

type Kept = Basis & {
  readonly product: Product;
  readonly currency: string;
  readonly quantity: string;
  readonly priced: PricedLine;
};

/** A cart is priced after every change of it, and all its lines but one are as they were. */
const kept = new WeakMap<Plan, Kept>();

function isSame(before: Kept, currency: string, { line, product }: KnownLine, settings: Basis): boolean {
  if (before.product !== product || before.prices !== settings.prices || before.date !== settings.date) return false;
  return before.customer === settings.customer && before.currency === currency && before.quantity === line.quantity;
}

/** Nothing but the quantity is the line's own. */
function isPlain({ typed, components, attributes }: CartLine): boolean {
  return typed === undefined && components.length === 0 && Object.keys(attributes).length === 0;
}

function priceInFull(
  currency: string,
  { line, product, plan }: KnownLine,
  settings: Basis,
  explain: Explaining,
): PricedLine {
  return priceLine({
    plan,
    quantity: line.quantity,
    currency,
    rules: settings.prices,
    context: priceContext(product, settings.customer),
    date: settings.date,
    components: line.components,
    attributes: line.attributes,
    explain,
    ...(line.typed === undefined ? {} : { typed: line.typed }),
  });
}
