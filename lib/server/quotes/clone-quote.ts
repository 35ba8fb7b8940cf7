import { z } from "zod";
import { dayOf, defaultValidUntil } from "@/lib/domain/quotes/quote-expiry";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Desk } from "@/lib/server/desk";
import { answerOnce } from "@/lib/server/quotes/answer-once";
import { chooseTarget } from "@/lib/server/quotes/choose-target";
import { insertQuote } from "@/lib/server/quotes/create-quote";
import type { MoveInput } from "@/lib/server/quotes/move-inputs";
import { priceForQuote } from "@/lib/server/quotes/price-for-quote";
import type { QuoteDocument } from "@/lib/server/quotes/quote-document";
import { findVersions } from "@/lib/server/quotes/quote-store";
import { readQuote, type TaggedQuote } from "@/lib/server/quotes/read-quote";
import { readSellerSettings } from "@/lib/server/settings/seller-settings";
import type { Viewer } from "@/lib/server/viewer";

/** Prices agreed with one customer are not carried over to another. */
function contentFor({ content, customer }: QuoteDocument, wanted: MoveInput["customer"]): QuoteDocument["content"] {
  return wanted && wanted.name !== customer.name ? { ...content, customer: undefined } : content;
}

/** A new draft with the same lines at today's prices, for the same customer or another one. */
export async function cloneQuote(
  desk: Desk,
  viewer: Viewer,
  number: string,
  input: MoveInput,
  idempotencyKey: string | null,
): Promise<TaggedQuote> {
  const once = { route: `POST /api/quotes/${number}/clone`, key: idempotencyKey, body: input };
  const text = await answerOnce(desk, viewer, once, async () => {
    const versions = await findVersions(desk.db, viewer, number);
    const { stored } = await chooseTarget(desk, desk.db, viewer, versions, "clone", input.version);
    const settings = await readSellerSettings(desk.db, desk.demo);
    const customer = input.customer ?? stored.document.customer;
    const document = {
      ...stored.document,
      customer,
      title: input.title || stored.document.title,
      preparedBy: viewer.name,
      ...(await priceForQuote(desk, contentFor(stored.document, input.customer))),
    };
    const now = desk.now();
    return async (trx) => {
      const copy = await insertQuote(trx, viewer, {
        prefix: settings.numberPrefix,
        year: dayOf(now.toISOString(), settings.timeZone).slice(0, 4),
        cartId: null,
        cartVersion: null,
        from: number,
        document,
        validUntil: defaultValidUntil(now.toISOString(), settings.timeZone, settings.quoteValidityDays),
        now,
      });
      await recordAudit(trx, {
        userId: viewer.userId,
        entity: "quote",
        entityId: number,
        action: "clone",
        detail: { version: stored.version, to: copy },
      });
      return JSON.stringify({ number: copy });
    };
  });
  const { number: copy } = z.object({ number: z.string() }).parse(JSON.parse(text));
  return readQuote(desk, viewer, copy);
}
