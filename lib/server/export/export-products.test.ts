import Papa from "papaparse";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { ExportQuerySchema, ExportSelectionSchema } from "@/lib/contracts/export";
import { createCart } from "@/lib/server/carts/create-cart";
import { pasteIntoCart } from "@/lib/server/carts/paste-into-cart";
import { addViewer, makeProduct } from "@/lib/server/carts/test-desk";
import { publish, useStore, viewerWith } from "@/lib/server/catalog/catalog-fixture";
import { reloadCatalog } from "@/lib/server/catalog/current-catalog";
import { exportProducts, exportSelection } from "@/lib/server/export/export-products";
import { openDesk } from "@/lib/server/open-desk";
import { openDatabase } from "@/lib/server/store/database";
import type { Product } from "@/lib/domain/catalog/product";

const NOW = new Date("2026-11-22T05:00:00.000Z");
const zero = makeProduct({ key: "00123", name: "Leading, zero", price: "19.80", cost: "17.37", minimum: "5" });
const formula = makeProduct({ key: "F-1", name: '=HYPERLINK("x")', price: "1.00", cost: "3.00" });
const monthly = makeProduct({ key: "TWIN~P1Y~P1M", partNumber: "TWIN", name: "Twin monthly", price: "2.00" });
const yearly = makeProduct({ key: "TWIN~P1Y~P1Y", partNumber: "TWIN", name: "Twin yearly", billingPeriod: "P1Y" });

beforeEach(() => vi.unstubAllEnvs());

async function withCatalog(products: readonly Product[]) {
  const db = await openDatabase({ kind: "sqlite", file: ":memory:" });
  useStore(db);
  await publish(db, products);
  await reloadCatalog();
  return db;
}

async function csv(asked: Record<string, unknown> = {}, role: "seller" | "seller-no-cost" = "seller") {
  const file = await exportProducts(viewerWith(role), ExportQuerySchema.parse({ format: "csv", ...asked }), NOW);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes);
  const rows = Papa.parse<Record<string, string>>(text.replace("\uFEFF", ""), { header: true }).data;
  return { file, text, rows };
}

