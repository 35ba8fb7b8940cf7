import type { FavouriteList } from "@/lib/contracts/favourites";
import { AppError } from "@/lib/server/app-error";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

export type StoredItem = {
  readonly vendor: string;
  readonly key: string;
  readonly name: string;
  readonly addedAt: string;
};

export type StoredList = {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly name: string;
  readonly shared: boolean;
  readonly updatedAt: string;
  readonly items: readonly StoredItem[];
};

/** All lists the viewer may read: the own ones first, then those shared with the team, each by name. */
export async function listsFor(db: Database, viewer: Viewer): Promise<StoredList[]> {
  const rows = await selectLists(db)
    .where((where) => where.or([where("l.owner_id", "=", viewer.userId), where("l.shared", "=", 1)]))
    .execute();
  const items = await itemsOf(
    db,
    rows.map(({ id }) => id),
  );
  const lists = rows.map((row) => toList(row, items.get(row.id) ?? []));
  const rank = (list: StoredList) => (list.ownerId === viewer.userId ? 0 : 1);
  return lists.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
}

/** A list of somebody else that is not shared does not exist for the viewer; a shared one may be read, not written. */
export async function findList(
  db: Database,
  viewer: Viewer,
  id: string,
  purpose: "read" | "write",
): Promise<StoredList> {
  const row = await selectLists(db).where("l.id", "=", id).executeTakeFirst();
  const own = row?.owner_id === viewer.userId;
  if (!row || (!own && row.shared !== 1)) throw new AppError("not-found", "There is no such list.");
  if (!own && purpose === "write") {
    throw new AppError(
      "forbidden",
      `“${row.name}” belongs to ${row.owner_name ?? "somebody else"}. Copy it to change it.`,
    );
  }
  return toList(row, (await itemsOf(db, [id])).get(id) ?? []);
}

/** Field by field; owners' ids stay here. */
export function toFavouriteList(viewer: Viewer, list: StoredList): FavouriteList {
  return {
    id: list.id,
    name: list.name,
    shared: list.shared,
    own: list.ownerId === viewer.userId,
    ownerName: list.ownerName,
    products: list.items.map(({ vendor, key }) => ({ vendor, key })),
    updatedAt: list.updatedAt,
  };
}

function selectLists(db: Database) {
  return db
    .selectFrom("favourite_lists as l")
    .leftJoin("users as u", "u.id", "l.owner_id")
    .select(["l.id", "l.owner_id", "l.name", "l.shared", "l.updated_at", "u.name as owner_name"]);
}

type ListRow = NonNullable<Awaited<ReturnType<ReturnType<typeof selectLists>["executeTakeFirst"]>>>;

function toList(row: ListRow, items: readonly StoredItem[]): StoredList {
  return {
    id: row.id,
    ownerId: row.owner_id,
    ownerName: row.owner_name ?? "somebody who left",
    name: row.name,
    shared: row.shared === 1,
    updatedAt: row.updated_at,
    items,
  };
}

async function itemsOf(db: Database, ids: readonly string[]): Promise<Map<string, StoredItem[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("favourite_items")
    .select(["list_id", "vendor", "key", "name", "added_at"])
    .where("list_id", "in", ids)
    .orderBy("position")
    .execute();
  const items = new Map<string, StoredItem[]>();
  for (const { list_id: list, vendor, key, name, added_at: addedAt } of rows) {
    const own = items.get(list) ?? [];
    own.push({ vendor, key, name, addedAt });
    items.set(list, own);
  }
  return items;
}
