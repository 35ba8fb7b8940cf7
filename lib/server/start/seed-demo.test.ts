import { expect, test } from "vitest";
import { addViewer, openTestDesk } from "@/lib/server/carts/test-desk";
import { listPriceRules } from "@/lib/server/price-rules/list-price-rules";
import { loadPriceRules } from "@/lib/server/price-rules/load-price-rules";
import { seedDemo } from "@/lib/server/start/seed-demo";
import type { Database } from "@/lib/server/store/database";
import { eachStore } from "@/lib/server/store/test-stores";

const now = new Date("2026-11-22T08:00:00.000Z");

async function withManager(db: Database) {
  const manager = await addViewer(db, "manager", "Demo manager");
  await db.updateTable("users").set({ demo: 1 }).execute();
  return manager;
}

eachStore("the demo's examples", (open) => {
  test("are put into an unused store once, with every state of a rule among them", async () => {
    const db = await open();
    const manager = await withManager(db);
    expect(await seedDemo(db, now)).toBe(true);
    expect(await seedDemo(db, now)).toBe(false);
    const desk = openTestDesk(db, []);
    desk.setNow(now.toISOString());
    const { items } = await listPriceRules(desk, manager);
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(["in-force", "begins-later", "ended"]));
    expect(items.every(({ entry }) => entry.name.endsWith("(demo)"))).toBe(true);
    expect((await loadPriceRules(db)).set.guards).toHaveLength(3);
    const customers = await db.selectFrom("customers").select("name").execute();
    expect(customers.every(({ name }) => name.endsWith("(demo)"))).toBe(true);
  });

  test("are put there once by two processes that start together", async () => {
    const db = await open();
    await withManager(db);
    const seeded = await Promise.all([seedDemo(db, now), seedDemo(db, now)]);
    expect(seeded.filter(Boolean)).toHaveLength(1);
    expect(await db.selectFrom("customers").select("id").execute()).toHaveLength(3);
  });

  test("stay out of a store that is in use, and out of one without demo accounts", async () => {
    const db = await open();
    await addViewer(db, "manager", "Mia Manager");
    expect(await seedDemo(db, now)).toBe(false);
    await db
      .insertInto("vendor_catalogs")
      .values({ vendor: "ibm", generation: 1, as_of: now.toISOString(), product_count: 1, taxonomy: "{}" })
      .execute();
    await db.updateTable("users").set({ demo: 1 }).execute();
    expect(await seedDemo(db, now)).toBe(false);
    expect(await db.selectFrom("customers").select("id").execute()).toHaveLength(0);
  });
});
