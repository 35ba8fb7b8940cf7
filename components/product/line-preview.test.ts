import { expect, test } from "vitest";
import { lineTotal, unitAt } from "@/components/product/line-preview";
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

const tiers = (model: "volume" | "graduated"): ProductDto["prices"] => [
  { plan: "p", side: "price", kind: "recurring", amount: usd("10.00"), model, from: "0" },
  { plan: "p", side: "price", kind: "recurring", amount: usd("8.00"), model, from: "11" },
  { plan: "other", side: "price", kind: "recurring", amount: usd("1.00"), model, from: "0" },
];

test("one amount times the quantity, rounded once", () => {
  expect(lineTotal(usd("0.0035"), "1000", plan, [], "price")).toEqual(usd("3.50"));
  expect(lineTotal(usd("0.005"), "1", plan, [], "price")).toEqual(usd("0.01"));
});

test("volume: all units take the tier's amount", () => {
  expect(unitAt(usd("10.00"), "12", plan, tiers("volume"), "price")).toEqual(usd("8.00"));
  expect(lineTotal(usd("10.00"), "12", plan, tiers("volume"), "price")).toEqual(usd("96.00"));
});

test("graduated: each unit takes the amount of its tier", () => {
  expect(lineTotal(usd("10.00"), "12", plan, tiers("graduated"), "price")).toEqual(usd("116.00"));
});

test("a price that a rule made over tiers is left to the cart", () => {
  expect(lineTotal(usd("9.00"), "500", plan, tiers("volume"), "price")).toBeNull();
});
