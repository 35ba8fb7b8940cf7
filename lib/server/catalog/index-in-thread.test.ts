import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { anyOfKey } from "@/lib/domain/catalog/any-of";
import { openCatalogIndex } from "@/lib/domain/catalog/catalog-index";
import { exampleProduct } from "@/lib/domain/catalog/arbitrary-product";
import { defaultReading, type HouseReading } from "@/lib/domain/catalog/house-reading";
import { type IndexBasis, indexInThread } from "@/lib/server/catalog/index-in-thread";
import { type Indexing, indexInTurns } from "@/lib/server/catalog/index-in-turns";
import { openDatabase } from "@/lib/server/store/database";
import { readFromBlocks } from "@/lib/server/catalog/product-blocks";

const alias = fileURLToPath(new URL("../../cli/alias.mjs", import.meta.url));
const inThread = () => indexInThread({ execArgv: ["--import", alias] });

const products = Array.from({ length: 60 }, (_, i) =>
  exampleProduct({ partNumber: `N-${i}`, key: `N-${i}`, name: `Demo ${(i * 7) % 60}` }),
);

async function indexAll(indexing: Indexing) {
  for (let at = 0; at < products.length; at += 25) {
    await indexing.add(products.slice(at, at + 25).map((product) => [JSON.stringify(product)] as const));
  }
  const data = await indexing.finish();
  await indexing.close();
  return data;
}

it("a thread of its own and turns in this one build the same catalog", async () => {
  const [apart, here] = [await indexAll(await inThread()), await indexAll(indexInTurns())];
  expect(apart).toEqual(here);
  const index = openCatalogIndex(apart.index);
  const [row = -1] = index.query({ text: "n-41", page: 1, pageSize: 1 }).rows;
  expect(JSON.parse(readFromBlocks(apart.blocks, index.addedAt(row)))).toEqual(products[41]);
});

it("the thread reads the store by itself: every product once, in the first locale that has it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "desk-index-"));
  const store = { kind: "sqlite", file: join(folder, "desk.sqlite") } as const;
  const db = await openDatabase(store);
  const stored = (locale: string, key: string) => ({
    vendor: "cloudblue",
    generation: 1,
    locale,
    key,
    name: key,
    content_hash: "",
    data: JSON.stringify(exampleProduct({ partNumber: key, key, name: `${key} ${locale}` })),
  });
  const rows = [stored("de-de", "A"), stored("en-us", "A"), stored("en-us", "B")];
  await db.insertInto("catalog_products").values(rows).execute();
  await db.destroy();
  const basis: IndexBasis = { rules: [], day: "2026-11-22", reading: defaultReading, store };
  const indexing = await indexInThread({ execArgv: ["--import", alias], workerData: basis });
  const vendor = { vendor: "cloudblue", generation: 1, asOf: "", products: 2, madeBy: null };
  await indexing.read?.({ vendor, locales: ["de-de", "en-us"] });
  const index = openCatalogIndex((await indexing.finish()).index);
  await indexing.close();
  rmSync(folder, { recursive: true });
  const { rows: found } = index.query({ sort: { by: "name", descending: false }, page: 1, pageSize: 9 });
  expect(found.map((row) => index.listRow(row).name)).toEqual(["A de-de", "B en-us"]);
});

it("the thread reads products as the house does", async () => {
  const reading: HouseReading = {
    taxonomy: new Map([["S", { categories: ["Mapped"], topics: [], serviceType: null }]]),
    anyOf: new Set([anyOfKey("cloudblue", "S")]),
  };
  const target = (key: string) => ({ anyOf: [{ vendor: "cloudblue", key, name: `Needed ${key}`, available: true }] });
  const bare = exampleProduct({ service: "S", categories: [], requires: [target("A"), target("B")] });
  const basis: IndexBasis = { rules: [], day: "2026-11-22", reading, store: null };
  const indexing = await indexInThread({ execArgv: ["--import", alias], workerData: basis });
  await indexing.add([[JSON.stringify(bare)]]);
  const data = await indexing.finish();
  await indexing.close();
  const index = openCatalogIndex(data.index);
  expect(index.valuesOf(0, "category")).toEqual(["Mapped"]);
  expect(index.listRow(0).needs).toEqual(["Needed A or Needed B"]);
  expect(data.services).toMatchObject([{ service: "S", products: 1, severalRequirements: 1 }]);
  expect(JSON.parse(readFromBlocks(data.blocks, 0))).toEqual(bare);
});

it("a thread that cannot be started or that fails says so instead of hanging", async () => {
  await expect(indexInThread({ execArgv: ["--import", "./does-not-exist.mjs"] })).rejects.toThrow();
  const indexing = await inThread();
  await indexing.add([["not JSON"]]);
  await expect(indexing.finish()).rejects.toThrow(/JSON/);
  await indexing.close();
});
