import { recordAudit } from "@/lib/server/audit/record-audit";
import { type Database, database } from "@/lib/server/store/database";
import { revokeLease } from "@/lib/server/sync/lease";
import { abortLocalSyncs } from "@/lib/server/sync/local-syncs";
import { leaseNameOf } from "@/lib/server/sync/run-sync";
import { requireRight, type Viewer } from "@/lib/server/viewer";

/** Ends every sync that runs, here or in another process. The last good catalog stays. */
export async function cancelSync(viewer: Viewer): Promise<void> {
  requireRight(viewer, "syncs:write");
  const db = await database();
  await abortLocalSyncs();
  for (const { id, vendor } of await cancelRunning(db, new Date())) {
    await recordAudit(db, {
      userId: viewer.userId,
      entity: "sync",
      entityId: id,
      action: "cancel",
      detail: { vendor },
    });
  }
}

/** Takes the lease from whoever syncs elsewhere: their next write is refused, and they stop. */
export async function cancelRunning(
  db: Database,
  now: Date,
): Promise<readonly { readonly id: string; readonly vendor: string }[]> {
  const running = await db.selectFrom("syncs").select(["id", "vendor"]).where("state", "=", "running").execute();
  for (const { id, vendor } of running) {
    await db.transaction().execute(async (trx) => {
      await revokeLease(trx, leaseNameOf(vendor));
      await trx
        .updateTable("syncs")
        .set({ state: "cancelled", finished_at: now.toISOString() })
        .where("id", "=", id)
        .where("state", "=", "running")
        .execute();
    });
  }
  return running;
}
