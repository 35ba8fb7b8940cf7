import type { Database } from "@/lib/server/store/database";
import { may, type Viewer } from "@/lib/server/viewer";

/** The changes of good syncs, without any of costs for those who may not see costs. */
export function visibleChanges(db: Database, viewer: Viewer) {
  const good = db.selectFrom("syncs").select("syncs.id").where("state", "=", "succeeded");
  const query = db.selectFrom("changes").where("changes.sync_id", "in", good);
  return may(viewer, "costs:read") ? query : query.where("changes.kind", "!=", "cost");
}
