import { hashToken, newToken } from "@/lib/server/new-id";
import { rightsOf, type Viewer } from "@/lib/server/viewer";
import type { Database } from "@/lib/server/store/database";

const HOUR_MS = 3_600_000;
export const IDLE_MS = 8 * HOUR_MS;
export const ABSOLUTE_MS = 7 * 24 * HOUR_MS;
const TOUCH_EVERY_MS = 60_000;

/** Starts a session and gives the id that only the cookie will hold. */
export async function startSession(db: Database, userId: string, now = new Date()): Promise<string> {
  const id = newToken();
  await db
    .insertInto("sessions")
    .values({
      id_hash: hashToken(id),
      user_id: userId,
      created_at: now.toISOString(),
      last_seen_at: now.toISOString(),
      expires_at: new Date(now.getTime() + ABSOLUTE_MS).toISOString(),
    })
    .execute();
  await db.deleteFrom("sessions").where("expires_at", "<", now.toISOString()).execute();
  return id;
}

/** Whoever the session belongs to; null when it ended, idled out, or its user was disabled. */
export async function findViewer(
  db: Database,
  sessionId: string,
  { demo, now = new Date() }: { readonly demo: boolean; readonly now?: Date },
): Promise<Viewer | null> {
  const row = await db
    .selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.user_id")
    .select(["users.id", "users.email", "users.name", "users.role", "users.demo", "users.disabled_at"])
    .select(["sessions.id_hash", "sessions.last_seen_at", "sessions.expires_at"])
    .where("sessions.id_hash", "=", hashToken(sessionId))
    .executeTakeFirst();
  if (!row || row.disabled_at !== null || (row.demo === 1 && !demo)) return null;
  const idleMs = now.getTime() - Date.parse(row.last_seen_at);
  if (row.expires_at <= now.toISOString() || idleMs > IDLE_MS) return null;
  if (idleMs > TOUCH_EVERY_MS) {
    const last_seen_at = now.toISOString();
    await db.updateTable("sessions").set({ last_seen_at }).where("id_hash", "=", row.id_hash).execute();
  }
  return { userId: row.id, email: row.email, name: row.name, role: row.role, rights: rightsOf(row.role) };
}

export async function endSession(db: Database, sessionId: string): Promise<void> {
  await db.deleteFrom("sessions").where("id_hash", "=", hashToken(sessionId)).execute();
}
