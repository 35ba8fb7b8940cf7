import { expect, it } from "vitest";
import { sampleRow } from "@/lib/domain/catalog/sample-products";
import { requires, sampleProduct, scriptedSource } from "@/lib/server/sync/testing/scripted-source";
import { countChanges, listChanges } from "@/lib/server/changes/list-changes";
import { exportChanges } from "@/lib/server/changes/export-changes";
import { priceHistory } from "@/lib/server/changes/price-history";
import { listFindings } from "@/lib/server/data-quality/list-findings";
import { readStatus } from "@/lib/server/status/read-status";
import type { Database } from "@/lib/server/store/database";
import { eachStore } from "@/lib/server/store/test-stores";
import { listSyncs } from "@/lib/server/sync/list-syncs";
import { runSync } from "@/lib/server/sync/run-sync";
import { rightsOf, type Viewer } from "@/lib/server/viewer";
import type { Role } from "@/lib/contracts/session";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import { VendorError } from "@/lib/vendors/errors";

const viewer = (role: Role): Viewer => ({
  userId: role,
  email: `${role}@desk.example`,
  name: role,
  role,
  rights: rightsOf(role),
});
const manager = viewer("manager");
const blind = viewer("seller-no-cost");
const page = { page: 1, pageSize: 50 };

let hour = 0;
const sync = (db: Database, source: CatalogSource, locales: readonly [string, ...string[]] = ["en-us"]) => {
  const now = new Date(Date.UTC(2026, 10, 22, (hour += 1)));
  return runSync({
    db,
    source,
    locales,
    signal: new AbortController().signal,
    startedBy: "timer",
    now: () => now,
  });
};

const prices = (cost: string, price: string) => ({ prices: [sampleRow("cost", cost), sampleRow("price", price)] });

/** So many that one more or less is nothing unusual. */
const others = ["D", "E", "F", "G"].map((partNumber) => sampleProduct(partNumber));

/** A catalog in which A changed in price and cost, B only in cost, and C came. */
async function changed(db: Database) {
  const { source, script } = scriptedSource([sampleProduct("A"), sampleProduct("B"), ...others]);
  await sync(db, source);
  script.products = [
    sampleProduct("A", prices("13.572468", "21.50")),
    sampleProduct("B", prices("13.572468", "19.80")),
    sampleProduct("C", { name: "=HYPERLINK(1)" }),
    ...others,
  ];
  await sync(db, source);
  return { source, script };
}

