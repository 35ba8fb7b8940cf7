import { expect, test } from "vitest";
import { tiersOf } from "@/components/product/choose-plan";
import { flatFigures, tieredFigures } from "@/components/product/quantity-figures";
import type { PriceExplanation } from "@/lib/contracts/price-explanation";
import type { PlanDto, ProductDto } from "@/lib/contracts/product";

const usd = (amount: string) => ({ amount, currency: "USD" });

const plan: PlanDto = {
  key: "p",
  name: "Plan",
  type: "buy",
  partNumber: null,
  description: null,
  price: usd("10.00"),
  listPrice: null,
  overuse: [],
  cost: { ...usd("6.00"), origin: "vendor" },
  margin: { ...usd("4.00"), percent: "40.0" },
  billingPeriod: "P1M",
  commitment: null,
  minimum: "0",
  maximum: null,
  pricePrefix: null,
  priceSuffix: null,
  orderable: true,
  notOrderable: null,
  attributes: [],
};

type Row = ProductDto["prices"][number];

const row = (from: string, more: Partial<Row> = {}): Row => ({
  plan: "p",
  side: "price",
  kind: "recurring",
  amount: usd("10.00"),
  model: "volume",
  from,
  ...more,
});

const answer: PriceExplanation = {
  vendor: "cloudblue",
  key: "k",
  name: "Product",
  plan: "p",
  quantity: "249",
  currency: "USD",
  billingPeriod: "P1M",
  date: "2026-11-22",
  customer: null,
  parts: [
    {
      kind: "recurring",
      name: "Recurring",
      quantity: "249",
      price: usd("8.00"),
      listPrice: null,
      cost: { ...usd("5.00"), origin: "vendor" },
      margin: { ...usd("3.00"), percent: "37.5" },
      total: usd("1992.00"),
      steps: [],
    },
  ],
  total: usd("1992.00"),
  setupTotal: null,
  findings: [],
  cheaperAt: { quantity: "250", total: usd("1750.00") },
};

test("one amount times the quantity, rounded once", () => {
  const at = (amount: string, quantity: string) => flatFigures({ ...plan, price: usd(amount) }, quantity).total;
  expect(at("0.0035", "1000")).toEqual(usd("3.50"));
  expect(at("0.005", "1")).toEqual(usd("0.01"));
  const yen = { amount: "250", currency: "JPY" };
  expect(flatFigures({ ...plan, price: yen }, "3").total).toEqual({ amount: "750", currency: "JPY" });
});

test("what is billed by use alone has the cost and margin of a unit used, and no total", () => {
  const [cost, margin] = [
    { ...usd("0.0166"), origin: "vendor" as const },
    { ...usd("0.0018"), percent: "9.8" },
  ];
  const use = { from: "0", model: "flat" as const, price: usd("0.0184"), listPrice: null, cost, margin };
  const figures = flatFigures({ ...plan, price: null, cost: { unknown: "usageBased" }, overuse: [use] }, "7");
  expect(figures).toEqual({ price: null, cost, margin, total: null, cheaperAt: null });
});

test("with tiers price, cost, margin and total are those of one answer", () => {
  const { price, cost, margin, total, cheaperAt } = tieredFigures(plan, "249", answer);
  expect([price, cost, margin, total]).toEqual([
    usd("8.00"),
    { ...usd("5.00"), origin: "vendor" },
    { ...usd("3.00"), percent: "37.5" },
    usd("1992.00"),
  ]);
  expect(cheaperAt).toEqual({ quantity: "250", total: usd("1750.00") });
});

test("without an answer the figures of the least quantity never stand for another", () => {
  expect(tieredFigures(plan, "1", undefined)).toMatchObject({ price: plan.price, cost: plan.cost, total: plan.price });
  expect(tieredFigures(plan, "500", undefined)).toMatchObject({
    price: null,
    cost: { unknown: "notProvided" },
    margin: null,
    total: null,
  });
});

test("who may not see cost is given none by an answer that is missing", () => {
  const { cost: _cost, margin: _margin, ...blind } = plan;
  const figures = tieredFigures(blind, "500", undefined);
  expect([figures.cost, figures.margin]).toEqual([undefined, undefined]);
});

test("tiers are those of the plan's own recurring price and cost in its currency", () => {
  const model = (...prices: Row[]) => tiersOf({ prices }, plan);
  expect(model()).toBe("flat");
  expect(model(row("0"), row("0", { side: "cost" }))).toBe("flat");
  expect(model(row("1"), row("250"))).toBe("volume");
  expect(model(row("1", { model: "graduated" }), row("250", { model: "graduated" }))).toBe("graduated");
  expect(model(row("0"), row("0", { side: "cost" }), row("10", { side: "cost" }))).toBe("volume");
  const elsewhere: Row[] = [
    row("0"),
    row("10", { plan: "other" }),
    row("10", { kind: "overuse" }),
    row("10", { amount: { amount: "9.00", currency: "EUR" } }),
  ];
  expect(model(...elsewhere)).toBe("flat");
});
