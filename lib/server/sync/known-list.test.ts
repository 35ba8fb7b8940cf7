import { expect, it } from "vitest";
import type { Database } from "@/lib/server/store/database";
import { eachStore } from "@/lib/server/store/test-stores";
import { runSync } from "@/lib/server/sync/run-sync";
import type { SyncInput } from "@/lib/server/sync/sync-context";
import { createCloudBlueSource } from "@/lib/vendors/cloudblue/source";
import type { Sender } from "@/lib/vendors/relay";
import { parseBody } from "@/lib/vendors/transport/parse-body";

type Row = { readonly mpn: string; readonly name: string; readonly amount: string };

const rowOf = (n: number): Row => ({ mpn: `N-${n}`, name: `Product ${n}`, amount: `${10 + n}.5` });

/** CloudBlue as a thread sees it: answers come as bytes. `beforePage` may change the list or throw. */
function vendorOf(rows: Row[]) {
  const vendor = { rows, beforePage: (_offset: number): void => undefined };
  const sender: Sender = async ({ schema, query }, signal) => {
    const offset = Number(query.offset ?? 0);
    vendor.beforePage(offset);
    signal.throwIfAborted();
    const data = vendor.rows.slice(offset, offset + Number(query.limit)).map(({ mpn, name, amount }) => ({
      mpn,
      name,
      // One that costs more than it brings: a finding.
      costs: mpn === "N-1" ? [{ currency: "USD", amount: "500", type: "recurring" }] : [],
      prices: [{ currency: "USD", amount, type: "recurring" }],
    }));
    const body = new TextEncoder().encode(JSON.stringify({ data, pagination: { total: vendor.rows.length } }));
    const parsed = parseBody(schema, body);
    if (parsed.kind !== "parsed") throw new Error(parsed.kind);
    return { data: parsed.data, learnt: [], body };
  };
  const login = { username: "u", password: "p", subscriptionKey: "k", marketplace: "us" };
  const runtime = { timeoutMs: 1_000, pageSize: 3, sender };
  return { vendor, source: createCloudBlueSource({ baseUrl: "https://vendor.example", ...login, ...runtime }) };
}

function deskOf(db: Database, source: SyncInput["source"]) {
  let minute = 0;
  const now = () => new Date(Date.UTC(2026, 0, 1, 0, (minute += 1)));
  const base = { db, source, locales: ["en-us"] as const, startedBy: "timer", program: "build-1", now };
  return (more: Partial<SyncInput> = {}) => runSync({ ...base, signal: new AbortController().signal, ...more });
}

const stored = async (db: Database) => {
  const rows = await db
    .selectFrom("catalog_products")
    .innerJoin("vendor_catalogs", (join) =>
      join
        .onRef("vendor_catalogs.vendor", "=", "catalog_products.vendor")
        .onRef("vendor_catalogs.generation", "=", "catalog_products.generation"),
    )
    .select(["key", "name"])
    .execute();
  return Object.fromEntries(rows.map(({ key, name }) => [key, name]));
};

const namesOf = (rows: readonly Row[]) => Object.fromEntries(rows.map(({ mpn, name }) => [mpn, name]));

/** A row that reading the list again would mend: while it stays, nothing was made of the list. */
const mark = (db: Database) =>
  db.updateTable("catalog_products").set({ content_hash: "marked" }).where("key", "=", "N-4").execute();

const isMarked = async (db: Database) =>
  (await db.selectFrom("catalog_products").select("content_hash").where("key", "=", "N-4").execute()).some(
    ({ content_hash }) => content_hash === "marked",
  );

