import type { z } from "zod";
import type { CreateSavedViewSchema, SavedView, UpdateSavedViewSchema } from "@/lib/contracts/saved-views";
import { catalogFacets } from "@/lib/domain/catalog/facets";
import { compareViews } from "@/lib/domain/catalog/saved-view-order";
import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Desk } from "@/lib/server/desk";
import { newId } from "@/lib/server/new-id";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

const VIEWS_MAX = 50;

type Shelf = Pick<Desk, "db" | "now">;

/** The viewer's own first, then those shared with the team, each by name. */
export async function listSavedViews(db: Database, viewer: Viewer): Promise<{ items: SavedView[]; total: number }> {
  const rows = await selectViews(db)
    .where((where) => where.or([where("v.owner_id", "=", viewer.userId), where("v.shared", "=", 1)]))
    .execute();
  const items = rows.map((row) => toSavedView(viewer, row));
  items.sort(compareViews);
  return { items, total: items.length };
}

export async function createSavedView(
  { db, now }: Shelf,
  viewer: Viewer,
  { name, search, shared }: z.output<typeof CreateSavedViewSchema>,
): Promise<SavedView> {
  const [id, at, cleaned] = [newId(), now().toISOString(), cleanSearch(search)];
  return db.transaction().execute(async (trx) => {
    const { count } = await trx
      .selectFrom("saved_views")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("owner_id", "=", viewer.userId)
      .executeTakeFirstOrThrow();
    if (count >= VIEWS_MAX) throw new AppError("invalid", `You have ${VIEWS_MAX} views. Delete one to save another.`);
    const row = { id, owner_id: viewer.userId, name, search: cleaned, shared: shared ? 1 : 0 };
    await trx
      .insertInto("saved_views")
      .values({ ...row, created_at: at, updated_at: at })
      .execute();
    await audit(trx, viewer, id, "created", { name, search: cleaned, shared });
    return toSavedView(viewer, await findView(trx, viewer, id));
  });
}

export async function updateSavedView(
  { db, now }: Shelf,
  viewer: Viewer,
  id: string,
  change: z.output<typeof UpdateSavedViewSchema>,
): Promise<SavedView> {
  return db.transaction().execute(async (trx) => {
    const before = toSavedView(viewer, await findOwn(trx, viewer, id));
    const after = {
      name: change.name ?? before.name,
      search: change.search === undefined ? before.search : cleanSearch(change.search),
      shared: change.shared ?? before.shared,
    };
    const { name, search, shared } = before;
    if (after.name !== name || after.search !== search || after.shared !== shared) {
      const values = { name: after.name, search: after.search, shared: after.shared ? 1 : 0 };
      await trx
        .updateTable("saved_views")
        .set({ ...values, updated_at: now().toISOString() })
        .where("id", "=", id)
        .execute();
      await audit(trx, viewer, id, "changed", { before: { name, search, shared }, after });
    }
    return { ...before, ...after };
  });
}

export async function deleteSavedView({ db }: Pick<Shelf, "db">, viewer: Viewer, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { name, search, shared } = toSavedView(viewer, await findOwn(trx, viewer, id));
    await trx.deleteFrom("saved_views").where("id", "=", id).execute();
    await audit(trx, viewer, id, "deleted", { name, search, shared });
  });
}

const kept: ReadonlySet<string> = new Set([
  "q",
  ...catalogFacets,
  "priceMin",
  "priceMax",
  "locale",
  "sort",
  "per",
  "columns",
]);

/** How far one had scrolled and what one looked at is no part of a view, nor is anything the catalog does not know. */
function cleanSearch(search: string): string {
  return String(new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => kept.has(name))));
}

function selectViews(db: Database) {
  return db
    .selectFrom("saved_views as v")
    .leftJoin("users as u", "u.id", "v.owner_id")
    .select(["v.id", "v.owner_id", "v.name", "v.search", "v.shared", "u.name as owner_name"]);
}

type ViewRow = NonNullable<Awaited<ReturnType<ReturnType<typeof selectViews>["executeTakeFirst"]>>>;

/** Somebody else's view that is not shared does not exist for the viewer. */
async function findView(db: Database, viewer: Viewer, id: string): Promise<ViewRow> {
  const row = await selectViews(db).where("v.id", "=", id).executeTakeFirst();
  if (row && (row.owner_id === viewer.userId || row.shared === 1)) return row;
  throw new AppError("not-found", "There is no such view.");
}

async function findOwn(db: Database, viewer: Viewer, id: string): Promise<ViewRow> {
  const row = await findView(db, viewer, id);
  if (row.owner_id === viewer.userId) return row;
  throw new AppError("forbidden", `“${row.name}” belongs to ${ownerOf(row)}. Save one of your own to change it.`);
}

/** Field by field; owners' ids stay here. */
function toSavedView(viewer: Viewer, row: ViewRow): SavedView {
  return {
    id: row.id,
    name: row.name,
    search: row.search,
    shared: row.shared === 1,
    own: row.owner_id === viewer.userId,
    ownerName: ownerOf(row),
  };
}

function ownerOf(row: ViewRow): string {
  return row.owner_name ?? "somebody who left";
}

function audit(trx: Database, viewer: Viewer, id: string, action: string, detail: Record<string, unknown>) {
  return recordAudit(trx, { userId: viewer.userId, entity: "saved-view", entityId: id, action, detail });
}
