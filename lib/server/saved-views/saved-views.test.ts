import { expect, test } from "vitest";
import { SavedViewSchema } from "@/lib/contracts/saved-views";
import { addViewer, openTestDesk } from "@/lib/server/carts/test-desk";
import { refusal } from "@/lib/server/quotes/test-quotes";
import {
  createSavedView,
  deleteSavedView,
  listSavedViews,
  updateSavedView,
} from "@/lib/server/saved-views/saved-views";
import { eachStore } from "@/lib/server/store/test-stores";

const cheap = { name: "Cheap backup", search: "?q=backup&category=Security&category=Data&sort=price", shared: false };

eachStore("saved views", (open) => {
  async function scene() {
    const db = await open();
    const sam = await addViewer(db, "seller", "Sam Seller");
    const mia = await addViewer(db, "manager", "Mia Manager");
    return { db, desk: openTestDesk(db, []), sam, mia };
  }
  const names = async (
    { db }: { db: Awaited<ReturnType<typeof open>> },
    viewer: Parameters<typeof listSavedViews>[1],
  ) => (await listSavedViews(db, viewer)).items.map(({ name, own }) => [name, own]);

  test("a view is words, filters, order and columns under a name, and nothing else of an address", async () => {
    const { desk, sam } = await scene();
    const address = `${cheap.search}&columns=price.vendor&locale=de-de&per=year&rows=200&preview=ibm%2Fx&next=%2F%2Fevil`;
    const made = await createSavedView(desk, sam, { ...cheap, search: address });
    expect(SavedViewSchema.parse(made)).toEqual(made);
    expect(made).toMatchObject({ name: "Cheap backup", own: true, ownerName: "Sam Seller", shared: false });
    expect(made.search).toBe(
      "q=backup&category=Security&category=Data&sort=price&columns=price.vendor&locale=de-de&per=year",
    );
  });

  test("others see a view only once it is shared, and never change it", async () => {
    const { db, desk, sam, mia } = await scene();
    const { id } = await createSavedView(desk, sam, cheap);
    await createSavedView(desk, mia, { ...cheap, name: "Zebra" });
    expect(await names({ db }, mia)).toEqual([["Zebra", true]]);
    expect((await refusal(updateSavedView(desk, mia, id, { name: "Mine" }))).code).toBe("not-found");
    await updateSavedView(desk, sam, id, { shared: true });
    expect(await names({ db }, mia)).toEqual([
      ["Zebra", true],
      ["Cheap backup", false],
    ]);
    expect(await names({ db }, sam)).toEqual([["Cheap backup", true]]);
    expect((await refusal(updateSavedView(desk, mia, id, { name: "Mine" }))).code).toBe("forbidden");
    expect((await refusal(deleteSavedView(desk, mia, id))).code).toBe("forbidden");
  });

  test("its owner renames it, lets it stand for another list and deletes it; each is in the log", async () => {
    const { db, desk, sam } = await scene();
    const { id } = await createSavedView(desk, sam, cheap);
    expect((await updateSavedView(desk, sam, id, { name: "Backups" })).search).toBe(
      "q=backup&category=Security&category=Data&sort=price",
    );
    expect(await updateSavedView(desk, sam, id, { search: "vendor=ibm&rows=100" })).toMatchObject({
      name: "Backups",
      search: "vendor=ibm",
    });
    await updateSavedView(desk, sam, id, { name: "Backups" });
    await deleteSavedView(desk, sam, id);
    expect((await listSavedViews(db, sam)).items).toEqual([]);
    expect((await refusal(deleteSavedView(desk, sam, id))).code).toBe("not-found");
    const log = await db.selectFrom("audit").select("action").where("entity_id", "=", id).orderBy("id").execute();
    expect(log.map(({ action }) => action)).toEqual(["created", "changed", "changed", "deleted"]);
  });

  test("a person keeps fifty at most", async () => {
    const { desk, sam, mia } = await scene();
    for (let n = 1; n <= 50; n += 1) await createSavedView(desk, sam, { ...cheap, name: `View ${n}` });
    expect((await refusal(createSavedView(desk, sam, cheap))).message).toContain("You have 50 views");
    expect((await createSavedView(desk, mia, cheap)).own).toBe(true);
  });
});
