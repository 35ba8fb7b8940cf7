import { beforeEach, expect, test, vi } from "vitest";
import {
  CreateFavouriteListSchema,
  FavouriteDetailSchema,
  FavouriteItemsSchema,
  FavouriteListSchema,
  ListToCartSchema,
} from "@/lib/contracts/favourites";
import { createCart } from "@/lib/server/carts/create-cart";
import { addViewer, makeProduct, openTestDesk } from "@/lib/server/carts/test-desk";
import { undoCart } from "@/lib/server/carts/undo-cart";
import { publish, useStore } from "@/lib/server/catalog/catalog-fixture";
import { currentCatalog, reloadCatalog } from "@/lib/server/catalog/current-catalog";
import { addListToCart, addProductsToCart } from "@/lib/server/favourites/add-list-to-cart";
import {
  changeFavouriteItems,
  createFavouriteList,
  deleteFavouriteList,
  updateFavouriteList,
} from "@/lib/server/favourites/change-favourites";
import { listFavourites, readFavouriteList } from "@/lib/server/favourites/read-favourites";
import { eachStore } from "@/lib/server/store/test-stores";

const suite = makeProduct({ key: "SUITE", name: "Demo Suite", price: "19.80", cost: "17.31" });
const storage = makeProduct({ key: "STORAGE", name: "Storage", price: "1.15", needs: ["SUITE"], minimum: "5" });
const old = makeProduct({ key: "OLD", name: "Old Tool", archived: true });
const euro = makeProduct({ key: "EURO", name: "Euro Tool", currency: "EUR" });
const unpriced = makeProduct({ key: "ASK", name: "Ask Us", price: null });
const gone = makeProduct({ key: "GONE", name: "Short Lived" });
const all = [suite, storage, old, euro, unpriced, gone];

const ref = ({ vendor, key }: { vendor: string; key: string }) => ({ vendor, key });
const begin = { name: "Starter", shared: false, items: [] };
const code = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail("was not refused"),
    (error: { code: string }) => error.code,
  );

beforeEach(() => vi.unstubAllEnvs());