eachStore("what syncs found", (open) => {
  it("is listed newest sync first, filtered and in pages", async () => {
    const db = await open();
    const { source, script } = await changed(db);
    script.products = script.products.filter(({ partNumber }) => partNumber !== "C");
    await sync(db, source);
    const list = async (filter: Parameters<typeof listChanges>[2], at = page) => {
      const { items, total } = await listChanges(db, manager, filter, at);
      return [total, ...items.map(({ key, kind }) => `${key} ${kind}`)];
    };
    expect(await list({})).toEqual([5, "C gone", "A cost", "A price", "B cost", "C new"]);
    expect(await list({}, { page: 2, pageSize: 2 })).toEqual([5, "A price", "B cost"]);
    expect(await list({ kind: "cost" })).toEqual([2, "A cost", "B cost"]);
    expect(await list({ product: "A" })).toEqual([2, "A cost", "A price"]);
    expect(await list({ q: "PRODUCT b" })).toEqual([1, "B cost"]);
    expect(await list({ q: "%" })).toEqual([0]);
    expect(await list({ vendor: "other" })).toEqual([0]);
    expect([...(await countChanges(db, manager, { kind: "cost" }))]).toEqual([
      ["new", 1],
      ["gone", 1],
      ["price", 1],
      ["cost", 2],
      ["price-up", 1],
      ["cost-down", 2],
    ]);
    expect(await list({ kind: "price-up" })).toEqual([1, "A price"]);
    expect(await list({ kind: "price-down" })).toEqual([0]);
    expect(await list({ kind: "cost-down" })).toEqual([2, "A cost", "B cost"]);
  });

  it("never tells a cost to those who may not see costs, nor how often one changed", async () => {
    const db = await open();
    const { source, script } = await changed(db);
    script.rejected = [
      { identity: "A", reason: "cost row: the amount is 13.572468", excerpt: '{"costs":"13.572468"}' },
    ];
    script.rejected.push({ identity: "Z", reason: "no name", excerpt: '{"costs":"13.572468"}' });
    script.products = [sampleProduct("A", prices("13.572468", "9")), ...script.products.slice(1)];
    await sync(db, source);
    const answers = {
      changes: await listChanges(db, blind, {}, page),
      asked: await listChanges(db, blind, { kind: "cost" }, page),
      trend: await listChanges(db, blind, { kind: "cost-down" }, page),
      counts: [...(await countChanges(db, blind, {}))],
      csv: await exportChanges(db, blind, {}),
      history: await priceHistory(db, blind, { vendor: "acme", key: "A" }),
      findings: await listFindings(db, blind, {}, page),
      syncs: await listSyncs(db, blind, page),
      status: await readStatus(blind, { db, sources: [source], demo: false, now: new Date() }),
    };
    const { changes, asked, trend, findings, syncs, status } = answers;
    expect(JSON.stringify(answers)).not.toMatch(/13\.57|"cost"|below its cost/);
    expect([changes.total, asked.total, trend.total]).toEqual([3, 0, 0]);
    expect(answers.counts).toEqual([
      ["new", 1],
      ["price", 2],
      ["price-up", 1],
      ["price-down", 1],
    ]);
    expect(syncs.items.map(({ counts }) => [counts.priceUp, counts.priceDown])).toEqual([
      [0, 1],
      [1, 0],
      [0, 0],
    ]);
    expect(findings.items.map(({ kind, excerpt }) => [kind, excerpt])).toEqual([["rejected-record", null]]);
    expect(status.findings).toBe(1);
    expect(syncs.items.map(({ counts }) => counts.changed)).toEqual([1, 1, 0]);
    const seen = await listSyncs(db, manager, page);
    expect(seen.items.map(({ counts }) => counts.changed)).toEqual([1, 2, 0]);
    const all = await listFindings(db, manager, {}, page);
    expect(all.items.map(({ kind }) => kind)).toEqual(["unreadable-amount", "rejected-record", "price-below-cost"]);
  });

  it("leaves the house as a file in which nothing is a formula", async () => {
    const db = await open();
    await changed(db);
    const lines = (await exportChanges(db, manager, {})).replace("\uFEFF", "").split("\r\n");
    expect(lines[0]).toBe("When (UTC),Vendor,Product,Key,Change,What,Before,Now");
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)).toMatch(/,acme,"'=HYPERLINK\(1\)",C,new,product,,"'=HYPERLINK\(1\)"$/);
  });

  it("tells how the amounts of one product moved", async () => {
    const db = await open();
    await changed(db);
    const history = await priceHistory(db, manager, { vendor: "acme", key: "A" });
    expect(history.map(({ kind, old, new: now }) => [kind, old, now])).toEqual([
      ["cost", "17.50 USD", "13.572468 USD"],
      ["price", "19.80 USD", "21.50 USD"],
    ]);
  });

  it("shows the findings of the last good sync only", async () => {
    const db = await open();
    const { source, script } = scriptedSource([
      sampleProduct("A", { requires: requires("B") }),
      sampleProduct("B", { requires: requires("A", "MISSING") }),
      sampleProduct("C", prices("10", "9.99")),
    ]);
    const kinds = async () =>
      (await listFindings(db, manager, {}, page)).items.map(({ kind, key, reason }) => [kind, key, reason]);
    await sync(db, source);
    const found = await kinds();
    expect(found).toEqual([
      ["price-below-cost", "C", "The price (recurring) is 9.99 USD, below its cost of 10.00 USD."],
      ["dangling-requirement", "B", "It requires MISSING, which the vendor does not offer us."],
      ["requirement-cycle", "A", "These require each other in a circle: Product A, Product B."],
    ]);
    script.statedTotal = 99;
    await sync(db, source);
    expect(await kinds()).toEqual(found);
    script.statedTotal = null;
    script.products = [sampleProduct("A"), sampleProduct("B"), sampleProduct("C")];
    await sync(db, source);
    expect(await kinds()).toEqual([]);
    expect(await db.selectFrom("findings").select("id").execute()).toEqual([]);
  });
});

