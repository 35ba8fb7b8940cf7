import { createHash } from "node:crypto";
import { type PublicQuote, PublicQuoteSchema } from "@/lib/contracts/public-quote";
import type { QuoteState } from "@/lib/domain/quotes/quote-moves";
import { type QuoteDecision, DecisionSchema } from "@/lib/server/quotes/quote-document";
import type { Database } from "@/lib/server/store/database";

export type Publication = {
  readonly number: string;
  readonly version: number;
  readonly state: QuoteState;
  readonly validUntil: string;
  readonly timeZone: string;
  readonly quote: PublicQuote;
  readonly contentHash: string;
  readonly decision: QuoteDecision | null;
};

export function hashContent(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Freezes what the customer sees. `content` is the canonical JSON of a `PublicQuote`. */
export async function publish(
  trx: Database,
  publication: { readonly quote: PublicQuote; readonly content: string; readonly now: string },
): Promise<string> {
  const { quote, content, now } = publication;
  const contentHash = hashContent(content);
  await trx
    .insertInto("quote_publications")
    .values({
      number: quote.number,
      version: quote.version,
      state: "sent" satisfies QuoteState,
      valid_until: quote.validUntil,
      time_zone: quote.timeZone,
      content,
      content_hash: contentHash,
      published_at: now,
      decision: null,
    })
    .execute();
  return contentHash;
}

export async function findPublication(db: Database, number: string, version: number): Promise<Publication | null> {
  const row = await db
    .selectFrom("quote_publications")
    .selectAll()
    .where("number", "=", number)
    .where("version", "=", version)
    .executeTakeFirst();
  if (!row) return null;
  if (hashContent(row.content) !== row.content_hash) {
    throw new Error(`The publication of ${number} version ${version} does not match its hash`);
  }
  return {
    number: row.number,
    version: row.version,
    // Only `publish` and `setPublicationState` write the column, both with a `QuoteState`.
    state: row.state as QuoteState,
    validUntil: row.valid_until,
    timeZone: row.time_zone,
    quote: PublicQuoteSchema.parse(JSON.parse(row.content)),
    contentHash: row.content_hash,
    decision: row.decision === null ? null : DecisionSchema.parse(JSON.parse(row.decision)),
  };
}

/** Follows a move of the version; the content itself never changes. */
export async function setPublicationState(
  trx: Database,
  version: { readonly number: string; readonly version: number },
  state: QuoteState,
  decision: QuoteDecision | null = null,
): Promise<void> {
  await trx
    .updateTable("quote_publications")
    .set({ state, ...(decision ? { decision: JSON.stringify(decision) } : {}) })
    .where("number", "=", version.number)
    .where("version", "=", version.version)
    .execute();
}