eachStore("a list that is the one published", (open) => {
  async function published(size = 10) {
    const { vendor, source } = vendorOf(Array.from({ length: size }, (_, n) => rowOf(n)));
    const db = await open();
    const sync = deskOf(db, source);
    expect(await sync()).toMatchObject({ state: "succeeded", published: true, counts: { products: size } });
    await mark(db);
    return { db, vendor, sync };
  }

  it("is recognised: its time moves on, its findings stay", async () => {
    const { db, sync } = await published();
    const before = await db.selectFrom("findings").select(["key", "reason"]).execute();
    expect(before).toHaveLength(1);
    const outcome = await sync();
    expect(outcome).toMatchObject({ state: "succeeded", published: false, counts: { products: 10, changed: 0 } });
    expect(await isMarked(db)).toBe(true);
    const findings = await db.selectFrom("findings").select(["key", "reason", "sync_id"]).execute();
    expect(findings).toEqual([{ ...before[0], sync_id: outcome?.id }]);
    const row = await db
      .selectFrom("syncs")
      .selectAll()
      .where("id", "=", outcome?.id ?? "")
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ done: 10, total: 10, state: "succeeded" });
    const catalog = await db.selectFrom("vendor_catalogs").selectAll().executeTakeFirstOrThrow();
    expect(catalog).toMatchObject({ as_of: row.started_at, product_count: 10 });
    expect(await sync()).toMatchObject({ published: false });
    expect(await isMarked(db)).toBe(true);
  });

  it.each([0, 4, 9])("is not where record %s changed", async (at) => {
    const { db, vendor, sync } = await published();
    vendor.rows[at] = { ...rowOf(at), name: "Renamed" };
    const outcome = await sync();
    expect(outcome).toMatchObject({ state: "succeeded", published: true, counts: { products: 10 } });
    expect(await stored(db)).toEqual(namesOf(vendor.rows));
    expect(
      await db.selectFrom("changes").select(["key", "new_value"]).where("kind", "=", "renamed").execute(),
    ).toContainEqual({ key: `N-${at}`, new_value: "Renamed" });
    expect(await isMarked(db)).toBe(false);
    await mark(db);
    expect(await sync()).toMatchObject({ published: false });
    expect(await isMarked(db)).toBe(true);
  });

  it("is not where it became longer or shorter", async () => {
    const { db, vendor, sync } = await published();
    vendor.rows.push(rowOf(10));
    expect(await sync()).toMatchObject({ published: true, counts: { new: 1 } });
    vendor.rows.pop();
    expect(await sync()).toMatchObject({ published: true, counts: { gone: 1 } });
    expect(await stored(db)).toEqual(namesOf(vendor.rows));
  });

  it("is not where it changes while it is read", async () => {
    const { db, vendor, sync } = await published();
    vendor.beforePage = (offset) => {
      if (offset === 6) vendor.rows[7] = { ...rowOf(7), name: "Renamed" };
    };
    expect(await sync()).toMatchObject({ published: true, counts: { changed: 1 } });
    expect(await stored(db)).toEqual(namesOf(vendor.rows));
  });

  it.each([
    ["another program reads it", { program: "build-2" }],
    ["nobody says which program reads it", { program: null }],
    ["other languages are wanted, too", { locales: ["de-de", "en-us"] as const }],
  ])("is read anew where %s", async (_, more) => {
    const { db, sync } = await published();
    await sync(more);
    expect(await isMarked(db)).toBe(false);
  });

  it("is still the last one that was taken over after a sync that broke off", async () => {
    const { db, vendor, sync } = await published();
    const abort = new AbortController();
    vendor.rows[4] = { ...rowOf(4), name: "Never seen" };
    vendor.beforePage = (offset) => {
      if (offset >= 6) abort.abort(new Error("the process is stopping"));
    };
    expect(await sync({ signal: abort.signal })).toMatchObject({ state: "failed" });
    vendor.rows[4] = rowOf(4);
    vendor.beforePage = () => undefined;
    expect(await sync()).toMatchObject({ state: "succeeded", published: false });
    expect(await isMarked(db)).toBe(true);
    expect(await stored(db)).toEqual(namesOf(vendor.rows));
  });

  it("is never one that was refused", async () => {
    const { db, vendor, sync } = await published();
    const calm = [...vendor.rows];
    vendor.rows = [];
    expect(await sync()).toMatchObject({ state: "failed" });
    expect(await sync()).toMatchObject({ state: "failed" });
    vendor.rows = calm;
    expect(await sync()).toMatchObject({ state: "succeeded", published: false });
    expect(await isMarked(db)).toBe(true);
  });
});