eachStore("the status of a vendor", (open) => {
  it("names what failed and what is shown instead; the cause of refused credentials only to those who can act", async () => {
    const db = await open();
    const { source, script } = scriptedSource([sampleProduct("A")]);
    const good = await sync(db, source);
    const row = await db
      .selectFrom("syncs")
      .selectAll()
      .where("id", "=", good?.id ?? "")
      .executeTakeFirstOrThrow();
    const fail = async (kind: "timeout" | "unauthorized", message: string) => {
      script.beforePage = () => {
        const facts = {
          vendor: "acme",
          operation: "list",
          kind,
          status: null,
          retryAfterMs: null,
          correlationId: null,
        };
        throw new VendorError(message, facts);
      };
      await sync(db, source);
    };
    const errorFor = async (role: Role) => {
      const now = new Date(Date.parse(row.started_at) + 25 * 3_600_000);
      const { vendors } = await readStatus(viewer(role), { db, sources: [source], demo: false, now });
      return [vendors[0]?.freshness, vendors[0]?.products, vendors[0]?.lastError];
    };
    await fail("timeout", "Acme Cloud did not answer within 30 s.");
    const shown = `showing the catalog of ${row.started_at.slice(8, 10)} Nov 2026, ${row.started_at.slice(11, 16)} UTC.`;
    expect(await errorFor("seller")).toEqual(["ageing", 1, `Acme Cloud did not answer within 30 s; ${shown}`]);
    await fail("unauthorized", "Acme Cloud refused the credentials (401). Check the credentials.");
    expect((await errorFor("manager"))[2]).toContain("refused the credentials (401)");
    const forSellers = (await errorFor("seller"))[2];
    expect(forSellers).toContain("An administrator can see why.");
    expect(forSellers).not.toContain("401");
  });
});

eachStore("several locales", (open) => {
  it("are kept apart under the same keys and compared in the first one only", async () => {
    const db = await open();
    const { source, script } = scriptedSource([sampleProduct("A"), sampleProduct("B")]);
    script.taxonomy = { categories: [], topics: [], serviceTypes: [], locales: [] };
    const rows = async () =>
      (
        await db.selectFrom("catalog_products").select(["locale", "key"]).orderBy("locale").orderBy("key").execute()
      ).map(({ locale, key }) => `${locale} ${key}`);
    expect(await sync(db, source, ["en-us", "de-de"])).toMatchObject({ counts: { products: 2, new: 2 } });
    expect(await rows()).toEqual(["de-de A", "de-de B", "en-us A", "en-us B"]);
    script.products = [sampleProduct("A", { name: "Renamed" }), sampleProduct("B")];
    expect(await sync(db, source, ["en-us", "de-de"])).toMatchObject({ counts: { changed: 1 } });
    expect((await listChanges(db, manager, {}, page)).total).toBe(1);
    expect(await sync(db, source, ["en-us"])).toMatchObject({ published: true, counts: { changed: 0, gone: 0 } });
    expect(await rows()).toEqual(["en-us A", "en-us B"]);
  });

  it("that the vendor does not offer are not asked for", async () => {
    const db = await open();
    const { source, script } = scriptedSource([sampleProduct("A")]);
    script.taxonomy = { categories: [], topics: [], serviceTypes: [], locales: ["en-us", "fr-fr"] };
    await sync(db, source, ["en-us", "de-de", "fr-fr"]);
    expect(script.requests).toBe(2);
  });

  it("are read once from a vendor that has one language only", async () => {
    const db = await open();
    const { source, script } = scriptedSource([sampleProduct("A")]);
    await sync(db, source, ["en-us", "de-de"]);
    expect(script.requests).toBe(1);
  });

  it("count a broken record once", async () => {
    const db = await open();
    const { source, script } = scriptedSource([sampleProduct("A")]);
    script.taxonomy = { categories: [], topics: [], serviceTypes: [], locales: ["en-us", "de-de"] };
    script.rejected = [
      { identity: null, reason: "no number", excerpt: "{}" },
      { identity: "B", reason: "no name", excerpt: "{}" },
    ];
    expect(await sync(db, source, ["en-us", "de-de"])).toMatchObject({ counts: { rejected: 2 } });
  });
});
