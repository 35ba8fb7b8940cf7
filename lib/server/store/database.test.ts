import { expect, it } from "vitest";
import { openDatabase } from "@/lib/server/store/database";
import { eachStore } from "@/lib/server/store/test-stores";

eachStore("the store", (open, kind) => {
  it("keeps what was written for the next opening", async () => {
    const db = await open();
    await db.insertInto("settings").values({ key: "a", value: "ä\u0001'", updated_at: "2026-01-01" }).execute();
    const again = await db.testStore.reopen();
    expect(await again.selectFrom("settings").selectAll().execute()).toEqual([
      { key: "a", value: "ä\u0001'", updated_at: "2026-01-01" },
    ]);
  });

  it("takes a whole transaction back when it fails half way", async () => {
    const db = await open();
    const failing = db.transaction().execute(async (trx) => {
      await trx.insertInto("counters").values({ name: "quote", value: 1 }).execute();
      throw new Error("half way");
    });
    await expect(failing).rejects.toThrow("half way");
    expect(await db.selectFrom("counters").selectAll().execute()).toEqual([]);
  });

  it("loses no increment when two processes count at once", async () => {
    const db = await open();
    const other = await db.testStore.reopen();
    await db.insertInto("counters").values({ name: "quote", value: 0 }).execute();
    const count = async (store: typeof other) => {
      for (let i = 0; i < 25; i += 1) {
        await store
          .updateTable("counters")
          .set((eb) => ({ value: eb("value", "+", 1) }))
          .where("name", "=", "quote")
          .execute();
      }
    };
    await Promise.all([count(db), count(other)]);
    const row = await db.selectFrom("counters").select("value").executeTakeFirstOrThrow();
    expect(row.value).toBe(50);
  });

  it("is migrated once when several processes start together", async () => {
    const db = await open();
    const starts = Array.from({ length: kind === "sqlite" ? 4 : 8 }, () => db.testStore.reopen());
    await Promise.all(starts);
    const names = await db.introspection.getTables();
    expect(names.map((table) => table.name)).toContain("quote_publications");
  });

  it("refuses a schema that is newer than the program", async () => {
    const db = await open();
    await db
      .insertInto("kysely_migration" as never)
      .values({ name: "9999-future", timestamp: "2999-01-01" })
      .execute();
    await expect(openDatabase(db.testStore.config)).rejects.toThrow("newer version");
  });
});
