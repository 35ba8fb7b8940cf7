import { expect, test } from "vitest";
import { compareFacts, differs } from "@/components/compare/compare-facts";
import type { Compared } from "@/components/compare/fact";
import type { PlanDto, ProductDto } from "@/lib/contracts/product";

const usd = (amount: string) => ({ amount, currency: "USD" });

const plan = (more: Partial<PlanDto> = {}): PlanDto => ({
  key: "p",
  name: "Product",
  type: "buy",
  partNumber: null,
  description: null,
  price: usd("10.00"),
  listPrice: null,
  overuse: [],
  billingPeriod: "P1M",
  commitment: null,
  minimum: "1",
  maximum: null,
  pricePrefix: null,
  priceSuffix: null,
  orderable: true,
  notOrderable: null,
  attributes: [],
  ...more,
});

type Told = Pick<
  ProductDto,
  | "name"
  | "prices"
  | "setupPrice"
  | "needs"
  | "provider"
  | "service"
  | "categories"
  | "topics"
  | "serviceType"
  | "facts"
>;

const product: Told = {
  name: "Product",
  prices: [],
  setupPrice: null,
  needs: [],
  provider: null,
  service: null,
  categories: [],
  topics: [],
  serviceType: null,
  facts: [],
};

/** The table reads no other field of a product. */
const one = (its: Partial<PlanDto>, more: Partial<Told> = {}): Compared => ({
  product: { ...product, ...more } as ProductDto,
  plan: plan(its),
  vendorLabel: "Vendor",
});

const rowNamed = (name: string, ...compared: Compared[]) =>
  compareFacts(compared)
    .flatMap(({ rows }) => rows)
    .find((row) => row.name === name);

const price = (its: Partial<PlanDto>) => rowNamed("Price", one(its))?.facts[0];

test("the vendor's words and what is above the limit stay with the price", () => {
  const words = { pricePrefix: "Starting at", priceSuffix: "per user per month" };
  expect(price(words)).toEqual({ text: "USD 10.00 / mo", note: "Starting at, per user" });
  const overuse = [{ from: "0", model: "flat" as const, price: usd("0.12"), listPrice: null }];
  expect(price({ overuse })).toEqual({ text: "USD 10.00 / mo", note: "above the limit: 0.12 USD per unit" });
  expect(price({ priceSuffix: "per month" })).toEqual({ text: "USD 10.00 / mo" });
});

test("what is no amount is a word, never 0.00", () => {
  expect(price({ price: usd("0.00") })?.text).toBe("Free");
  expect(price({ price: usd("0.00"), notOrderable: "trial" })?.text).toBe("Trial");
  expect(price({ price: null, notOrderable: "noPrice" })?.text).toBe("Price on request");
});

const tiers = (model: "volume" | "graduated") => ({
  prices: [
    { plan: "p", side: "price" as const, kind: "recurring" as const, amount: usd("10.00"), model, from: "1" },
    { plan: "p", side: "price" as const, kind: "recurring" as const, amount: usd("8.00"), model, from: "50" },
  ],
});

test("tiers are named by how they work, and told as the vendor's where the price is another", () => {
  const told = (model: "volume" | "graduated", its: Partial<PlanDto> = {}) =>
    rowNamed("Price tiers", one(its, tiers(model)))?.facts[0];
  expect(told("volume")).toEqual({
    text: "from 1: USD 10.00; from 50: USD 8.00",
    note: "volume: the tier reached holds for all units",
  });
  expect(told("graduated")?.note).toBe("graduated: each unit at its own tier");
  expect(told("volume", { price: usd("11.00") })?.note).toMatch(/; the vendor’s amounts, before price rules$/);
});

test("margins of one amount but another share of the price differ", () => {
  const margin = (percent: string) => ({
    cost: { unknown: "notProvided" as const },
    margin: { ...usd("1.00"), percent },
  });
  const row = rowNamed("Margin", one(margin("10.0")), one(margin("5.0")));
  expect(row && differs(row)).toBe(true);
  const same = rowNamed("Margin", one(margin("10.0")), one(margin("10.0")));
  expect(same && differs(same)).toBe(false);
});
