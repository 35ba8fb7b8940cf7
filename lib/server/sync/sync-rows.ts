import type { Kysely } from "kysely";
import { z } from "zod";
import type { SyncErrorKind } from "@/lib/server/sync/sync-error";
import type { SyncContext } from "@/lib/server/sync/sync-context";
import type { Database } from "@/lib/server/store/database";
import type { Schema } from "@/lib/server/store/schema";

/**
 * `costOnly` of the `changed` products changed in nothing but cost: those who may not see costs do not count them.
 * `priceUp` and `priceDown` count changes of prices and list prices; syncs of earlier versions did not.
 */
const StoredCountsSchema = z.object({
  products: z.number(),
  rejected: z.number(),
  new: z.number(),
  changed: z.number(),
  gone: z.number(),
  costOnly: z.number(),
  priceUp: z.number().default(0),
  priceDown: z.number().default(0),
});

export type StoredCounts = z.infer<typeof StoredCountsSchema>;

export const noCounts: StoredCounts = {
  products: 0,
  rejected: 0,
  new: 0,
  changed: 0,
  gone: 0,
  costOnly: 0,
  priceUp: 0,
  priceDown: 0,
};

export function readCounts(text: string): StoredCounts {
  return StoredCountsSchema.parse(JSON.parse(text));
}

/** The newest sync whose catalog was published: what it found and counted is what holds. */
export function lastGoodSync(db: Database, vendor: string): Promise<{ id: string; counts: string } | undefined> {
  return db
    .selectFrom("syncs")
    .select(["id", "counts"])
    .where("vendor", "=", vendor)
    .where("state", "=", "succeeded")
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function insertSync(sync: SyncContext): Promise<void> {
  const row = {
    id: sync.syncId,
    vendor: sync.vendor,
    state: "running" as const,
    fence: sync.lease.fence,
    started_at: sync.startedAt,
    finished_at: null,
    started_by: sync.startedBy,
    counts: JSON.stringify(noCounts),
    done: 0,
    total: null,
    error: null,
    error_kind: null,
    held: null,
  };
  await sync.db.insertInto("syncs").values(row).execute();
}

export type Progress = { readonly done: number; readonly total: number | null };

export async function updateProgress(trx: Kysely<Schema>, { syncId }: SyncContext, progress: Progress): Promise<void> {
  await trx.updateTable("syncs").set(progress).where("id", "=", syncId).execute();
}

export function tellProgress({ vendor, onProgress }: SyncContext, progress: Progress): void {
  onProgress?.({ vendor, ...progress, state: "running" });
}

export type Ending = {
  readonly state: "failed" | "cancelled";
  readonly error: string | null;
  readonly kind: SyncErrorKind | null;
  readonly held: readonly string[] | null;
};

/** False where somebody else has already ended it: a cancellation, or the process that took over. */
export async function endSync(context: SyncContext, { state, error, kind, held }: Ending): Promise<boolean> {
  const finished = {
    state,
    error,
    error_kind: kind,
    held: held === null ? null : JSON.stringify(held),
    finished_at: context.now().toISOString(),
  };
  const ended = await context.db
    .updateTable("syncs")
    .set(finished)
    .where("id", "=", context.syncId)
    .where("state", "=", "running")
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

/** Syncs of a vendor that still read "running" although their holder is gone. */
export async function endInterrupted(db: Database, vendor: string, fenceBelow: number, now: Date): Promise<void> {
  await db
    .updateTable("syncs")
    .set({
      state: "failed",
      error: "The sync was interrupted before it ended. The last good catalog stays in use.",
      error_kind: "interrupted",
      finished_at: now.toISOString(),
    })
    .where("vendor", "=", vendor)
    .where("state", "=", "running")
    .where("fence", "<", fenceBelow)
    .execute();
}

/** The keys that the last complete answer lacked or whose prices jumped in it; null where it was believed. */
export async function readHeld(
  db: Database,
  vendor: string,
  kind: "held" | "jumped",
): Promise<ReadonlySet<string> | null> {
  const row = await db
    .selectFrom("syncs")
    .select("held")
    .where("vendor", "=", vendor)
    .where("held", "is not", null)
    .where("error_kind", "=", kind)
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.held ? new Set(z.array(z.string()).parse(JSON.parse(row.held))) : null;
}
