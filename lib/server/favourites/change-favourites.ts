import type { z } from "zod";
import type {
  CreateFavouriteListSchema,
  FavouriteItemsSchema,
  FavouriteList,
  UpdateFavouriteListSchema,
} from "@/lib/contracts/favourites";
import type { ProductRef } from "@/lib/domain/catalog/product";
import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Desk } from "@/lib/server/desk";
import { findList, toFavouriteList } from "@/lib/server/favourites/favourite-store";
import { newId } from "@/lib/server/new-id";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

const LISTS_MAX = 100;
const ITEMS_MAX = 500;

type Shelf = Pick<Desk, "db" | "catalog" | "now">;

export async function createFavouriteList(
  desk: Shelf,
  viewer: Viewer,
  { name, shared, items }: z.output<typeof CreateFavouriteListSchema>,
): Promise<FavouriteList> {
  const id = newId();
  const now = desk.now().toISOString();
  await desk.db.transaction().execute(async (trx) => {
    const { count } = await trx
      .selectFrom("favourite_lists")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("owner_id", "=", viewer.userId)
      .executeTakeFirstOrThrow();
    if (count >= LISTS_MAX) throw new AppError("invalid", `You have ${LISTS_MAX} lists. Delete one to begin another.`);
    const list = { id, owner_id: viewer.userId, name, shared: shared ? 1 : 0, created_at: now, updated_at: now };
    await trx.insertInto("favourite_lists").values(list).execute();
    await putItems(trx, desk, id, items);
    await audit(trx, viewer, id, "created", { name, shared, added: items });
  });
  return read(desk, viewer, id);
}

export async function updateFavouriteList(
  desk: Shelf,
  viewer: Viewer,
  id: string,
  { name, shared }: z.output<typeof UpdateFavouriteListSchema>,
): Promise<FavouriteList> {
  await desk.db.transaction().execute(async (trx) => {
    const before = await findList(trx, viewer, id, "write");
    const after = { name: name ?? before.name, shared: shared ?? before.shared };
    if (after.name === before.name && after.shared === before.shared) return;
    await trx
      .updateTable("favourite_lists")
      .set({ name: after.name, shared: after.shared ? 1 : 0, updated_at: desk.now().toISOString() })
      .where("id", "=", id)
      .execute();
    await audit(trx, viewer, id, "changed", { before: { name: before.name, shared: before.shared }, after });
  });
  return read(desk, viewer, id);
}

export async function deleteFavouriteList(desk: Shelf, viewer: Viewer, id: string): Promise<void> {
  await desk.db.transaction().execute(async (trx) => {
    const { name, items } = await findList(trx, viewer, id, "write");
    await trx.deleteFrom("favourite_items").where("list_id", "=", id).execute();
    await trx.deleteFrom("favourite_lists").where("id", "=", id).execute();
    await audit(trx, viewer, id, "deleted", { name, items: items.map(({ vendor, key }) => ({ vendor, key })) });
  });
}

/** What is there already and what is gone already are passed over, so that repeating a change changes nothing. */
export async function changeFavouriteItems(
  desk: Shelf,
  viewer: Viewer,
  id: string,
  { add, remove }: z.output<typeof FavouriteItemsSchema>,
): Promise<FavouriteList> {
  await desk.db.transaction().execute(async (trx) => {
    const { items } = await findList(trx, viewer, id, "write");
    const has = (ref: ProductRef) => items.some((item) => item.vendor === ref.vendor && item.key === ref.key);
    const [added, removed] = [add.filter((ref) => !has(ref)), remove.filter(has)];
    for (const { vendor, key } of removed) {
      await trx
        .deleteFrom("favourite_items")
        .where("list_id", "=", id)
        .where("vendor", "=", vendor)
        .where("key", "=", key)
        .execute();
    }
    await putItems(trx, desk, id, added);
    if (added.length + removed.length === 0) return;
    await trx
      .updateTable("favourite_lists")
      .set({ updated_at: desk.now().toISOString() })
      .where("id", "=", id)
      .execute();
    await audit(trx, viewer, id, "items-changed", { added, removed });
  });
  return read(desk, viewer, id);
}

/** Behind what is on the list; only what the catalog has can be put on one. */
async function putItems(trx: Database, desk: Shelf, id: string, refs: readonly ProductRef[]): Promise<void> {
  if (refs.length === 0) return;
  const { last, count } = await trx
    .selectFrom("favourite_items")
    .select(({ fn }) => [fn.max("position").as("last"), fn.countAll<number>().as("count")])
    .where("list_id", "=", id)
    .executeTakeFirstOrThrow();
  if (count + refs.length > ITEMS_MAX) throw new AppError("invalid", `A list holds at most ${ITEMS_MAX} products.`);
  const items = refs.map((ref, index) => {
    const product = desk.catalog.find(ref);
    if (!product) throw new AppError("invalid", `The catalog has no product ${ref.key}.`);
    const position = (last ?? 0) + index + 1;
    const { vendor, key, name } = product;
    return { list_id: id, vendor, key, name, position, added_at: desk.now().toISOString() };
  });
  await trx
    .insertInto("favourite_items")
    .values(items)
    .onConflict((conflict) => conflict.columns(["list_id", "vendor", "key"]).doNothing())
    .execute();
}

async function read(desk: Shelf, viewer: Viewer, id: string): Promise<FavouriteList> {
  return toFavouriteList(viewer, await findList(desk.db, viewer, id, "read"));
}

function audit(trx: Database, viewer: Viewer, id: string, action: string, detail: Record<string, unknown>) {
  return recordAudit(trx, { userId: viewer.userId, entity: "favourite-list", entityId: id, action, detail });
}
