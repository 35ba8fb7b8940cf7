import { AppError } from "@/lib/server/app-error";
import { hashToken, newId, newToken } from "@/lib/server/new-id";
import { addressOf, type Visitor } from "@/lib/server/share/visitor";
import { countLinkUse, countMiss } from "@/lib/server/share/limit-visits";
import type { Database } from "@/lib/server/store/database";

export const LINK_DAYS_DEFAULT = 30;
export const LINK_DAYS_MAX = 180;

export type LinkKind = "quote" | "product";

export type NewLink = {
  readonly kind: LinkKind;
  readonly target: string;
  readonly version: number | null;
  readonly createdBy: string;
  readonly days: number;
  /** Instead of the days; `latestExpiry` is the last moment it may be. */
  readonly expiresAt?: Date | undefined;
};

export type LiveLink = {
  readonly id: string;
  readonly target: string;
  readonly version: number | null;
};

const DAY_MS = 86_400_000;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function latestExpiry(now: Date): Date {
  return new Date(now.getTime() + LINK_DAYS_MAX * DAY_MS);
}

/** The token leaves this function once; what is stored cannot be turned back into it. */
export async function createLink(db: Database, link: NewLink, now: Date) {
  const token = newToken();
  const id = newId();
  const days = Math.min(Math.max(1, link.days), LINK_DAYS_MAX);
  const expiresAt = (link.expiresAt ?? new Date(now.getTime() + days * DAY_MS)).toISOString();
  await db
    .insertInto("share_links")
    .values({
      id,
      token_hash: hashToken(token),
      kind: link.kind,
      target: link.target,
      version: link.version,
      created_by: link.createdBy,
      created_at: now.toISOString(),
      expires_at: expiresAt,
      revoked_at: null,
      views: 0,
      last_viewed_at: null,
    })
    .execute();
  return { id, token, expiresAt };
}

/** Null for a token that is unknown, withdrawn or past its time: nobody outside can tell these apart. */
export async function findLiveLink(db: Database, kind: LinkKind, token: string, now: Date): Promise<LiveLink | null> {
  if (!TOKEN.test(token)) return null;
  const row = await db
    .selectFrom("share_links")
    .select(["id", "target", "version"])
    .where("token_hash", "=", hashToken(token))
    .where("kind", "=", kind)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now.toISOString())
    .executeTakeFirst();
  return row ?? null;
}

/** `findLiveLink` with the visit counted against the limits. Throws `not-found` or `too-many-requests`. */
export async function openLink(
  db: Database,
  kind: LinkKind,
  token: string,
  now: Date,
  visitor: Visitor | null,
): Promise<LiveLink> {
  const link = await findLiveLink(db, kind, token, now);
  if (!link) {
    if (visitor) await countMiss(addressOf(visitor.headers));
    throw noSuchLink();
  }
  if (visitor) await countLinkUse(link.id);
  return link;
}

export function noSuchLink(): AppError {
  return new AppError("not-found", "This link does not work (any more). Ask whoever sent it for a new one.");
}

export async function countView(db: Database, linkId: string, now: Date): Promise<void> {
  await db
    .updateTable("share_links")
    .set((expression) => ({ views: expression("views", "+", 1), last_viewed_at: now.toISOString() }))
    .where("id", "=", linkId)
    .execute();
}

/** Withdraws a link at once; false where it was withdrawn before. */
export async function revokeLink(db: Database, linkId: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable("share_links")
    .set({ revoked_at: now.toISOString() })
    .where("id", "=", linkId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
