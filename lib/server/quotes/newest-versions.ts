import type { Database } from "@/lib/server/store/database";
import { may, type Viewer } from "@/lib/server/viewer";

/** The newest version (`v`) of every quote that the viewer may see: all of them, or their own. */
export function newestVersions(db: Database, viewer: Viewer) {
  const newest = db
    .selectFrom("quotes as q")
    .innerJoin("quote_versions as v", "v.number", "q.number")
    .where((where) =>
      where(
        "v.version",
        "=",
        where
          .selectFrom("quote_versions as newest")
          .select((expression) => expression.fn.max("newest.version").as("version"))
          .whereRef("newest.number", "=", "q.number"),
      ),
    );
  return may(viewer, "quotes:all") ? newest : newest.where("q.owner_id", "=", viewer.userId);
}
