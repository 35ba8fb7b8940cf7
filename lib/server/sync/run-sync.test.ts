import { expect, it } from "vitest";
import { readStoredProduct } from "@/lib/server/store/stored-product";
import { sampleRow } from "@/lib/domain/catalog/sample-products";
import { type Database } from "@/lib/server/store/database";
import { eachStore } from "@/lib/server/store/test-stores";
import { runSync } from "@/lib/server/sync/run-sync";
import { requires, sampleProduct, scriptedSource } from "@/lib/server/sync/testing/scripted-source";
import type { SyncInput } from "@/lib/server/sync/sync-context";
import type { CatalogSource } from "@/lib/vendors/catalog-source";

const noon = new Date("2026-11-22T12:00:00.000Z");

const sync = (db: Database, source: CatalogSource, over: Partial<SyncInput> = {}) =>
  runSync({
    db,
    source,
    locales: ["en-us"],
    signal: new AbortController().signal,
    startedBy: "timer",
    now: () => noon,
    ...over,
  });

/** Everything a reader of the catalog can see. */
async function visible(db: Database) {
  const catalogs = await db.selectFrom("vendor_catalogs").selectAll().orderBy("vendor").execute();
  const products = await db.selectFrom("catalog_products").selectAll().orderBy("locale").orderBy("key").execute();
  const shown = products.filter(({ vendor, generation }) =>
    catalogs.some((catalog) => catalog.vendor === vendor && catalog.generation === generation),
  );
  return { catalogs, products: shown };
}

async function keys(db: Database): Promise<string[]> {
  return (await visible(db)).products.map(({ key }) => key);
}

const changesOf = async (db: Database, syncId: string | undefined) =>
  (
    await db
      .selectFrom("changes")
      .selectAll()
      .where("sync_id", "=", syncId ?? "")
      .orderBy("id")
      .execute()
  ).map(({ key, kind, what, old_value, new_value }) => [key, kind, what, old_value, new_value]);

const five = () => ["A", "B", "C", "D", "E"].map((partNumber) => sampleProduct(partNumber));

eachStore("runSync", (open) => {
  it("publishes every page of the vendor", async () => {
    const db = await open();
    const outcome = await sync(db, scriptedSource(five()).source);
    expect(outcome).toMatchObject({ state: "succeeded", counts: { products: 5, new: 5, changed: 0, gone: 0 } });
    expect(await keys(db)).toEqual(["A", "B", "C", "D", "E"]);
    expect(await changesOf(db, outcome?.id)).toEqual([]);
  });

  it("settles the keys of products that share a number, wherever in the list they stand", async () => {
    const db = await open();
    const products = [
      sampleProduct("P😀", { service: "One" }),
      sampleProduct("B"),
      sampleProduct("C"),
      sampleProduct("P😀", { service: "Two", requires: requires("B") }),
      sampleProduct("P😀", { service: "One", summary: "listed again" }),
    ];
    await sync(db, scriptedSource(products).source);
    const rows = (await visible(db)).products.map(({ key, data }) => ({ key, product: readStoredProduct(data) }));
    expect(rows.map(({ product }) => product.key)).toEqual(rows.map(({ key }) => key));
    expect(rows.map(({ product }) => [product.partNumber, product.service, product.summary])).toEqual(
      expect.arrayContaining([
        ["P😀", "One", null],
        ["P😀", "Two", null],
      ]),
    );
    expect(rows).toHaveLength(4);
    const needs = rows.flatMap(({ product }) => product.requires.map(({ anyOf }) => [product.service, anyOf[0]?.key]));
    expect(needs).toEqual([["Two", "B"]]);
  });

  it("stores products that can be read back whole", async () => {
    const db = await open();
    const product = sampleProduct("A", { requires: requires("B", "Z") });
    await sync(db, scriptedSource([product, sampleProduct("B")]).source);
    const [row] = (await visible(db)).products;
    expect(readStoredProduct(row?.data ?? "")).toEqual({
      ...product,
      key: "A",
      requires: [
        { anyOf: [{ vendor: "acme", key: "B", name: "Product B", available: true }] },
        { anyOf: [{ vendor: "acme", key: "Z", name: "Z", available: false }] },
      ],
    });
  });

  it("finds nothing changed in the same answer and keeps the generation", async () => {
    const db = await open();
    const { source } = scriptedSource(five());
    await sync(db, source);
    const before = await visible(db);
    const later = new Date("2026-11-22T13:00:00.000Z");
    const outcome = await sync(db, source, { now: () => later });
    expect(outcome).toMatchObject({ state: "succeeded", published: false, counts: { new: 0, changed: 0, gone: 0 } });
    expect(await changesOf(db, outcome?.id)).toEqual([]);
    const after = await visible(db);
    expect(after.products).toEqual(before.products);
    expect(after.catalogs[0]?.as_of).toBe(later.toISOString());
  });

  it("records what changed with its old and new value", async () => {
    const db = await open();
    const { source, script } = scriptedSource([...five(), sampleProduct("F"), sampleProduct("G")]);
    await sync(db, source);
    script.products = [
      sampleProduct("A", { prices: [sampleRow("cost", "18"), sampleRow("price", "20.5")] }),
      sampleProduct("B", { name: "Product B plus" }),
      sampleProduct("C", { archived: true }),
      sampleProduct("D", { minimum: "5", maximum: "300" }),
      sampleProduct("E", { requires: requires("D") }),
      sampleProduct("F", { prices: [sampleRow("cost", "17.50"), sampleRow("price", "19.8"), sampleRow("list", "25")] }),
      sampleProduct("H"),
    ];
    const outcome = await sync(db, source);
    expect(outcome).toMatchObject({ published: true, counts: { products: 7, new: 1, changed: 6, gone: 1 } });
    expect(await changesOf(db, outcome?.id)).toEqual([
      ["A", "cost", "recurring", "17.50 USD", "18.00 USD"],
      ["A", "price", "recurring", "19.80 USD", "20.50 USD"],
      ["B", "renamed", "name", "Product B", "Product B plus"],
      ["C", "archived", "product", "offered", "archived"],
      ["D", "limits", "minimum", "1", "5"],
      ["D", "limits", "maximum", "unlimited", "300"],
      ["E", "requirements", "requires", "nothing", "Product D"],
      ["F", "list-price", "recurring", null, "25.00 USD"],
      ["H", "new", "product", null, "Product H"],
      ["G", "gone", "product", "Product G", null],
    ]);
  });
});
