import { formatDate } from "@/components/ui/format";
import type { PublicQuote } from "@/lib/contracts/public-quote";
import type { QuoteDto } from "@/lib/contracts/quote";

/** A word that must not be overlooked on paper, and the sentence that explains it. */
export type PaperBanner = { word: string; sentence: string };

/** Across the top of every page of what is not an open or decided quote. */
export function paperBanner(
  state: QuoteDto["state"],
  { validUntil, customer }: Pick<PublicQuote, "validUntil" | "customer">,
): PaperBanner | null {
  switch (state) {
    case "draft":
    case "in-approval":
    case "approved":
      return { word: "DRAFT", sentence: "Not an offer yet: contents and prices may still change." };
    case "expired":
      return {
        word: "EXPIRED",
        sentence: `Valid until ${formatDate(validUntil, "UTC", customer.language)}; it cannot be accepted any more.`,
      };
    case "withdrawn":
      return { word: "WITHDRAWN", sentence: "This quote does not hold any more." };
    case "superseded":
      return { word: "REPLACED", sentence: "A newer version of this quote was sent." };
    default:
      return null;
  }
}
