import { cpuUsage } from "node:process";
import { describe, expect, test } from "vitest";
import type { Product } from "@/lib/domain/catalog/product";
import type { Cart, CartSettings } from "@/lib/domain/cart/cart";
import { cartTotals } from "@/lib/domain/cart/cart-totals";
import { judgeCart, plainSettings } from "@/lib/domain/cart/judge-cart";
import { priceCartLine } from "@/lib/domain/cart/price-cart-line";
import { resolveLines } from "@/lib/domain/cart/resolve-line";
import { needs, samplePlan, sampleProduct } from "@/lib/domain/cart/sample-products";
import type { HouseRule } from "@/lib/domain/dependencies/house-rule";
import { refId } from "@/lib/domain/dependencies/house-rule-index";
import type { PriceRule } from "@/lib/domain/pricing/price-rule";
import { preparePriceRules } from "@/lib/domain/pricing/rule-set";

const LINES = 500;
const RULES = 2000;
const PRODUCTS = 5000;

const products = Array.from({ length: PRODUCTS }, (_, at): Product => {
  const requires = at % 3 === 0 && at > 0 ? [needs(`P${at - 1}`, `P${(at * 7) % PRODUCTS}`)] : [];
  return sampleProduct(`P${at}`, { service: `S${at % 40}`, plans: [samplePlan({ maximum: "5000" })], requires });
});

const houseRules = Array.from({ length: RULES / 2 }, (_, at): HouseRule => {
  const ref = (index: number) => ({ vendor: "cloudblue", key: `P${index % PRODUCTS}` });
  const common = { id: `h${at}`, subject: { kind: "product", product: ref(at * 3) } as const, message: null };
  if (at % 5 === 0) return { ...common, kind: "excludes", products: [ref(at * 11)] };
  if (at % 5 === 1) return { ...common, kind: "maximum", quantity: "20" };
  if (at % 5 === 2) return { ...common, kind: "step", step: "2" };
  if (at % 5 === 3) return { ...common, kind: "ratio", to: ref(at * 3 + 1), per: "3", bound: "at-most" };
  return { ...common, kind: "minimum", quantity: "3" };
});

const priceRules = Array.from({ length: RULES / 2 }, (_, at): PriceRule => ({
  id: `r${at}`,
  name: `Rule ${at}`,
  scope: at % 2 === 0 ? { service: `S${at % 40}` } : { product: { vendor: "cloudblue", key: `P${at * 2}` } },
  validFrom: null,
  validUntil: at % 7 === 0 ? "2025-12-31" : null,
  rounding: null,
  sets: "price",
  effect: { kind: "markup-on-cost", percent: "12.5" },
}));

const cart: Cart = {
  currency: "USD",
  lines: Array.from({ length: LINES }, (_, at) => ({
    id: `l${at}`,
    vendor: "cloudblue",
    key: `P${at * 3}`,
    plan: "plan",
    quantity: `${(at % 30) + 1}`,
    components: [],
    attributes: {},
  })),
};
const byId = new Map(products.map((product) => [refId(product), product]));
const lookup = (ref: { vendor: string; key: string }) => byId.get(refId(ref)) ?? null;
const settings: CartSettings = { ...plainSettings("2026-11-22"), houseRules, prices: preparePriceRules(priceRules) };

function judgeAndPrice() {
  const verdict = judgeCart(cart, lookup, settings);
  const priced = resolveLines(cart, lookup).flatMap((line) => priceCartLine(cart, line, settings) ?? []);
  return { verdict, totals: cartTotals(priced).get("USD") };
}

describe("a cart of 500 lines under 2,000 rules", () => {
  test("is judged and priced in full, fast enough for typing", () => {
    for (let round = 0; round < 20; round += 1) judgeAndPrice();
    const times = Array.from({ length: 15 }, () => {
      const before = cpuUsage();
      judgeAndPrice();
      return cpuUsage(before).user / 1000;
    }).toSorted((a, b) => a - b);
    const { verdict, totals } = judgeAndPrice();
    expect(totals?.lines).toBe(LINES);
    expect(new Set(verdict.problems.map(({ lineId }) => lineId)).size).toBeGreaterThan(300);
    // The bar of 20 ms belongs to the benchmark on a quiet machine; this one guards against another order of growth.
    expect(times[0]).toBeLessThan(80);
  });

  test("a chain of 5,000 requirements is added whole, without a deep stack", () => {
    const chain = Array.from({ length: PRODUCTS }, (_, at) =>
      sampleProduct(`C${at}`, { requires: at + 1 < PRODUCTS ? [needs(`C${at + 1}`)] : [] }),
    );
    const chainById = new Map(chain.map((product) => [refId(product), product]));
    const first = {
      id: "c",
      vendor: "cloudblue",
      key: "C0",
      plan: null,
      quantity: "1",
      components: [],
      attributes: {},
    };
    const one: Cart = { currency: "USD", lines: [first] };
    const verdict = judgeCart(one, (ref) => chainById.get(refId(ref)) ?? null, plainSettings("2026-11-22"));
    expect(verdict.problems.map(({ kind }) => kind)).toEqual(["missing-requirement"]);
    expect(verdict.problems[0]?.fixes[0]?.adds).toHaveLength(PRODUCTS - 1);
  });
});
