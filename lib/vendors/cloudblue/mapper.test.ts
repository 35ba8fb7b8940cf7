import { describe, expect, it } from "vitest";
import old from "@/lib/vendors/cloudblue/fixtures/product-1.4.json";
import late from "@/lib/vendors/cloudblue/fixtures/product-1.15.json";
import list from "@/lib/vendors/cloudblue/fixtures/products-1.6.json";
import { mapCloudBlueRecord } from "@/lib/vendors/cloudblue/mapper";
import type { MappedRecord } from "@/lib/vendors/crawl";

const settings = { locale: "en-us", redact: (text: string) => text };
const map = (record: unknown) => mapCloudBlueRecord(record, settings);
const [storage, licence] = list.data;

function productOf(mapped: MappedRecord) {
  if (mapped.kind !== "product") throw new Error(`set aside: ${mapped.rejected.reason}`);
  const [plan] = mapped.product.plans;
  if (!plan) throw new Error("no plan");
  return { ...mapped, plan };
}

describe("products of version 1.6, as the vendor's page shows them", () => {
  it("keeps cost and price of the add-on to the digit", () => {
    const { plan, product, notes } = productOf(map(storage));
    expect(plan.prices).toEqual([
      { side: "cost", kind: "recurring", currency: "USD", amount: "1.05", model: "flat", from: "0" },
      { side: "price", kind: "recurring", currency: "USD", amount: "1.15", model: "flat", from: "0" },
    ]);
    expect(plan).toMatchObject({ minimum: "0", maximum: "5000", billingPeriod: "P1M", commitment: "P1M", type: "buy" });
    expect(product).toMatchObject({ service: "O365", externalId: null, archived: false, locale: "en-us" });
    expect(notes).toEqual([]);
  });

  it("needs the licence", () => {
    const { product } = productOf(map(storage));
    expect(product.requires).toEqual([{ anyOf: [{ partNumber: licence?.mpn, externalId: null }] }]);
    expect(productOf(map(licence)).product.requires).toEqual([]);
  });
});

describe("products of other versions", () => {
  it("reads 1.4: dependencies as objects, no type of price, no costs, no commitment", () => {
    const { plan, product } = productOf(map(old));
    expect(plan.prices).toEqual([
      { side: "price", kind: "recurring", currency: "EUR", amount: "70.5", model: "flat", from: "0" },
    ]);
    expect(plan).toMatchObject({ costUnknown: "notProvided", maximum: null, billingPeriod: "P1Y", commitment: null });
    expect(product.requires.map(({ anyOf }) => anyOf.map(({ partNumber }) => partNumber))).toEqual([
      ["DEMO-OLD-0"],
      ["DEMO-OLD-2"],
    ]);
  });

  it("reads 1.15: id, manufacturer, tiers in any order, setup and overuse", () => {
    const { plan, product } = productOf(map(late));
    expect(product).toMatchObject({
      externalId: "sku-DEMO-0001",
      provider: "DEMO-MAKER",
      name: "Tiered storage & more",
    });
    expect(plan).toMatchObject({ minimum: "0.5", maximum: null, billingPeriod: "P1Y", commitment: "P3Y" });
    const rows = plan.prices.map(({ kind, currency, model, from, amount }) => [kind, currency, model, from, amount]);
    expect(rows).toEqual([
      ["overuse", "USD", "flat", "0", "0.0035"],
      ["recurring", "USD", "graduated", "0", "10"],
      ["recurring", "USD", "graduated", "100", "9"],
      ["setup", "USD", "flat", "0", "250"],
      ["recurring", "EUR", "volume", "0", "8.9"],
    ]);
    expect(product.requires).toEqual([{ anyOf: [{ partNumber: "DEMO-NEW-0", externalId: "sku-DEMO-0000" }] }]);
    expect(product.details.facts.map(({ value }) => value)).toContain("charged before each billing period");
  });

  it("reads a duration and ids whichever way they are written, but no number of letters and digits", () => {
    const written = { billingPeriod: { type: "month", duration: "3" }, id: 326576, vendor: 77 };
    const { plan, product } = productOf(map({ ...licence, ...written }));
    expect(plan.billingPeriod).toBe("P3M");
    expect(product).toMatchObject({ externalId: "326576", provider: "77" });
    expect(map({ ...licence, mpn: 77 }).kind).toBe("rejected");
    expect(map({ ...licence, billingPeriod: { type: "month", duration: "some" } }).kind).toBe("rejected");
    expect(map({ ...licence, id: 1e21 }).kind).toBe("rejected");
  });

  it("tells variants of one MPN apart by their periods", () => {
    const yearly = { ...licence, subscriptionPeriod: { type: "year", duration: 1 } };
    expect(map(yearly).identity).not.toBe(map(licence).identity);
  });

  it("says usage-based where the vendor rates by use", () => {
    expect(productOf(map({ ...old, billingModel: "chargeExternalRating" })).plan.costUnknown).toBe("usageBased");
  });

  it.each([
    ["statement_day", "at each of the vendor's statement days"],
    ["unknown", "recurring; the vendor names no period"],
  ])("gives no period for %s, and says so beside a price that recurs", (type, priceSuffix) => {
    const billingPeriod = { type, duration: 1 };
    expect(productOf(map({ ...licence, billingPeriod })).plan).toMatchObject({ billingPeriod: null, priceSuffix });
    const unsaid = productOf(map({ ...licence, billingPeriod: undefined })).plan;
    expect(unsaid).toMatchObject({ billingPeriod: null, priceSuffix: "recurring; the vendor names no period" });
    const prices = licence?.prices.map((row) => ({ ...row, type: "setup" }));
    const once = { ...licence, billingPeriod, prices, costs: [] };
    expect(productOf(map(once)).plan.priceSuffix).toBeNull();
    expect(productOf(map(licence)).plan.priceSuffix).toBeNull();
  });
});

