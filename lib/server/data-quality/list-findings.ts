import type { FindingDto } from "@/lib/contracts/changes";
import type { FindingKind } from "@/lib/domain/sync/finding";
import type { Database } from "@/lib/server/store/database";
import { may, type Viewer } from "@/lib/server/viewer";

export type FindingFilter = { readonly vendor?: string | undefined };
export type FindingPage = { readonly page: number; readonly pageSize: number };

/** What the last good sync of each vendor found doubtful. */
export async function listFindings(
  db: Database,
  viewer: Viewer,
  filter: FindingFilter,
  { page, pageSize }: FindingPage,
): Promise<{ readonly items: readonly FindingDto[]; readonly total: number }> {
  const base = visibleFindings(db, viewer);
  const query = filter.vendor === undefined ? base : base.where("findings.vendor", "=", filter.vendor);
  const { total } = await query.select((q) => q.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll("findings")
    .orderBy("findings.vendor")
    .orderBy("findings.id")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  // The excerpt is the vendor's raw record and may hold any cost.
  const excerptOf = (excerpt: string | null) => (may(viewer, "costs:read") ? excerpt : null);
  const items = rows.map(({ id, at, vendor, kind, key, name, reason, excerpt }) => ({
    id,
    at,
    vendor,
    // Written by our own sync only, which knows no other kinds.
    kind: kind as FindingKind,
    key,
    name,
    reason,
    excerpt: excerptOf(excerpt),
  }));
  return { items, total };
}

/** Those of each vendor's newest good sync, without any that tell of a cost for those who may not see costs. */
export function visibleFindings(db: Database, viewer: Viewer) {
  const newest = db
    .selectFrom("syncs")
    .select((q) => q.fn.max("syncs.id").as("id"))
    .where("state", "=", "succeeded")
    .groupBy("vendor");
  const query = db.selectFrom("findings").where("findings.sync_id", "in", newest);
  return may(viewer, "costs:read") ? query : query.where("findings.shows_cost", "=", 0);
}
