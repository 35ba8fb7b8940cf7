import type { Cart, CartLine } from "@/lib/domain/cart/cart";
import { costIn } from "@/lib/domain/pricing/cost";
import { enterPrice, readPriceEntry } from "@/lib/domain/pricing/price-entry";
import type { PricedLine, TypedAmounts } from "@/lib/domain/pricing/price-line";
import { AppError } from "@/lib/server/app-error";
import { priceLines, productsFor } from "@/lib/server/carts/price-lines";
import { today } from "@/lib/server/house-day";
import type { Desk } from "@/lib/server/desk";
import { tellFindings } from "@/lib/server/price-rules/tell-findings";
import { may, type Viewer } from "@/lib/server/viewer";

export type PriceWish = { readonly text: string; readonly reason: string | undefined };

type Place = { readonly line: CartLine; readonly cart: Pick<Cart, "currency">; readonly customer: string | null };

/** What is kept of a price typed for a line. Throws `invalid` where it cannot be read, or breaks a floor. */
export async function typePrice(desk: Desk, viewer: Viewer, place: Place, wish: PriceWish): Promise<TypedAmounts> {
  const { line } = place;
  const entry = readPriceEntry(wish.text);
  const costs = may(viewer, "costs:read");
  if (!entry) throw refusal("price", costs ? forms : openForms);
  if (!costs && (entry.kind === "margin" || entry.kind === "markup")) throw refusal("price", openForms);
  const lookup = await productsFor(desk, [line], "without");
  const priced = (one: CartLine): PricedLine | null => {
    const basis = { currency: place.cart.currency, customer: place.customer, date: today(desk) };
    return priceLines(desk, [one], lookup, basis)[0]?.priced ?? null;
  };
  const now = priced(line);
  const known = now && costIn(now.cost, now.currency);
  if (!now || (!now.recurring && !known)) throw refusal("price", "This line has no price that could be changed.");
  const made = enterPrice(entry, {
    currency: now.currency,
    price: now.recurring?.price.amount ?? null,
    cost: known?.amount ?? null,
    list: now.recurring?.listPrice?.amount ?? null,
  });
  if ("reason" in made) throw refusal("price", `“${wish.text}” cannot be used: ${made.reason}.`);
  const typed = typedBy(desk, viewer, { price: made.typed, currency: now.currency }, wish.reason);
  const after = priced({ ...line, typed });
  if (after) judgeTyped(desk, viewer, after, wish.reason);
  return typed;
}

export function typedBy(
  desk: Desk,
  viewer: Viewer,
  typed: Required<Pick<TypedAmounts, "price" | "currency">>,
  reason: string | undefined,
): TypedAmounts {
  return { ...typed, by: viewer.name, at: desk.now().toISOString(), ...(reason ? { reason } : {}) };
}

/** A floor with the policy block refuses; one with the policy ask wants a reason. */
export function judgeTyped(desk: Desk, viewer: Viewer, { findings }: PricedLine, reason: string | undefined): void {
  const told = tellFindings(findings, desk.prices, may(viewer, "costs:read"));
  const blocks = told.filter(({ policy }) => policy === "block").map(({ message }) => `${message}.`);
  if (blocks.length > 0) throw refusal("price", blocks.join(" "));
  const asks = told.filter(({ policy }) => policy === "ask").map(({ message }) => message);
  if (asks.length > 0 && !reason) throw refusal("reason", `${asks.join(". ")}. Say why, and it can be asked for.`);
}

const forms = "Write a price such as 19.80, or m20 for a margin, u15 for a markup, d10 for a discount, +5%, -3 or *2.";
const openForms = "Write a price such as 19.80, or d10 for a discount from list, +5%, -3 or *2.";

function refusal(field: "price" | "reason", message: string): AppError {
  return new AppError("invalid", message, { errors: [{ path: `body.${field}`, message }] });
}
