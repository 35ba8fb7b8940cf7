import { expect } from "vitest";
import type { QuoteDto } from "@/lib/contracts/quote";
import type { AppError } from "@/lib/server/app-error";
import { addToCart } from "@/lib/server/carts/add-to-cart";
import { createCart } from "@/lib/server/carts/create-cart";
import { addViewer, makeProduct, openTestDesk, type TestDesk } from "@/lib/server/carts/test-desk";
import { createQuote } from "@/lib/server/quotes/create-quote";
import { moveQuote } from "@/lib/server/quotes/move-quote";
import { createQuoteLink } from "@/lib/server/share/quote-links";
import type { Visitor } from "@/lib/server/share/visitor";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

export const suite = makeProduct({ key: "SUITE", price: "19.80", cost: "17.50" });
export const addOn = makeProduct({ key: "ADDON", price: "2.50", cost: "1.25", needs: ["SUITE"] });

export const customer = { name: "Fabrikam Demo", contact: "Demo Contact", email: "buyer@fabrikam.example" };

/** A desk with a seller who has a cart of the suite and its add-on. */
export async function beginQuoting(db: Database) {
  const desk = openTestDesk(db, [suite, addOn]);
  const seller = await addViewer(db, "seller", "Sam Seller");
  const cart = await filledCart(desk, seller, ["SUITE", "ADDON"]);
  return { db, desk, seller, cart };
}

export async function filledCart(desk: TestDesk, viewer: Viewer, keys: readonly string[]) {
  let cart = await createCart(desk, viewer, { name: "Fabrikam", currency: "USD" });
  for (const key of keys) {
    cart = await addToCart(desk, viewer, cart.id, "any", { vendor: "cloudblue", key, quantity: "10" });
  }
  return cart;
}

export async function draft(desk: TestDesk, viewer: Viewer, cartId: string): Promise<QuoteDto> {
  return (await createQuote(desk, viewer, { cartId, customer }, null)).quote;
}

export async function move(desk: TestDesk, viewer: Viewer, number: string, name: string, body: unknown = {}) {
  return (await moveQuote(desk, viewer, { number, move: name, body, idempotencyKey: null })).quote;
}

/** A sent quote with a link to it. */
export async function sentQuote(desk: TestDesk, viewer: Viewer, cartId: string) {
  const { number } = await draft(desk, viewer, cartId);
  const quote = await move(desk, viewer, number, "send");
  const link = await createQuoteLink(desk, viewer, number, {});
  return { number, quote, link, token: tokenOf(link.url) };
}

export function tokenOf(url: string): string {
  return url.split("/").at(-1) ?? "";
}

export const browser: Visitor = {
  method: "GET",
  signedIn: false,
  headers: new Headers({
    "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0",
    "x-forwarded-for": "192.0.2.7",
  }),
};

export function refusal(work: Promise<unknown>): Promise<AppError> {
  return work.then(
    () => expect.fail("was not refused"),
    (error: AppError) => error,
  );
}
