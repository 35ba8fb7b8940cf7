import type { SharedQuote } from "@/lib/contracts/quote-sharing";
import type { QuoteState } from "@/lib/domain/quotes/quote-moves";
import { effectiveState } from "@/lib/server/quotes/effective-state";
import type { Publication } from "@/lib/server/quotes/publications";

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
  const today = effectiveState(publication, publication.timeZone, now);
  const state = shownAs[today];
  if (state === "superseded" || state === "withdrawn") return { kind: "gone", why: state };
  const { decision } = publication;
  return {
    kind: "open",
    quote: {
      ...publication.quote,
      state,
      contentHash: publication.contentHash,
      mayDecide: today === "sent",
      decision: decision && { kind: decision.kind, name: decision.name, at: decision.at },
    },
  };
}
