import { z } from "zod";
import { type CreateQuoteSchema, QuoteSchema } from "@/lib/contracts/quote";
import { dayOf, defaultValidUntil } from "@/lib/domain/quotes/quote-expiry";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { findCart } from "@/lib/server/carts/cart-store";
import { findCustomer, requireCustomer, type StoredCustomer } from "@/lib/server/customers/customer-store";
import type { Desk } from "@/lib/server/desk";
import { answerOnce } from "@/lib/server/quotes/answer-once";
import { nextQuoteNumber } from "@/lib/server/quotes/next-number";
import { priceForQuote } from "@/lib/server/quotes/price-for-quote";
import type { QuoteDocument } from "@/lib/server/quotes/quote-document";
import { addVersion } from "@/lib/server/quotes/quote-store";
import { readQuote, type TaggedQuote } from "@/lib/server/quotes/read-quote";
import { rememberPlans } from "@/lib/server/quotes/remember-plans";
import { readSellerSettings } from "@/lib/server/settings/seller-settings";
import type { Database } from "@/lib/server/store/database";
import { may, type Viewer } from "@/lib/server/viewer";

export type CreateQuoteInput = z.output<typeof CreateQuoteSchema>;

const TaggedQuoteSchema = z.object({ quote: QuoteSchema, tag: z.string() });

/** A draft quote of a cart as it is now. The same key with the same input gives the same quote again. */
export async function createQuote(
  desk: Desk,
  viewer: Viewer,
  input: CreateQuoteInput,
  idempotencyKey: string | null,
): Promise<TaggedQuote> {
  const once = { route: "POST /api/quotes", key: idempotencyKey, body: input };
  const text = await answerOnce(desk, viewer, once, async () => {
    const cart = await findCart(desk.db, viewer, input.cartId, "read");
    const stored = await storedCustomer(desk.db, input.customerId, cart.state.customer);
    const plans = rememberPlans(desk);
    const priced = await priceForQuote(plans.before, { ...cart.state, customer: stored?.id });
    const settings = await readSellerSettings(desk.db, desk.demo);
    const document: QuoteDocument = {
      title: input.title || cart.state.name,
      customer: { ...(stored?.entry.language && { language: stored.entry.language }), ...input.customer },
      currency: cart.state.currency,
      notes: input.notes ?? null,
      terms: settings.terms,
      internalNotes: null,
      preparedBy: viewer.name,
      ...priced,
    };
    const now = desk.now();
    const validUntil =
      input.validUntil ?? defaultValidUntil(now.toISOString(), settings.timeZone, settings.quoteValidityDays);
    return async (trx) => {
      const numbering = {
        prefix: settings.numberPrefix,
        year: dayOf(now.toISOString(), settings.timeZone).slice(0, 4),
      };
      const origin = { cartId: cart.id, cartVersion: cart.version, from: `the cart ${cart.state.name}` };
      const number = await insertQuote(trx, viewer, { ...numbering, ...origin, document, validUntil, now });
      return JSON.stringify(await readQuote(plans.within(trx), viewer, number));
    };
  });
  const answer = TaggedQuoteSchema.parse(JSON.parse(text));
  const hasCost = answer.quote.lines.some((line) => line.cost !== undefined);
  return hasCost && !may(viewer, "costs:read") ? readQuote(desk, viewer, answer.quote.number) : answer;
}

/** The one named, else the cart's own, put away or not; what the quote does not say of its language is theirs. */
async function storedCustomer(
  db: Database,
  named: string | undefined,
  ofCart: string | undefined,
): Promise<StoredCustomer | null> {
  if (named) return requireCustomer(db, named);
  return ofCart === undefined ? null : findCustomer(db, ofCart);
}

export type NewQuote = {
  readonly prefix: string;
  readonly year: string;
  readonly cartId: string | null;
  readonly cartVersion: number | null;
  readonly from: string;
  readonly document: QuoteDocument;
  readonly validUntil: string;
  readonly now: Date;
};

export async function insertQuote(trx: Database, viewer: Viewer, quote: NewQuote): Promise<string> {
  const number = await nextQuoteNumber(trx, quote.prefix, quote.year);
  const now = quote.now.toISOString();
  await trx
    .insertInto("quotes")
    .values({
      number,
      owner_id: viewer.userId,
      cart_id: quote.cartId,
      cart_version: quote.cartVersion,
      created_at: now,
    })
    .execute();
  await addVersion(trx, { number, version: 1, validUntil: quote.validUntil, document: quote.document, now });
  await recordAudit(trx, {
    userId: viewer.userId,
    entity: "quote",
    entityId: number,
    action: "created",
    detail: { version: 1, from: quote.from },
  });
  return number;
}
