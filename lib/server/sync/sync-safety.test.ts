import { expect, it } from "vitest";
import { sampleRow } from "@/lib/domain/catalog/sample-products";
import type { Database } from "@/lib/server/store/database";
import { eachStore } from "@/lib/server/store/test-stores";
import { cancelRunning } from "@/lib/server/sync/cancel-sync";
import { SyncCancelled } from "@/lib/server/sync/explain-end";
import { LEASE_MS } from "@/lib/server/sync/lease";
import { recoverSync } from "@/lib/server/sync/recover-syncs";
import { beginSync, runSync } from "@/lib/server/sync/run-sync";
import { sampleProduct, scriptedSource } from "@/lib/server/sync/testing/scripted-source";
import type { SyncInput } from "@/lib/server/sync/sync-context";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import { VendorError } from "@/lib/vendors/errors";

const noon = Date.parse("2026-11-22T12:00:00.000Z");

function inputOf(db: Database, source: CatalogSource, over: Partial<SyncInput> = {}): SyncInput {
  return {
    db,
    source,
    locales: ["en-us"],
    signal: new AbortController().signal,
    startedBy: "timer",
    now: () => new Date(noon),
    ...over,
  };
}

const sync = (db: Database, source: CatalogSource, over: Partial<SyncInput> = {}) => runSync(inputOf(db, source, over));

/** Every stored row of the catalog and its reports, published or not. */
async function everything(db: Database) {
  return {
    catalogs: await db.selectFrom("vendor_catalogs").selectAll().orderBy("vendor").execute(),
    products: await db
      .selectFrom("catalog_products")
      .selectAll()
      .orderBy("generation")
      .orderBy("locale")
      .orderBy("key")
      .execute(),
    changes: await db.selectFrom("changes").selectAll().orderBy("id").execute(),
    findings: await db.selectFrom("findings").selectAll().orderBy("id").execute(),
  };
}

const many = (count: number, over: Parameters<typeof sampleProduct>[1] = {}) =>
  Array.from({ length: count }, (_, index) => sampleProduct(`P${String(index).padStart(3, "0")}`, over));

const dearer = { prices: [sampleRow("cost", "20"), sampleRow("price", "25")] };

const outage = () =>
  new VendorError("Acme Cloud did not answer within 30 s.", {
    vendor: "acme",
    operation: "list products",
    kind: "timeout",
    status: null,
    retryAfterMs: null,
    correlationId: null,
  });

const states = async (db: Database) =>
  (await db.selectFrom("syncs").select(["state", "error_kind"]).orderBy("fence").execute()).map(
    ({ state, error_kind: kind }) => [state, kind],
  );

