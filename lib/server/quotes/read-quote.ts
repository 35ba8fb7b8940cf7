import type { QuoteDto } from "@/lib/contracts/quote";
import type { Desk } from "@/lib/server/desk";
import { entityTag } from "@/lib/server/carts/if-match";
import { findVersions, noSuchQuote, type QuoteVersion } from "@/lib/server/quotes/quote-store";
import { toQuoteDto } from "@/lib/server/quotes/to-quote-dto";
import type { Viewer } from "@/lib/server/viewer";

/** An answer with the entity tag of what it shows. */
export type TaggedQuote = { readonly quote: QuoteDto; readonly tag: string };

/** The newest version, or the one asked for. Throws `not-found`. */
export async function readQuote(desk: Desk, viewer: Viewer, number: string, asked?: number): Promise<TaggedQuote> {
  const versions = await findVersions(desk.db, viewer, number);
  const shown = asked === undefined ? versions.at(-1) : versions.find(({ version }) => version === asked);
  if (!shown) throw noSuchQuote();
  return { quote: await toQuoteDto(desk, viewer, versions, shown), tag: entityTag(versionTag(shown)) };
}

export function versionTag(version: QuoteVersion): string {
  return `${version.version}.${version.revision}`;
}
