import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { vendorSources } from "@/lib/server/sources";
import { database } from "@/lib/server/store/database";
import { startLocalSync } from "@/lib/server/sync/local-syncs";
import { requireRight, type Viewer } from "@/lib/server/viewer";

export type RequestedSyncs = {
  /** Vendors whose sync began now. */
  readonly started: readonly string[];
  /** Vendors that were being synced already. */
  readonly running: readonly string[];
};

/** Starts a sync of one vendor, or of all. Returns as soon as the syncs are on record. */
export async function requestSync(viewer: Viewer, vendor?: string): Promise<RequestedSyncs> {
  requireRight(viewer, "syncs:write");
  const sources = (await vendorSources()).filter((source) => vendor === undefined || source.vendor === vendor);
  if (sources.length === 0) {
    const path = "body.vendor";
    const message = vendor === undefined ? "No vendor is configured." : `There is no vendor “${vendor}” here.`;
    throw new AppError("invalid", message, { errors: [{ path, message }] });
  }
  const db = await database();
  const started: string[] = [];
  const running: string[] = [];
  for (const source of sources) {
    source.endPause();
    const sync = await startLocalSync(source, viewer.name);
    (sync ? started : running).push(source.vendor);
    if (!sync) continue;
    const entry = { userId: viewer.userId, entity: "sync", entityId: sync.id, action: "start" };
    await recordAudit(db, { ...entry, detail: { vendor: source.vendor } });
  }
  return { started, running };
}
