import type { z } from "zod";
import type { UpdateQuoteSchema } from "@/lib/contracts/quote";
import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { findCart } from "@/lib/server/carts/cart-store";
import { type IfMatch, matches } from "@/lib/server/carts/if-match";
import type { Desk } from "@/lib/server/desk";
import { priceForQuote } from "@/lib/server/quotes/price-for-quote";
import type { QuoteDocument } from "@/lib/server/quotes/quote-document";
import {
  findVersions,
  movedMeanwhile,
  noSuchQuote,
  type QuoteVersion,
  replaceDraft,
} from "@/lib/server/quotes/quote-store";
import { readQuote, type TaggedQuote, versionTag } from "@/lib/server/quotes/read-quote";
import type { Viewer } from "@/lib/server/viewer";

export type UpdateQuoteInput = z.output<typeof UpdateQuoteSchema>;

const fieldNames = {
  customer: "the customer",
  validUntil: "the last day",
  title: "the title",
  notes: "the notes",
  terms: "the terms",
  internalNotes: "the internal notes",
  cartId: "the lines",
} as const satisfies Record<keyof UpdateQuoteInput, string>;

/**
 * Changes the newest version while it is a draft. Without `ifMatch` only where the writer wrote last: what another wrote
 * is never overwritten unseen. `cartId` takes the lines of that cart with today's prices.
 */
export async function updateQuote(
  desk: Desk,
  viewer: Viewer,
  number: string,
  ifMatch: IfMatch | null,
  input: UpdateQuoteInput,
): Promise<TaggedQuote> {
  const draft = await openDraft(desk, viewer, number, ifMatch ?? "any");
  if (!ifMatch) await requireOwnLastWord(desk.db, viewer, number);
  const document = await edited(desk, viewer, draft.document, input);
  const validUntil = input.validUntil ?? draft.validUntil;
  const fields = Object.entries(fieldNames).flatMap(([field, name]) => (field in input ? [name] : []));
  const written = await desk.db.transaction().execute(async (trx) => {
    if (!(await replaceDraft(trx, draft, { document, validUntil }, desk.now().toISOString()))) return false;
    await recordAudit(trx, {
      userId: viewer.userId,
      entity: "quote",
      entityId: number,
      action: "edited",
      detail: { version: draft.version, fields },
    });
    return true;
  });
  if (written) return readQuote(desk, viewer, number);
  await openDraft(desk, viewer, number, ifMatch ?? "any");
  throw movedMeanwhile();
}

async function openDraft(desk: Desk, viewer: Viewer, number: string, ifMatch: IfMatch): Promise<QuoteVersion> {
  const newest = (await findVersions(desk.db, viewer, number)).at(-1);
  if (!newest) throw noSuchQuote();
  if (!matches(ifMatch, versionTag(newest))) {
    const { quote } = await readQuote(desk, viewer, number);
    const sentence = "The quote changed since you last saw it. Look at it and try again.";
    throw new AppError("stale", sentence, { extra: { quote, changed: quote.timeline.slice(-1) } });
  }
  if (newest.state !== "draft") {
    throw new AppError("conflict", `Version ${newest.version} is ${newest.state} and stays as it is. Revise it.`, {
      extra: { state: newest.state },
    });
  }
  return newest;
}

const wording = ["created", "edited", "revise", "reopen", "reject"];

async function requireOwnLastWord(db: Desk["db"], viewer: Viewer, number: string): Promise<void> {
  const last = await db
    .selectFrom("audit")
    .leftJoin("users", "users.id", "audit.user_id")
    .select(["audit.user_id as userId", "users.name"])
    .where("audit.entity", "=", "quote")
    .where("audit.entity_id", "=", number)
    .where("audit.action", "in", wording)
    .orderBy("audit.at", "desc")
    .orderBy("audit.id", "desc")
    .executeTakeFirst();
  if (!last || last.userId === viewer.userId) return;
  throw new AppError(
    "precondition-required",
    `${last.name ?? "Somebody else"} changed this draft last. Send If-Match with the ETag you last saw, or * for whatever is there.`,
  );
}

async function edited(
  desk: Desk,
  viewer: Viewer,
  document: QuoteDocument,
  input: UpdateQuoteInput,
): Promise<QuoteDocument> {
  const { customer = document.customer, title = document.title } = input;
  const { notes = document.notes, terms = document.terms, internalNotes = document.internalNotes } = input;
  const head = { ...document, customer, title: title || document.title, notes, terms, internalNotes };
  if (input.cartId === undefined) return head;
  const cart = await findCart(desk.db, viewer, input.cartId, "read");
  return { ...head, currency: cart.state.currency, ...(await priceForQuote(desk, cart.state)) };
}
