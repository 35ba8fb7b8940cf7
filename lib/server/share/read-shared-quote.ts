import { type SharedQuote, SharedQuoteSchema } from "@/lib/contracts/quote-sharing";
import { AppError } from "@/lib/server/app-error";
import type { Desk } from "@/lib/server/desk";
import { openDesk } from "@/lib/server/open-desk";
import { findPublication } from "@/lib/server/quotes/publications";
import { countView, findLiveLink, noSuchLink, openLink } from "@/lib/server/share/share-links";
import { type SharedQuoteView, viewPublication } from "@/lib/server/share/shared-quote";
import { isCustomerVisit, type Visitor } from "@/lib/server/share/visitor";

/** For the page behind a link. A `visitor` is counted as a view where it is a customer's browser. */
export async function readSharedQuote(token: string, visitor: Visitor | null = null): Promise<SharedQuoteView> {
  return viewSharedQuote(await openDesk(), token, visitor);
}

export async function viewSharedQuote(desk: Desk, token: string, visitor: Visitor | null): Promise<SharedQuoteView> {
  const now = desk.now();
  const link = await findLiveLink(desk.db, "quote", token, now);
  const publication = link?.version ? await findPublication(desk.db, link.target, link.version) : null;
  if (!link || !publication) return { kind: "unknown" };
  const view = viewPublication(publication, now);
  if (view.kind === "gone") return view;
  if (visitor && isCustomerVisit(visitor)) await countView(desk.db, link.id, now);
  return { kind: "open", quote: SharedQuoteSchema.parse(view.quote) };
}

/** For the route: limits applied; throws `not-found`, `gone` or `too-many-requests`. */
export async function fetchSharedQuote(desk: Desk, token: string, visitor: Visitor): Promise<SharedQuote> {
  await openLink(desk.db, "quote", token, desk.now(), visitor);
  return openOrThrow(await viewSharedQuote(desk, token, visitor));
}

export function openOrThrow(view: SharedQuoteView): SharedQuote {
  if (view.kind === "unknown") throw noSuchLink();
  if (view.kind === "open") return view.quote;
  const sentence =
    view.why === "superseded"
      ? "This quote was replaced by a newer one. Ask whoever sent it for the new link."
      : "This quote was withdrawn. Ask whoever sent it what holds now.";
  throw new AppError("gone", sentence, { extra: { state: view.why } });
}
