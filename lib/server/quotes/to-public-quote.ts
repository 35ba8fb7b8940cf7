import { type PublicQuote, PublicQuoteSchema } from "@/lib/contracts/public-quote";
import { buildPublicQuote } from "@/lib/domain/quotes/public-quote";
import { quoteTotals } from "@/lib/domain/quotes/quote-totals";
import type { QuoteVersion } from "@/lib/server/quotes/quote-store";
import type { SellerSettings } from "@/lib/server/settings/seller-settings";

/** What the customer gets to see of a version; `issuedAt` is the moment of sending, null for a draft. */
export function toPublicQuote(
  { number, version, validUntil, document }: QuoteVersion,
  seller: SellerSettings,
  issuedAt: string | null,
): PublicQuote {
  const { title, currency, customer, preparedBy, notes, terms, lines } = document;
  const { company, address, email, timeZone, taxNote } = seller;
  const head = { number, version, title, currency, customer, preparedBy, issuedAt, validUntil, notes, terms };
  const totals = quoteTotals(lines, currency);
  return PublicQuoteSchema.parse(
    buildPublicQuote({ ...head, seller: { company, address, email }, timeZone, taxNote, lines, totals }),
  );
}
