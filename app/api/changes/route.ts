import { listChangesRoute } from "@/lib/contracts/changes";
import { exportChanges } from "@/lib/server/changes/export-changes";
import { listChanges } from "@/lib/server/changes/list-changes";
import { route } from "@/lib/server/route";
import { database } from "@/lib/server/store/database";

export * from "@/lib/server/http/other-methods";

export const GET = route(listChangesRoute, async ({ viewer, query }) => {
  const { page, pageSize, format, ...filter } = query;
  const db = await database();
  if (format !== "csv") return listChanges(db, viewer, filter, { page, pageSize });
  const headers = {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="catalog-changes.csv"',
  };
  return new Response(await exportChanges(db, viewer, filter), { headers });
});