eachStore("favourite lists", (open) => {
  async function scene() {
    const db = await open();
    const desk = openTestDesk(db, all);
    const sam = await addViewer(db, "seller", "Sam Seller");
    const blind = await addViewer(db, "seller-no-cost", "Bo Blind");
    return { db, desk, sam, blind };
  }

  test("a person keeps several lists; a product is on a list once, in the order it came", async () => {
    const { db, desk, sam } = await scene();
    const first = await createFavouriteList(desk, sam, { ...begin, items: [ref(storage)] });
    expect(FavouriteListSchema.parse(first)).toEqual(first);
    await createFavouriteList(desk, sam, { ...begin, name: "Another" });
    const change = { add: [ref(suite), ref(storage), ref(suite)], remove: [] };
    await changeFavouriteItems(desk, sam, first.id, change);
    const again = await changeFavouriteItems(desk, sam, first.id, change);
    expect(again.products).toEqual([ref(storage), ref(suite)]);
    const fewer = await changeFavouriteItems(desk, sam, first.id, { add: [], remove: [ref(storage)] });
    expect(fewer.products).toEqual([ref(suite)]);
    const { items } = await listFavourites(db, sam);
    expect(items.map(({ name, own }) => [name, own])).toEqual([
      ["Another", true],
      ["Starter", true],
    ]);
  });

  test("a private list does not exist for others; a shared one is theirs to read, its owner's to write", async () => {
    const { db, desk, sam, blind } = await scene();
    const { id } = await createFavouriteList(desk, sam, begin);
    const write = { add: [ref(suite)], remove: [] };
    expect((await listFavourites(db, blind)).items).toEqual([]);
    expect(await code(changeFavouriteItems(desk, blind, id, write))).toBe("not-found");
    expect(await code(deleteFavouriteList(desk, blind, id))).toBe("not-found");
    await updateFavouriteList(desk, sam, id, { shared: true });
    const [seen] = (await listFavourites(db, blind)).items;
    expect(seen).toMatchObject({ id, own: false, ownerName: "Sam Seller", shared: true });
    expect(await code(changeFavouriteItems(desk, blind, id, write))).toBe("forbidden");
    expect(await code(updateFavouriteList(desk, blind, id, { name: "Mine" }))).toBe("forbidden");
    expect(await code(deleteFavouriteList(desk, blind, id))).toBe("forbidden");
    await updateFavouriteList(desk, sam, id, { shared: false });
    expect((await listFavourites(db, blind)).items).toEqual([]);
  });

  test("only what the catalog has can be put on a list, and nothing of a refused change stays", async () => {
    const { db, desk, sam } = await scene();
    const unknown = { vendor: "cloudblue", key: "NOPE" };
    expect(await code(createFavouriteList(desk, sam, { ...begin, items: [ref(suite), unknown] }))).toBe("invalid");
    expect((await listFavourites(db, sam)).items).toEqual([]);
  });

  test("more products than a list holds are refused in words, however many are asked for at once", async () => {
    const { desk, sam } = await scene();
    const items = Array.from({ length: 501 }, () => ref(suite));
    await expect(createFavouriteList(desk, sam, { ...begin, items })).rejects.toThrow("at most 500 products");
    expect(CreateFavouriteListSchema.parse({ name: "Big", items }).items).toHaveLength(501);
    expect(FavouriteItemsSchema.parse({ add: items, remove: items }).add).toHaveLength(501);
  });

  test("each change is in the log, in the transaction of the change", async () => {
    const { db, desk, sam } = await scene();
    const { id } = await createFavouriteList(desk, sam, begin);
    await changeFavouriteItems(desk, sam, id, { add: [ref(suite)], remove: [] });
    await changeFavouriteItems(desk, sam, id, { add: [ref(suite)], remove: [] });
    await updateFavouriteList(desk, sam, id, { name: "Renamed" });
    await deleteFavouriteList(desk, sam, id);
    const log = await db
      .selectFrom("audit")
      .select(["action", "user_id"])
      .where("entity_id", "=", id)
      .orderBy("id")
      .execute();
    expect(log.map(({ action }) => action)).toEqual(["created", "items-changed", "changed", "deleted"]);
    expect(new Set(log.map((entry) => entry.user_id))).toEqual(new Set([sam.userId]));
    expect(await db.selectFrom("favourite_items").selectAll().execute()).toEqual([]);
  });

  test("a list is shown with today's figures by right, and keeps the name of what was taken away", async () => {
    const { db, desk, sam, blind } = await scene();
    useStore(db);
    await publish(db, [suite]);
    await reloadCatalog();
    const items = [ref(suite), ref(gone)];
    const { id } = await createFavouriteList(desk, sam, { ...begin, shared: true, items });
    const seen = await readFavouriteList(db, await currentCatalog(), sam, id);
    expect(FavouriteDetailSchema.parse(seen)).toEqual(seen);
    expect(seen.items.map(({ name, product }) => [name, product?.price?.amount ?? null])).toEqual([
      ["Demo Suite", "19.80"],
      ["Short Lived", null],
    ]);
    expect(seen.items[0]?.product?.cost).toMatchObject({ amount: "17.31" });
    const dimmed = JSON.stringify(await readFavouriteList(db, await currentCatalog(), blind, id));
    expect(dimmed).not.toMatch(/17\.31|"cost"|"margin"/);
  });

  test("adding a list to a cart reports what did not fit and why, and one undo takes it back", async () => {
    const { desk, sam } = await scene();
    const items = all.map(ref);
    const { id } = await createFavouriteList(desk, sam, { ...begin, items });
    desk.setCatalog(all.filter((product) => product !== gone));
    const cart = await createCart(desk, sam, { name: "Acme", currency: "USD" });
    const report = await addListToCart(desk, sam, id, cart.id);
    expect(ListToCartSchema.parse(report)).toEqual(report);
    expect(report.rows.map(({ name, outcome }) => [name, outcome])).toEqual([
      ["Demo Suite", "added"],
      ["Storage", "added"],
      ["Old Tool", "not-orderable"],
      ["Euro Tool", "other-currency"],
      ["Ask Us", "not-orderable"],
      ["Short Lived", "gone"],
    ]);
    expect(report.added).toBe(2);
    expect(report.cart.lines.map(({ key, quantity }) => [key, quantity])).toEqual([
      ["SUITE", "1"],
      ["STORAGE", "5"],
    ]);
    const twice = await addListToCart(desk, sam, id, cart.id);
    expect(twice.rows.slice(0, 2).map(({ outcome }) => outcome)).toEqual(["in-cart", "in-cart"]);
    expect(twice.cart.version).toBe(report.cart.version);
    expect((await undoCart(desk, sam, cart.id, "any")).lines).toEqual([]);
  });

  test("a product that lacks what it needs is added and says what is missing", async () => {
    const { desk, sam } = await scene();
    const { id } = await createFavouriteList(desk, sam, { ...begin, items: [ref(storage)] });
    const cart = await createCart(desk, sam, { name: "Acme", currency: "USD" });
    const { rows, added } = await addListToCart(desk, sam, id, cart.id);
    expect(added).toBe(1);
    expect(rows[0]?.message).toBe("Storage needs Demo Suite");
  });

  test("several products come into a cart in one step, each once, with what does not fit named", async () => {
    const { desk, sam } = await scene();
    const cart = await createCart(desk, sam, { name: "Acme", currency: "USD" });
    const unknown = { vendor: "cloudblue", key: "NOPE" };
    const report = await addProductsToCart(desk, sam, cart.id, [ref(suite), unknown, ref(suite), ref(storage)]);
    expect(report.rows.map(({ name, outcome }) => [name, outcome])).toEqual([
      ["Demo Suite", "added"],
      ["NOPE", "gone"],
      ["Storage", "added"],
    ]);
    expect(report.cart.lines.map(({ quantity }) => quantity)).toEqual(["1", "5"]);
    expect(report.cart.version).toBe(2);
  });

  test("somebody else's cart is not written to", async () => {
    const { desk, sam, blind } = await scene();
    const { id } = await createFavouriteList(desk, sam, { ...begin, shared: true, items: [ref(suite)] });
    const cart = await createCart(desk, sam, { name: "Acme", currency: "USD" });
    expect(["not-found", "forbidden"]).toContain(await code(addListToCart(desk, blind, id, cart.id)));
  });
});
