import type { PublicQuote } from "@/lib/contracts/public-quote";
import type { QuoteState } from "@/lib/domain/quotes/quote-moves";
import type { Desk } from "@/lib/server/desk";
import { openDesk } from "@/lib/server/open-desk";
import { effectiveState } from "@/lib/server/quotes/effective-state";
import { findPublication } from "@/lib/server/quotes/publications";
import { findVersions, noSuchQuote } from "@/lib/server/quotes/quote-store";
import { toPublicQuote } from "@/lib/server/quotes/to-public-quote";
import { readSellerSettings } from "@/lib/server/settings/seller-settings";
import type { Viewer } from "@/lib/server/viewer";

export type PrintableQuote = {
  readonly quote: PublicQuote;
  /** Not sent: made from what the draft holds now, and to be marked as a draft. */
  readonly draft: boolean;
  readonly state: QuoteState;
  readonly contentHash: string | null;
};

/** A version for paper: what was frozen when it was sent, or a draft as it is now. Throws `not-found`. */
export async function readPrintable(viewer: Viewer, number: string, version: number): Promise<PrintableQuote> {
  return findPrintable(await openDesk(), viewer, number, version);
}

export async function findPrintable(
  desk: Desk,
  viewer: Viewer,
  number: string,
  version: number,
): Promise<PrintableQuote> {
  const versions = await findVersions(desk.db, viewer, number);
  const asked = versions.find((one) => one.version === version);
  if (!asked) throw noSuchQuote();
  const publication = await findPublication(desk.db, number, version);
  const seller = await readSellerSettings(desk.db, desk.demo);
  const state = effectiveState(asked, publication?.timeZone ?? seller.timeZone, desk.now());
  if (publication) return { quote: publication.quote, draft: false, state, contentHash: publication.contentHash };
  return { quote: toPublicQuote(asked, seller, null), draft: true, state, contentHash: null };
}
