import { expect, it } from "vitest";
import { sampleRow } from "@/lib/domain/catalog/sample-products";
import { eachStore } from "@/lib/server/store/test-stores";
import type { Database } from "@/lib/server/store/database";
import { listSyncs } from "@/lib/server/sync/list-syncs";
import { runSync } from "@/lib/server/sync/run-sync";
import { sampleProduct, scriptedSource } from "@/lib/server/sync/testing/scripted-source";
import { rightsOf, type Viewer } from "@/lib/server/viewer";
import type { CatalogSource } from "@/lib/vendors/catalog-source";

const seller = (role: "seller" | "seller-no-cost"): Viewer => ({
  userId: role,
  email: `${role}@desk.example`,
  name: role,
  role,
  rights: rightsOf(role),
});

const count = 40;
const catalog = (priceOf: (at: number) => string, costOf: (at: number) => string = () => "10") =>
  Array.from({ length: count }, (_, at) =>
    sampleProduct(`P${at}`, { prices: [sampleRow("cost", costOf(at)), sampleRow("price", priceOf(at))] }),
  );

let hour = 0;
const sync = (db: Database, source: CatalogSource, startedBy = "timer") => {
  const now = new Date(Date.UTC(2026, 10, 22, (hour += 1)));
  const { signal } = new AbortController();
  return runSync({ db, source, locales: ["en-us"], signal, startedBy, now: () => now });
};

/** A source that was read once, every price being 20. */
async function syncedOnce(db: Database): Promise<ReturnType<typeof scriptedSource>> {
  const scripted = scriptedSource(
    catalog(() => "20"),
    { pageSize: 10 },
  );
  await sync(db, scripted.source);
  return scripted;
}

async function pricesOf(db: Database): Promise<string> {
  const [published] = await db.selectFrom("vendor_catalogs").selectAll().execute();
  const rows = await db
    .selectFrom("catalog_products")
    .select("data")
    .where("generation", "=", published?.generation ?? -1)
    .orderBy("key")
    .execute();
  return rows.map(({ data }) => data).join();
}

eachStore("prices that jump all at once", (open) => {
  it("are not taken over until a person asks again and the vendor still says the same", async () => {
    const db = await open();
    const { source, script } = await syncedOnce(db);
    const before = await pricesOf(db);
    script.products = catalog((at) => (at < 10 ? "2000" : "20"));
    for (let round = 0; round < 3; round += 1) {
      const outcome = await sync(db, source);
      expect(outcome).toMatchObject({ state: "failed", published: false });
      expect(outcome?.error).toMatch(
        /^Acme Cloud changed prices by more than half, or dropped them, at 10 of 40 products \(25 %\)\./,
      );
      expect(outcome?.error).toContain("The last good catalog stays in use.");
    }
    expect(await pricesOf(db)).toBe(before);
    expect(await db.selectFrom("changes").selectAll().execute()).toEqual([]);
    expect(await sync(db, source, "Maria Manager")).toMatchObject({
      state: "succeeded",
      counts: { changed: 10, priceUp: 10, priceDown: 0 },
    });
    expect(await pricesOf(db)).not.toBe(before);
    expect(await db.selectFrom("syncs").select("id").where("held", "is not", null).execute()).toEqual([]);
  });

  it("are held for the first person who asks, and again where others jump than were held", async () => {
    const db = await open();
    const { source, script } = await syncedOnce(db);
    script.products = catalog((at) => (at < 10 ? "2000" : "20"));
    expect((await sync(db, source, "Maria Manager"))?.state).toBe("failed");
    script.products = catalog((at) => (at < 11 ? "2000" : "20"));
    expect((await sync(db, source, "Maria Manager"))?.state).toBe("failed");
    script.products = catalog(() => "20");
    expect(await sync(db, source)).toMatchObject({ state: "succeeded", counts: { changed: 0 } });
    // What was held before a good sync counts no more.
    script.products = catalog((at) => (at < 11 ? "2000" : "20"));
    expect((await sync(db, source, "Maria Manager"))?.state).toBe("failed");
  });

  it("are no reason to hold a few jumps or many small steps", async () => {
    const db = await open();
    const { source, script } = await syncedOnce(db);
    script.products = catalog((at) => (at < 8 ? "0.20" : "20"));
    expect(await sync(db, source)).toMatchObject({ state: "succeeded", counts: { changed: 8, priceDown: 8 } });
    script.products = catalog((at) => (at < 8 ? "0.20" : "29.99"));
    expect(await sync(db, source)).toMatchObject({ state: "succeeded", counts: { changed: 32, priceUp: 32 } });
  });

  it("are held as well where the vendor no longer tells them", async () => {
    const db = await open();
    const { source, script } = await syncedOnce(db);
    const before = await pricesOf(db);
    script.products = Array.from({ length: count }, (_, at) => sampleProduct(`P${at}`, { prices: [] }));
    const outcome = await sync(db, source, "Maria Manager");
    expect(outcome).toMatchObject({ state: "failed", published: false });
    expect(outcome?.error).toMatch(
      /^Acme Cloud changed prices by more than half, or dropped them, at 40 of 40 products \(100 %\)\./,
    );
    expect(await pricesOf(db)).toBe(before);
    expect((await sync(db, source, "Maria Manager"))?.state).toBe("succeeded");
  });

  it("tell nothing of costs to those who may not see costs", async () => {
    const db = await open();
    const { source, script } = await syncedOnce(db);
    script.products = catalog(
      () => "20",
      () => "1",
    );
    expect((await sync(db, source))?.state).toBe("failed");
    const page = { page: 1, pageSize: 1 };
    const [seen] = (await listSyncs(db, seller("seller"), page)).items;
    const [blind] = (await listSyncs(db, seller("seller-no-cost"), page)).items;
    expect(seen?.error).toContain("40 of 40 products");
    expect(blind?.error).toBe(
      "New prices of this vendor wait for a manager to look at them. The last good catalog stays in use.",
    );
  });
});
