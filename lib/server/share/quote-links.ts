import type { QuoteState } from "@/lib/domain/quotes/quote-moves";
import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Desk } from "@/lib/server/desk";
import { findVersions } from "@/lib/server/quotes/quote-store";
import { createLink, latestExpiry, LINK_DAYS_DEFAULT, LINK_DAYS_MAX, revokeLink } from "@/lib/server/share/share-links";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

/** The customer has this version before them, decided or not. */
const shareable: ReadonlySet<QuoteState> = new Set(["sent", "changes-requested", "accepted", "ordered"]);

export type ShareLink = { readonly id: string; readonly url: string; readonly expiresAt: string };

/** A link to the version the customer has before them. Its address is told this once and cannot be read again. */
export async function createQuoteLink(
  desk: Desk,
  viewer: Viewer,
  number: string,
  wish: { readonly days?: number | undefined; readonly expiresAt?: string | undefined },
): Promise<ShareLink> {
  const expiresAt = wish.expiresAt === undefined ? undefined : expiryWithin(wish.expiresAt, desk.now());
  const versions = await findVersions(desk.db, viewer, number);
  const sent = versions.findLast((version) => shareable.has(version.state));
  if (!sent) throw new AppError("conflict", "Send the quote first: a link shows what was sent.");
  return desk.db.transaction().execute(async (trx) => {
    const days = wish.days ?? LINK_DAYS_DEFAULT;
    const place = { kind: "quote", target: number, version: sent.version } as const;
    const link = await createLink(trx, { ...place, createdBy: viewer.userId, days, expiresAt }, desk.now());
    await recordAudit(trx, {
      userId: viewer.userId,
      entity: "quote",
      entityId: number,
      action: "link-created",
      detail: { version: sent.version, linkId: link.id, until: link.expiresAt.slice(0, 10) },
    });
    return { id: link.id, url: `${desk.publicUrl}/share/quote/${link.token}`, expiresAt: link.expiresAt };
  });
}

function expiryWithin(text: string, now: Date): Date {
  const expiresAt = new Date(text);
  if (expiresAt > now && expiresAt <= latestExpiry(now)) return expiresAt;
  const message = `A link ends in the future and within ${LINK_DAYS_MAX} days.`;
  throw new AppError("invalid", message, { errors: [{ path: "body.expiresAt", message }] });
}

/** Withdraws a link at once. A second time changes nothing. */
export async function withdrawQuoteLink(desk: Desk, viewer: Viewer, number: string, linkId: string): Promise<void> {
  await findVersions(desk.db, viewer, number);
  const link = await desk.db
    .selectFrom("share_links")
    .select("id")
    .where("id", "=", linkId)
    .where("kind", "=", "quote")
    .where("target", "=", number)
    .executeTakeFirst();
  if (!link) throw new AppError("not-found", "This quote has no such link.");
  await desk.db.transaction().execute(async (trx) => {
    if (!(await revokeLink(trx, linkId, desk.now()))) return;
    const detail = { linkId };
    await recordAudit(trx, {
      userId: viewer.userId,
      entity: "quote",
      entityId: number,
      action: "link-withdrawn",
      detail,
    });
  });
}

export async function listQuoteLinks(db: Database, number: string) {
  const rows = await db
    .selectFrom("share_links")
    .select(["id", "created_at", "expires_at", "revoked_at", "views", "last_viewed_at"])
    .where("kind", "=", "quote")
    .where("target", "=", number)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    views: row.views,
    lastViewedAt: row.last_viewed_at,
  }));
}
