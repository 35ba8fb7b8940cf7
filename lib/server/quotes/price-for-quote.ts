import type { QuoteLineDto } from "@/lib/contracts/quote";
import { readingOrder } from "@/lib/domain/cart/reading-order";
import { AppError } from "@/lib/server/app-error";
import type { CartState, StoredLine } from "@/lib/server/carts/cart-state";
import type { LineToday } from "@/lib/server/carts/price-lines";
import { totalsOf } from "@/lib/server/carts/to-totals";
import { viewCart } from "@/lib/server/carts/view-cart";
import type { Desk } from "@/lib/server/desk";
import type { QuoteDocument } from "@/lib/server/quotes/quote-document";

export type PricedContent = Pick<QuoteDocument, "lines" | "totals" | "content" | "asOf">;

/** A cart's lines as a quote keeps them, at today's prices. Throws `invalid` naming every line without a price. */
export async function priceForQuote(desk: Desk, content: CartState, customer: string): Promise<PricedContent> {
  if (content.lines.length === 0) throw new AppError("invalid", "The cart is empty. Add a line first.");
  const { lines: found, verdict } = await viewCart(desk, content, { customer });
  const places = new Map(
    readingOrder(
      found.map(({ line }) => line.id),
      verdict,
    ).map((id, place) => [id, place]),
  );
  const placeOf = ({ line }: LineToday<StoredLine>) => places.get(line.id) ?? found.length;
  const lines = found.toSorted((a, b) => placeOf(a) - placeOf(b));
  const quoted = lines.map((line, index) =>
    toQuoteLine(desk, line, { position: index + 1, under: verdict.nesting.get(line.line.id) ?? null }),
  );
  refuseUnpriced(lines, quoted);
  const priced = lines.map((line) => line.priced);
  return {
    lines: quoted.filter((line) => line !== null),
    totals: totalsOf(priced, content.currency, true),
    content: { name: content.name, currency: content.currency, lines: content.lines.map(plainLine) },
    asOf: { ...desk.catalog.asOf },
  };
}

function refuseUnpriced(lines: readonly LineToday<StoredLine>[], quoted: readonly unknown[]): void {
  const without = lines.filter((_, index) => quoted[index] === null);
  if (without.length === 0) return;
  const errors = without.map(({ line, product }) => ({
    path: `lines.${line.id}`,
    message: product
      ? `${product.name} has no price. Take it out before you make a quote.`
      : `${line.remembered.name} is no longer offered. Take it out before you make a quote.`,
  }));
  throw new AppError("invalid", errors.map(({ message }) => message).join(" "), { errors });
}

type Place = { readonly position: number; readonly under: string | null };

function toQuoteLine(desk: Desk, today: LineToday<StoredLine>, { position, under }: Place) {
  const { line, product, plan, priced } = today;
  if (!product || !plan || !priced?.recurring || !priced.total) return null;
  const { recurring, setup } = priced;
  return {
    id: line.id,
    position,
    vendor: product.vendor,
    vendorLabel: desk.vendorLabel(product.vendor),
    key: product.key,
    plan: plan.key,
    planName: plan.name,
    service: product.service,
    name: product.name,
    partNumber: plan.partNumber ?? product.partNumber,
    provider: product.provider,
    quantity: priced.quantity,
    billingPeriod: plan.billingPeriod,
    commitment: plan.commitment,
    price: recurring.price,
    total: priced.total,
    setupPrice: setup?.price ?? null,
    setupTotal: setup?.total ?? null,
    cost: recurring.cost,
    margin: recurring.margin,
    totalCost: priced.totalCost,
    components: line.components.map((choice) => toComponent(choice, today)),
    under,
  };
}

function toComponent(
  { key, quantity }: StoredLine["components"][number],
  { line, plan, priced }: LineToday<StoredLine>,
): QuoteLineDto["components"][number] {
  const name = plan?.configuration?.components.find((component) => component.key === key)?.name ?? key;
  const own = priced?.components.find((component) => component.key === key)?.quantity;
  return { key, name, quantity: own ?? quantity ?? priced?.quantity ?? line.quantity };
}

function plainLine({ components, attributes, ...line }: StoredLine): QuoteDocument["content"]["lines"][number] {
  return {
    ...line,
    components: components.map((choice) => ({ ...choice })),
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, values]) => [key, { ...values }])),
  };
}
