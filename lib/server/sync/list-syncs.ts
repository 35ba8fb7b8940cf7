import type { SyncDto } from "@/lib/contracts/sync";
import type { Schema } from "@/lib/server/store/schema";
import type { Database } from "@/lib/server/store/database";
import { isLocalSync } from "@/lib/server/sync/local-syncs";
import { readCounts } from "@/lib/server/sync/sync-rows";
import { explainFailure } from "@/lib/server/sync/explain-failure";
import { may, type Viewer } from "@/lib/server/viewer";

export type SyncPage = { readonly page: number; readonly pageSize: number };

/** All syncs of all vendors, newest first. */
export async function listSyncs(
  db: Database,
  viewer: Viewer,
  { page, pageSize }: SyncPage,
): Promise<{ readonly items: readonly SyncDto[]; readonly total: number }> {
  const { total } = await db
    .selectFrom("syncs")
    .select((q) => q.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom("syncs")
    .selectAll()
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { items: rows.map((row) => toSyncDto(row, viewer)), total };
}

/** A sync of this process has not succeeded before what it published can be read here. */
export function toSyncDto(row: Schema["syncs"], viewer: Viewer): SyncDto {
  const publishing = row.state === "succeeded" && isLocalSync(row.id);
  const { costOnly, ...counts } = readCounts(row.counts);
  return {
    id: row.id,
    vendor: row.vendor,
    state: publishing ? "running" : row.state,
    startedAt: row.started_at,
    finishedAt: publishing ? null : row.finished_at,
    counts: { ...counts, changed: may(viewer, "costs:read") ? counts.changed : counts.changed - costOnly },
    error: explainFailure(row, viewer),
    startedBy: row.started_by,
  };
}