/** A promise and the function that settles it. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { reached: promise, open: resolve };
}

eachStore("a sync that does not reach its end", (open) => {
  it("leaves everything as it was, at whichever page the vendor fails", async () => {
    const db = await open();
    const { source, script } = scriptedSource(many(10));
    await sync(db, source);
    const before = await everything(db);
    script.products = many(10, dearer);
    for (let failing = 1; failing <= 5; failing += 1) {
      script.beforePage = (page) => {
        if (page === failing) throw outage();
      };
      const outcome = await sync(db, source);
      expect(outcome).toMatchObject({ state: "failed", error: "Acme Cloud did not answer within 30 s." });
      expect(await everything(db)).toEqual(before);
    }
    script.beforePage = () => undefined;
    expect(await sync(db, source)).toMatchObject({ state: "succeeded", counts: { changed: 10 } });
  });

  it("leaves everything as it was when it is called off at any page", async () => {
    const db = await open();
    const { source, script } = scriptedSource(many(6));
    await sync(db, source);
    const before = await everything(db);
    script.products = many(6, dearer);
    for (let at = 1; at <= 3; at += 1) {
      const abort = new AbortController();
      script.beforePage = (page) => {
        if (page === at) abort.abort(new SyncCancelled());
      };
      const outcome = await sync(db, source, { signal: abort.signal });
      expect(outcome).toMatchObject({ state: "cancelled", error: null });
      expect(await everything(db)).toEqual(before);
    }
  });

  it("refuses a list that ends before the total the vendor stated", async () => {
    const db = await open();
    const { source, script } = scriptedSource(many(4));
    script.statedTotal = 9;
    const outcome = await sync(db, source);
    expect(outcome?.error).toBe(
      "Acme Cloud announced 9 products but its list ended after 4. The last good catalog stays in use.",
    );
    expect((await everything(db)).catalogs).toEqual([]);
  });

  it("is put on record as interrupted and cleared away once its lease ran out", async () => {
    const db = await open();
    const { source, script } = scriptedSource(many(6));
    await sync(db, source);
    const before = await everything(db);
    script.products = many(6, dearer);
    const stuck = gate();
    script.beforePage = (page) => {
      if (page < 3) return undefined;
      stuck.open();
      return new Promise(() => undefined);
    };
    // Abandoned as by a kill: nobody waits for it and it never moves again.
    void (await beginSync(inputOf(db, source, { holder: "killed" })));
    await stuck.reached;
    expect((await everything(db)).products).toHaveLength(6 + 4);
    const isDead = () => false;
    await recoverSync(db, "acme", { now: new Date(noon + LEASE_MS - 1), isDead });
    expect(await states(db)).toEqual([
      ["succeeded", null],
      ["running", null],
    ]);
    await recoverSync(db, "acme", { now: new Date(noon + LEASE_MS + 1), isDead });
    expect(await states(db)).toEqual([
      ["succeeded", null],
      ["failed", "interrupted"],
    ]);
    expect(await everything(db)).toEqual(before);
  });

  it("is replaced at once where its process is known to be dead", async () => {
    const db = await open();
    const { source, script } = scriptedSource(many(4));
    const stuck = gate();
    script.beforePage = () => {
      stuck.open();
      return new Promise(() => undefined);
    };
    void (await beginSync(inputOf(db, source, { holder: "killed" })));
    await stuck.reached;
    script.beforePage = () => undefined;
    expect(await sync(db, source)).toBeNull();
    const outcome = await sync(db, source, { isDead: (holder) => holder === "killed" });
    expect(outcome).toMatchObject({ state: "succeeded", counts: { products: 4 } });
    expect(await states(db)).toEqual([
      ["failed", "interrupted"],
      ["succeeded", null],
    ]);
  });
});

eachStore("two processes", (open) => {
  it("never sync one vendor at the same time", async () => {
    const first = await open();
    const second = await first.testStore.reopen();
    const { source, script } = scriptedSource(many(6));
    let inside = 0;
    let most = 0;
    script.beforePage = (page) => {
      if (page === 1) inside += 1;
      most = Math.max(most, inside);
      if (page === 3) inside -= 1;
    };
    const stores = [first, second, first, second, first, second, first, second];
    const outcomes = await Promise.all(stores.map((db, i) => sync(db, source, { holder: `process ${i % 2}` })));
    expect(most).toBe(1);
    const ran = outcomes.filter((outcome) => outcome !== null);
    expect(ran.length).toBeGreaterThanOrEqual(1);
    expect(ran.every(({ state }) => state === "succeeded")).toBe(true);
    expect((await everything(first)).products).toHaveLength(6);
  });

  it("cannot both publish: the holder that slept too long is refused", async () => {
    const first = await open();
    const second = await first.testStore.reopen();
    const slow = scriptedSource(many(6, dearer));
    const asleep = gate();
    const wake = gate();
    slow.script.beforePage = (page) => {
      if (page !== 3) return undefined;
      asleep.open();
      return wake.reached;
    };
    const sleeper = await beginSync(inputOf(first, slow.source, { holder: "sleeper" }));
    await asleep.reached;
    const later = () => new Date(noon + LEASE_MS + 1);
    const fresh = scriptedSource(many(6));
    const winner = await sync(second, fresh.source, { now: later, holder: "winner" });
    expect(winner).toMatchObject({ state: "succeeded" });
    const before = await everything(second);
    wake.open();
    const outcome = await sleeper?.outcome;
    expect(outcome).toMatchObject({ state: "failed", published: false });
    // Refused at its next write, not only when it would have published.
    expect(outcome?.error).toBe("The sync of Acme Cloud was interrupted. The last good catalog stays in use.");
    expect(await everything(second)).toEqual(before);
    expect(await states(second)).toEqual([
      ["failed", "interrupted"],
      ["succeeded", null],
    ]);
  });

  it("can call off each other's syncs", async () => {
    const first = await open();
    const second = await first.testStore.reopen();
    const { source, script } = scriptedSource(many(6));
    const asleep = gate();
    const wake = gate();
    script.beforePage = (page) => {
      if (page !== 2) return undefined;
      asleep.open();
      return wake.reached;
    };
    const running = await beginSync(inputOf(first, source, { holder: "other process" }));
    await asleep.reached;
    await cancelRunning(second, new Date(noon));
    wake.open();
    expect(await running?.outcome).toMatchObject({ state: "cancelled", published: false });
    expect(await states(second)).toEqual([["cancelled", null]]);
    expect(await everything(second)).toMatchObject({ catalogs: [], products: [] });
  });
});

eachStore("a complete but unlikely answer", (open) => {
  it("withdraws nothing when it is empty, however often it is repeated", async () => {
    const db = await open();
    const { source, script } = scriptedSource(many(10));
    await sync(db, source);
    const before = await everything(db);
    script.products = [];
    for (let round = 1; round <= 3; round += 1) {
      const outcome = await sync(db, source);
      expect(outcome?.error).toBe(
        "Acme Cloud answered with an empty catalog where there were 10 products. The last good catalog stays in use.",
      );
      expect(await everything(db)).toEqual(before);
    }
  });

  it("is believed only when the next complete answer lacks the same products", async () => {
    const db = await open();
    const { source, script } = scriptedSource(many(10));
    await sync(db, source);
    const before = await everything(db);
    script.products = many(7);
    expect(await sync(db, source)).toMatchObject({ state: "failed" });
    expect(await everything(db)).toEqual(before);
    script.products = many(10).slice(3);
    expect(await sync(db, source)).toMatchObject({ state: "failed" });
    expect(await sync(db, source)).toMatchObject({ state: "succeeded", counts: { products: 7, gone: 3 } });
    script.products = many(10).slice(6);
    expect(await sync(db, source)).toMatchObject({ state: "failed" });
  });

  it("is forgotten once the vendor lists everything again, whatever failed in between", async () => {
    const db = await open();
    const { source, script } = scriptedSource(many(10));
    await sync(db, source);
    script.products = many(5);
    await sync(db, source);
    script.beforePage = () => {
      throw outage();
    };
    await sync(db, source);
    script.beforePage = () => undefined;
    script.products = many(10);
    expect(await sync(db, source)).toMatchObject({ state: "succeeded", counts: { gone: 0 } });
    script.products = many(5);
    expect(await sync(db, source)).toMatchObject({ state: "failed" });
  });

  it("believes single withdrawals at once", async () => {
    const db = await open();
    const { source, script } = scriptedSource(many(10));
    await sync(db, source);
    script.products = many(8);
    expect(await sync(db, source)).toMatchObject({ state: "succeeded", counts: { products: 8, gone: 2 } });
  });

  it("withdraws nothing that the same list shows when it is read again", async () => {
    const db = await open();
    const { source, script } = scriptedSource(many(10));
    await sync(db, source);
    const before = (await everything(db)).products;
    // The list moves under our eyes: the product is on no page of the first reading.
    script.products = many(10).filter(({ partNumber }) => partNumber !== "P004");
    script.beforePage = () => {
      if (script.requests === 10) script.products = many(10);
    };
    expect(await sync(db, source)).toMatchObject({ state: "succeeded", published: false, counts: { gone: 0 } });
    expect((await everything(db)).products).toEqual(before);
  });

  it("is not confirmed by a second answer that is much shorter", async () => {
    const db = await open();
    const { source, script } = scriptedSource(many(10));
    await sync(db, source);
    const before = await everything(db);
    script.products = many(9);
    script.beforePage = () => {
      if (script.requests === 10) script.products = [];
    };
    const outcome = await sync(db, source);
    expect(outcome?.error).toBe(
      "Acme Cloud listed 9 products and 0 when asked again. The last good catalog stays in use.",
    );
    expect(await everything(db)).toEqual(before);
  });

  it("keeps the last good record of a product whose record broke", async () => {
    const db = await open();
    const { source, script } = scriptedSource(many(5));
    await sync(db, source);
    const [, good] = (await everything(db)).products;
    script.products = many(5).filter(({ partNumber }) => partNumber !== "P001");
    script.rejected = [{ identity: "P001", reason: "no name", excerpt: "{}" }];
    const outcome = await sync(db, source);
    expect(outcome).toMatchObject({ state: "succeeded", counts: { products: 5, gone: 0, rejected: 1 } });
    const { products, findings } = await everything(db);
    expect(products.find(({ key }) => key === "P001")?.data).toBe(good?.data);
    expect(findings).toMatchObject([
      { kind: "rejected-record", key: "P001", reason: "no name; the last good record is shown" },
    ]);
  });
});
