import { clearGenerations } from "@/lib/server/sync/clear-generations";
import { clearReports } from "@/lib/server/sync/clear-reports";
import { releaseLease, takeLease } from "@/lib/server/sync/lease";
import { leaseHolder } from "@/lib/server/sync/lease-holder";
import { readPublished } from "@/lib/server/sync/published-catalog";
import { leaseNameOf } from "@/lib/server/sync/run-sync";
import { endInterrupted } from "@/lib/server/sync/sync-rows";
import type { Database } from "@/lib/server/store/database";

type Recovery = { readonly now: Date; readonly isDead: (holder: string) => boolean };

/** Puts on record and clears away what a killed process left of a vendor's sync. Does nothing while one runs. */
export async function recoverSync(db: Database, vendor: string, { now, isDead }: Recovery): Promise<void> {
  const published = await readPublished(db, vendor);
  const name = leaseNameOf(vendor);
  const fenceAbove = published?.generation ?? 0;
  const lease = await takeLease(db, { name, holder: leaseHolder(), now, fenceAbove, isDead });
  if (!lease) return;
  try {
    await endInterrupted(db, vendor, lease.fence, now);
    await clearGenerations(db, vendor, { below: lease.fence, keep: published?.generation ?? null });
    await clearReports(db, vendor);
  } finally {
    await releaseLease(db, lease);
  }
}
