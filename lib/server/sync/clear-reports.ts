import type { SelectQueryBuilder } from "kysely";
import { BATCH_ROWS, nextTurn } from "@/lib/server/sync/sync-context";
import { lastGoodSync } from "@/lib/server/sync/sync-rows";
import type { Database } from "@/lib/server/store/database";
import type { Schema } from "@/lib/server/store/schema";

/**
 * Deletes the findings that a newer good sync replaced and everything that syncs wrote which never succeeded. The
 * changes of good syncs are history and stay.
 */
export async function clearReports(db: Database, vendor: string): Promise<void> {
  const current = await lastGoodSync(db, vendor);
  const syncs = db.selectFrom("syncs").select("id").where("vendor", "=", vendor);
  const over = syncs.where("state", "!=", "running").where("id", "!=", current?.id ?? "");
  await deleteOf(db, "findings", over);
  await deleteOf(db, "changes", syncs.where("state", "in", ["failed", "cancelled"]));
}

type SyncIds = SelectQueryBuilder<Schema, "syncs", { id: string }>;

async function deleteOf(db: Database, table: "findings" | "changes", syncIds: SyncIds): Promise<void> {
  for (;;) {
    const rows = await db.selectFrom(table).select("id").where("sync_id", "in", syncIds).limit(BATCH_ROWS).execute();
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    await db.deleteFrom(table).where("id", "in", ids).execute();
    await nextTurn();
  }
}
