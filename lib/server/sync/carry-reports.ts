import { batches, type SyncContext, writeFenced } from "@/lib/server/sync/sync-context";
import { lastGoodSync, noCounts, readCounts, type StoredCounts } from "@/lib/server/sync/sync-rows";

/** Of the same list the same is to be said as by the sync before: what it found, and how much it read. */
export async function carryReports(context: SyncContext): Promise<StoredCounts> {
  const before = await lastGoodSync(context.db, context.vendor);
  if (!before) throw new Error("a list is known only from a sync that read it");
  await carryFindings(context, before.id);
  const { products, rejected } = readCounts(before.counts);
  return { ...noCounts, products, rejected };
}

async function carryFindings(context: SyncContext, from: string): Promise<void> {
  const { db, syncId, startedAt } = context;
  const findings = await db.selectFrom("findings").selectAll().where("sync_id", "=", from).orderBy("id").execute();
  for (const batch of batches(findings)) {
    const rows = batch.map(({ vendor, kind, key, name, reason, excerpt, shows_cost }) => {
      const [id, sync_id, at] = [context.nextReportId(), syncId, startedAt];
      return { id, sync_id, at, vendor, kind, key, name, reason, excerpt, shows_cost };
    });
    await writeFenced(context, (trx) => trx.insertInto("findings").values(rows).execute());
  }
}
