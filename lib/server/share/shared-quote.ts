import type { SharedQuote } from "@/lib/contracts/quote";
import type { QuoteState } from "@/lib/domain/quotes/quote-moves";
import type { Publication } from "@/lib/server/quotes/publications";
import { isPast } from "@/lib/server/quotes/validity";

/** What a link to a quote shows: the quote, or only that it is no longer the one. */
export type SharedQuoteView =
  | { readonly kind: "open"; readonly quote: SharedQuote }
  | { readonly kind: "gone"; readonly why: "superseded" | "withdrawn" }
  | { readonly kind: "unknown" };

type OpenState = SharedQuote["state"];

const shownAs: Readonly<Record<QuoteState, OpenState | "superseded" | "withdrawn">> = {
  sent: "sent",
  "changes-requested": "sent",
  accepted: "accepted",
  ordered: "accepted",
  declined: "declined",
  expired: "expired",
  superseded: "superseded",
  withdrawn: "withdrawn",
  // A version that is not sent has no publication; should one ever be there, it shows nothing.
  draft: "withdrawn",
  "in-approval": "withdrawn",
  approved: "withdrawn",
};

export function viewPublication(publication: Publication, now: Date): Exclude<SharedQuoteView, { kind: "unknown" }> {
  const state = shownAs[publication.state];
  if (state === "superseded" || state === "withdrawn") return { kind: "gone", why: state };
  const past = state === "sent" && isPast(publication.validUntil, publication.timeZone, now);
  const { decision } = publication;
  return {
    kind: "open",
    quote: {
      ...publication.quote,
      state: past ? "expired" : state,
      contentHash: publication.contentHash,
      mayDecide: publication.state === "sent" && !past,
      decision: decision && { kind: decision.kind, name: decision.name, at: decision.at },
    },
  };
}
