import type { QuoteState } from "@/lib/domain/quotes/quote-moves";
import { quoteTotals } from "@/lib/domain/quotes/quote-totals";
import { AppError } from "@/lib/server/app-error";
import { parseQuoteDocument, type QuoteDocument } from "@/lib/server/quotes/quote-document";
import type { Database } from "@/lib/server/store/database";
import { may, type Viewer } from "@/lib/server/viewer";

export type QuoteVersion = {
  readonly number: string;
  readonly ownerId: string;
  readonly version: number;
  readonly state: QuoteState;
  readonly validUntil: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly sentAt: string | null;
  readonly contentHash: string | null;
  /** Counts the edits of this version. */
  readonly revision: number;
  readonly document: QuoteDocument;
};

export function noSuchQuote(): AppError {
  return new AppError("not-found", "There is no such quote among those you may see.");
}

export function movedMeanwhile(): AppError {
  return new AppError("conflict", "Somebody changed this quote at the same moment. Look at it and try again.");
}

/** Makes every move of one quote wait for the others until the transaction ends, on both stores alike. */
export async function lockQuote(trx: Database, number: string): Promise<void> {
  await trx
    .updateTable("quotes")
    .set((expression) => ({ owner_id: expression.ref("owner_id") }))
    .where("number", "=", number)
    .execute();
}

/** All versions, oldest first, if the quote is the viewer's own or they may see all. Throws `not-found`. */
export async function findVersions(db: Database, viewer: Viewer, number: string): Promise<readonly QuoteVersion[]> {
  let query = versionRows(db).where("quotes.number", "=", number);
  if (!may(viewer, "quotes:all")) query = query.where("quotes.owner_id", "=", viewer.userId);
  const rows = await query.orderBy("quote_versions.version").execute();
  if (rows.length === 0) throw noSuchQuote();
  return rows.map(toVersion);
}

function versionRows(db: Database) {
  return db
    .selectFrom("quotes")
    .innerJoin("quote_versions", "quote_versions.number", "quotes.number")
    .selectAll("quote_versions")
    .select("quotes.owner_id");
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof versionRows>["executeTakeFirstOrThrow"]>>;

function toVersion(row: VersionRow): QuoteVersion {
  return {
    number: row.number,
    ownerId: row.owner_id,
    version: row.version,
    // Only `addVersion` and `setState` write the column, both with a `QuoteState`.
    state: row.state as QuoteState,
    validUntil: row.valid_until,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    sentAt: row.sent_at,
    contentHash: row.content_hash,
    revision: row.revision,
    document: parseQuoteDocument(row.document),
  };
}

export type NewVersion = {
  readonly number: string;
  readonly version: number;
  readonly validUntil: string;
  readonly document: QuoteDocument;
  readonly now: string;
};

export async function addVersion(trx: Database, draft: NewVersion): Promise<void> {
  await trx
    .insertInto("quote_versions")
    .values({
      number: draft.number,
      version: draft.version,
      state: "draft" satisfies QuoteState,
      ...documentColumns(draft.document),
      valid_until: draft.validUntil,
      created_at: draft.now,
      updated_at: draft.now,
      sent_at: null,
      content_hash: null,
      revision: 1,
    })
    .execute();
}

/** Writes an edit of a draft if it is still the draft that was read; false = it is not. */
export async function replaceDraft(
  trx: Database,
  before: QuoteVersion,
  after: { readonly document: QuoteDocument; readonly validUntil: string },
  now: string,
): Promise<boolean> {
  const result = await trx
    .updateTable("quote_versions")
    .set({
      ...documentColumns(after.document),
      valid_until: after.validUntil,
      updated_at: now,
      revision: before.revision + 1,
    })
    .where("number", "=", before.number)
    .where("version", "=", before.version)
    .where("state", "=", "draft")
    .where("revision", "=", before.revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export type StateChange = {
  readonly to: QuoteState;
  readonly now: string;
  readonly document?: QuoteDocument;
  readonly sent?: { readonly contentHash: string };
};

/** Moves a version if it still is as it was read; false = somebody moved or edited it meanwhile. */
export async function setState(trx: Database, before: QuoteVersion, change: StateChange): Promise<boolean> {
  const result = await trx
    .updateTable("quote_versions")
    .set({
      state: change.to,
      updated_at: change.now,
      revision: before.revision + 1,
      ...(change.document ? { document: JSON.stringify(change.document) } : {}),
      ...(change.sent ? { sent_at: change.now, content_hash: change.sent.contentHash } : {}),
    })
    .where("number", "=", before.number)
    .where("version", "=", before.version)
    .where("state", "=", before.state)
    .where("revision", "=", before.revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function documentColumns(document: QuoteDocument) {
  return {
    document: JSON.stringify(document),
    customer_name: document.customer.name,
    title: document.title,
    prepared_by: document.preparedBy,
    currency: document.currency,
    first_year: quoteTotals(document.lines, document.currency).firstYear.amount,
  };
}
