import type { Cart, CartSettings } from "@/lib/domain/cart/cart";
import { isKnownLine, type ResolvedLine } from "@/lib/domain/cart/resolve-line";
import { priceContext } from "@/lib/domain/pricing/price-context";
import { type Explaining, type PricedLine, priceLine } from "@/lib/domain/pricing/price-line";

/** What a line comes to today, with its reasons on demand; null where it is no longer offered. */
export function priceCartLine(
  cart: Pick<Cart, "currency">,
  resolved: ResolvedLine,
  settings: Pick<CartSettings, "prices" | "customer" | "date">,
  explain: Explaining = "none",
): PricedLine | null {
  if (!isKnownLine(resolved)) return null;
  const { line, product, plan } = resolved;
  return priceLine({
    plan,
    quantity: line.quantity,
    currency: cart.currency,
    rules: settings.prices,
    context: priceContext(product, settings.customer),
    date: settings.date,
    components: line.components,
    attributes: line.attributes,
    explain,
    ...(line.typed === undefined ? {} : { typed: line.typed }),
  });
}
