import { createHash } from "node:crypto";
import { AppError } from "@/lib/server/app-error";
import type { Desk } from "@/lib/server/desk";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

const KEPT_MS = 48 * 3_600_000;
const KEY = /^[\x21-\x7e]{1,255}$/;

export type OnceRequest = { readonly route: string; readonly key: string | null; readonly body: unknown };

export function idempotencyKeyOf(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key !== null && !KEY.test(key)) {
    throw new AppError("bad-request", "Idempotency-Key must be 1 to 255 printable characters without spaces.");
  }
  return key;
}

/**
 * Does something once per person, route and key, in one transaction with the note that it was done. A repeat gets the
 * first answer's text again; the same key with another body is refused. Failures are not kept. `prepare` runs before
 * the transaction, so that nothing slow happens inside it.
 */
export async function answerOnce(
  desk: Desk,
  viewer: Viewer,
  once: OnceRequest,
  prepare: () => Promise<(trx: Database) => Promise<string>>,
): Promise<string> {
  const { key, route } = once;
  if (key === null) return desk.db.transaction().execute(await prepare());
  const now = desk.now();
  await forgetOldAnswers(desk.db, now);
  const bodyHash = createHash("sha256").update(JSON.stringify(once.body)).digest("hex");
  const place = { user_id: viewer.userId, route, key };
  const known = await firstAnswer(desk.db, place, bodyHash);
  if (known !== null) return known;
  const act = await prepare();
  return desk.db.transaction().execute(async (trx) => {
    const claimed = await trx
      .insertInto("idempotency")
      .values({ ...place, body_hash: bodyHash, status: 0, response: "", created_at: now.toISOString() })
      .onConflict((conflict) => conflict.columns(["user_id", "route", "key"]).doNothing())
      .returning("key")
      .executeTakeFirst();
    // Whoever holds the key has committed by now: the insert above waited for it.
    if (!claimed) return (await firstAnswer(trx, place, bodyHash)) ?? "";
    const response = await act(trx);
    await trx
      .updateTable("idempotency")
      .set({ status: 201, response })
      .where("user_id", "=", place.user_id)
      .where("route", "=", route)
      .where("key", "=", key)
      .execute();
    return response;
  });
}

type Place = { readonly user_id: string; readonly route: string; readonly key: string };

async function firstAnswer(db: Database, place: Place, bodyHash: string): Promise<string | null> {
  const row = await db
    .selectFrom("idempotency")
    .select(["body_hash", "response"])
    .where("user_id", "=", place.user_id)
    .where("route", "=", place.route)
    .where("key", "=", place.key)
    .executeTakeFirst();
  if (!row) return null;
  if (row.body_hash !== bodyHash) {
    throw new AppError("invalid", "This Idempotency-Key was used for another request. Take a new key.");
  }
  return row.response;
}

async function forgetOldAnswers(db: Database, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - KEPT_MS).toISOString();
  await db.deleteFrom("idempotency").where("created_at", "<", oldest).execute();
}