describe("amounts that are not plain decimals", () => {
  const bad = [
    "",
    " ",
    "NaN",
    "1,050.00",
    "30.00 USD",
    "1e3",
    "-1.00",
    "$30.00",
    "Infinity",
    "1.",
    ".5",
    "+1",
    2.5,
    null,
  ];
  it.each(bad)("loses the price %j, reports it and keeps the product", (amount) => {
    const { plan, notes } = productOf(map({ ...licence, prices: [{ currency: "USD", amount, type: "recurring" }] }));
    expect(plan.prices.filter(({ side }) => side === "price")).toEqual([]);
    expect(plan.prices.filter(({ side }) => side === "cost")).toHaveLength(1);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ identity: licence?.mpn });
  });

  it.each(["US", "DOLLAR", "", 5, null, "ZZZ"])("loses a price in the currency %j", (currency) => {
    const { plan, notes } = productOf(map({ ...old, prices: [{ currency, amount: "1" }] }));
    expect(plan).toMatchObject({ prices: [], notOrderable: "noPrice" });
    expect(notes).toHaveLength(1);
  });

  it("drops a whole tier group when one of its tiers cannot be read", () => {
    const prices = late.prices.map((row) => (row.amount === "9" ? { ...row, amount: "nine" } : row));
    const { plan, notes } = productOf(map({ ...late, prices }));
    expect(plan.prices.some(({ kind, currency }) => kind === "recurring" && currency === "USD")).toBe(false);
    expect(plan.prices.some(({ kind }) => kind === "setup")).toBe(true);
    expect(notes).toHaveLength(1);
  });

  it("does not choose between two amounts for the same quantity", () => {
    const row = { currency: "USD", amount: "5", type: "recurring" };
    expect(productOf(map({ ...old, prices: [row, row] })).plan.prices).toHaveLength(1);
    expect(productOf(map({ ...old, prices: [row, { ...row, amount: "6" }] })).plan.prices).toEqual([]);
  });

  it.each([
    [{ type: "rental" }],
    [{ model: "STAIRS" }],
    [{ lowerLimit: 10 }],
    [{ model: "TIERED", lowerLimit: "many" }],
    [{ model: "TIERED", lowerLimit: -1 }],
  ])("does not guess what %o means", (change) => {
    const { plan, notes } = productOf(map({ ...old, prices: [{ currency: "USD", amount: "5", ...change }] }));
    expect(plan.prices).toEqual([]);
    expect(notes).toHaveLength(1);
  });
});

describe("records that break the shape", () => {
  const broken: readonly [string, unknown][] = [
    ["null", null],
    ["a text", "product"],
    ["no mpn", { name: "x" }],
    ["an empty mpn", { ...licence, mpn: " " }],
    ["an endless mpn", { ...licence, mpn: "x".repeat(201) }],
    ["no name", { mpn: "x" }],
    ["a name of markup only", { ...licence, name: "<img src=x onerror=alert(1)>" }],
    ["prices that are no list", { ...licence, prices: "2.50" }],
    ["a minimum that is no number", { ...licence, minimumQuantity: "one" }],
    ["a negative minimum", { ...licence, minimumQuantity: "-1" }],
    ["a maximum that is no number", { ...licence, maximumQuantity: "many" }],
    ["dependencies that are no list", { ...licence, dependsOn: { mpn: "X" } }],
    ["a dependency without a name", { ...licence, dependsOn: [null] }],
    ["a hundred and one dependencies", { ...licence, dependsOn: Array.from({ length: 101 }, (_, at) => `D${at}`) }],
  ];
  it.each(broken)("sets %s aside", (_name, record) => {
    const mapped = map(record);
    expect(mapped.kind).toBe("rejected");
    if (mapped.kind === "rejected") expect(mapped.rejected.excerpt.length).toBeLessThanOrEqual(500);
  });

  it("defuses the excerpt and hides secrets in it", () => {
    const redact = (text: string) => text.replaceAll("hush", "[hidden]");
    const mapped = mapCloudBlueRecord({ mpn: 5, name: "<script>hush</script>" }, { locale: "en-us", redact });
    expect(mapped.kind === "rejected" && mapped.rejected.excerpt).toBe(`{"mpn":5,"name":"‹script›[hidden]‹/script›"}`);
  });

  it("survives a record nested too deeply to be written down", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(200_000)}${"]".repeat(200_000)}`);
    expect(map({ mpn: deep, name: "x" }).kind).toBe("rejected");
  });
});
