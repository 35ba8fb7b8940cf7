import type { ChangeDto } from "@/lib/contracts/changes";
import type { ProductRef } from "@/lib/domain/catalog/product";
import { toChangeDto } from "@/lib/server/changes/list-changes";
import { visibleChanges } from "@/lib/server/changes/visible-changes";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

const HISTORY_MAX = 200;

/** How the amounts of one product moved, newest first. */
export async function priceHistory(
  db: Database,
  viewer: Viewer,
  { vendor, key }: ProductRef,
): Promise<readonly ChangeDto[]> {
  const rows = await visibleChanges(db, viewer)
    .selectAll("changes")
    .where("changes.vendor", "=", vendor)
    .where("changes.key", "=", key)
    .where("changes.kind", "in", ["price", "list-price", "cost"])
    .orderBy("changes.at", "desc")
    .orderBy("changes.id")
    .limit(HISTORY_MAX)
    .execute();
  return rows.map(toChangeDto);
}