describe("a CSV of the list", () => {
  test("has the table's columns in the asked order, with plain numbers and their unit", async () => {
    await withCatalog([zero]);
    const { rows } = await csv({ columns: "margin.price.billing" });
    expect(Object.keys(rows[0] ?? {})).toEqual([
      "Part number",
      "Quantity",
      "Product",
      "Margin",
      "Margin % of price",
      "Price",
      "Currency",
      "Price per",
      "Billed every",
      "Vendor data as of (UTC)",
    ]);
    expect(rows[0]).toMatchObject({ "Part number": "00123", Quantity: "5", Price: "19.80", Margin: "2.43" });
  });

  test("gives what is billed by use its price per unit, by right with cost, and no price of a year", async () => {
    const used = { ...makeProduct({ key: "GB", name: "Storage" }) };
    const row = (side: "cost" | "price", amount: string) =>
      ({ side, kind: "overuse", currency: "USD", amount, model: "flat", from: "0" }) as const;
    const plans = used.plans.map((plan) => ({ ...plan, prices: [row("cost", "0.0166"), row("price", "0.0184")] }));
    await withCatalog([{ ...used, plans }]);
    const columns = "price.yearly.cost.margin.markup";
    expect((await csv({ columns })).rows[0]).toMatchObject({
      Price: "0.0184",
      Currency: "USD",
      "Price per": "unit used",
      "Price per year": "",
      Cost: "0.0166",
      Margin: "0.0018",
      "Margin % of price": "9.8",
      "Markup % of cost": "10.8",
    });
    const { rows, text } = await csv({ columns }, "seller-no-cost");
    expect(rows[0]).toMatchObject({ Price: "0.0184", "Price per": "unit used" });
    expect(text).not.toMatch(/0\.0166|0\.0018/);
  });

  test("keeps filter, search and order", async () => {
    await withCatalog([zero, formula, monthly, yearly]);
    expect((await csv({ q: "twin", sort: "-name" })).rows.map((row) => row["Product"])).toEqual([
      "Twin yearly",
      "Twin monthly",
    ]);
    expect((await csv({ priceMin: "5", billing: "P1M" })).rows.map((row) => row["Part number"])).toEqual(["00123"]);
  });

  test("defuses what a spreadsheet would run, and leaves a loss a number", async () => {
    await withCatalog([formula]);
    const { text, rows } = await csv();
    expect(rows[0]?.["Product"]).toBe(`'=HYPERLINK("x")`);
    expect(rows[0]?.["Margin"]).toBe("-2.00");
    expect(text.split(/[\r\n]+/).every((line) => !/^"?[=+@]/.test(line))).toBe(true);
  });

  test("tells the age of the data in each row and in its name", async () => {
    await withCatalog([zero]);
    const { file, rows } = await csv();
    expect(file.name).toBe("catalog-as-of-2026-11-22T0400Z.csv");
    expect(rows[0]?.["Vendor data as of (UTC)"]).toBe("2026-11-22T04:00:00.000Z");
  });

  test("holds no cost for those who may not see it, whatever they ask for", async () => {
    await withCatalog([zero]);
    const { text } = await csv({ columns: "cost.price.margin.markup", sort: "-margin" }, "seller-no-cost");
    expect(text).not.toMatch(/cost|margin|markup|17\.37|2\.43/i);
    expect(text).toContain("19.80");
  });

  test("of a selection holds just that, in its order, and names what is gone", async () => {
    await withCatalog([zero, formula, monthly]);
    const items = ["F-1", "GONE", "00123"].map((key) => ({ vendor: "cloudblue", key }));
    const { bytes } = await exportSelection(viewerWith("seller"), { format: "csv", columns: undefined, items }, NOW);
    const lines = new TextDecoder().decode(bytes).split("\r\n");
    expect(lines.slice(1, 3).map((line) => line.split(",")[0])).toEqual(["F-1", "00123"]);
    expect(lines[3]).toContain("No longer in the catalog: GONE");
  });

  test("names the products as the list does, in the language and order asked for", async () => {
    vi.stubEnv("CATALOG_LOCALES", "en-us,de-de");
    const german = { ...zero, locale: "de-de", name: "Zuletzt, mit Umlaut: ü" };
    await withCatalog([zero, monthly, german]);
    const { rows } = await csv({ locale: "de-DE" });
    expect(rows.map((row) => row["Product"])).toEqual(["Twin monthly", "Zuletzt, mit Umlaut: ü"]);
    expect((await csv()).rows.map((row) => row["Product"])).toEqual(["Leading, zero", "Twin monthly"]);

    const items = ["00123", "TWIN~P1Y~P1M"].map((key) => ({ vendor: "cloudblue", key }));
    const selection = ExportSelectionSchema.parse({ format: "csv", items, locale: "de-DE" });
    const text = new TextDecoder().decode((await exportSelection(viewerWith("seller"), selection, NOW)).bytes);
    const named = Papa.parse<Record<string, string>>(text, { header: true }).data;
    expect(named.map((row) => row["Product"])).toEqual(["Zuletzt, mit Umlaut: ü", "Twin monthly"]);
  });

  test("is pasted back into the same cart", async () => {
    const db = await withCatalog([zero, formula, monthly, yearly]);
    const sam = await addViewer(db, "seller", "Sam Seller");
    const desk = await openDesk();
    const cart = await createCart(desk, sam, { name: "Back", currency: "USD" });
    const { text } = await csv();
    const result = await pasteIntoCart(desk, sam, cart.id, { text, dryRun: false, ifMatch: "any" });
    expect(result.rows.map(({ outcome }) => outcome)).toEqual(["matched", "matched", "matched", "matched"]);
    expect(result.cart?.lines.map(({ key, quantity }) => [key, quantity]).sort()).toEqual([
      ["00123", "5"],
      ["F-1", "1"],
      ["TWIN~P1Y~P1M", "1"],
      ["TWIN~P1Y~P1Y", "1"],
    ]);
  });
});

test(
  "a list of more than 10,000 stops there and says so in the file and in its name",
  { timeout: 60_000 },
  async () => {
    const many = Array.from({ length: 10_003 }, (_, index) =>
      makeProduct({ key: `N${index}`, name: `Product ${index}` }),
    );
    await withCatalog(many);
    const { file, rows, text } = await csv();
    expect(file.name).toContain("-first-10000-of-10003");
    expect(rows.filter((row) => /^N\d+$/.test(row["Part number"] ?? ""))).toHaveLength(10_000);
    expect(text).toContain("Not complete: the first 10000 of 10003 products.");
  },
);

describe("an XLSX of the list", () => {
  test("writes numbers as numbers, part numbers as text, and the age on a sheet of its own", async () => {
    await withCatalog([zero, formula]);
    const query = ExportQuerySchema.parse({ format: "xlsx" });
    const file = await exportProducts(viewerWith("seller"), query, NOW);
    expect(file.name).toMatch(/\.xlsx$/);
    const entries = await unzip(file.bytes);
    const sheet = entries["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toMatch(/<v>19\.8<\/v>/);
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(Object.values(entries).join("")).toContain("00123");
    expect(sheet).not.toMatch(/<v>123<\/v>/);
    expect(Object.values(entries).join("")).toContain("Vendor data as of Ingram");
  });

  test("holds no cost for those who may not see it", async () => {
    await withCatalog([zero]);
    const query = ExportQuerySchema.parse({ format: "xlsx", columns: "cost.price.margin" });
    const entries = await unzip((await exportProducts(viewerWith("seller-no-cost"), query, NOW)).bytes);
    expect(Object.values(entries).join("")).not.toMatch(/17\.37|2\.43|margin of|cost/i);
  });
});

/** Reads a ZIP's central directory: enough to see what a spreadsheet would read. */
async function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, string>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  const entries: Record<string, string> = {};
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [method, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)));
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = new Blob([bytes.subarray(start, start + size)]).stream();
    const plain = method === 8 ? packed.pipeThrough(new DecompressionStream("deflate-raw")) : packed;
    entries[name] = await new Response(plain).text();
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}
