import { isKnownLine } from "@/lib/domain/cart/resolve-line";
import { buildQuoteLines } from "@/lib/domain/quotes/build-quote-lines";
import { AppError } from "@/lib/server/app-error";
import type { CartState, StoredLine } from "@/lib/server/carts/cart-state";
import type { LineToday } from "@/lib/server/carts/price-lines";
import { viewCart } from "@/lib/server/carts/view-cart";
import type { Desk } from "@/lib/server/desk";
import type { QuoteDocument } from "@/lib/server/quotes/quote-document";

export type PricedContent = Pick<QuoteDocument, "lines" | "content" | "asOf">;

/** A cart's lines as a quote keeps them, at today's prices. Throws `invalid` naming every line without a price. */
export async function priceForQuote(desk: Desk, content: CartState): Promise<PricedContent> {
  if (content.lines.length === 0) throw new AppError("invalid", "The cart is empty. Add a line first.");
  const { lines, verdict } = await viewCart(desk, content);
  const known = lines.flatMap(({ line, product, plan, priced }) => {
    const resolved = { line, product, plan };
    return priced && isKnownLine(resolved) ? [{ resolved, priced }] : [];
  });
  const quoted = buildQuoteLines(known, verdict.nesting, (vendor) => desk.vendorLabel(vendor));
  const offered = new Set(known.map(({ resolved }) => resolved.line.id));
  const unpriced = new Set(quoted.withoutPrice);
  refuse(
    lines.filter(({ line }) => !offered.has(line.id) || unpriced.has(line.id)),
    content.currency,
  );
  return { lines: quoted.lines, content, asOf: { ...desk.catalog.asOf } };
}

function refuse(lines: readonly LineToday<StoredLine>[], currency: string): void {
  if (lines.length === 0) return;
  const errors = lines.map(({ line, product }) => {
    const name = product?.name ?? line.remembered.name;
    const why = product ? `has no price in ${currency}` : "is no longer offered";
    return { path: `lines.${line.id}`, message: `${name} ${why}. Take it out before you make a quote.` };
  });
  throw new AppError("invalid", errors.map(({ message }) => message).join(" "), { errors });
}
