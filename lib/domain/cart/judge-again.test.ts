import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cart, CartSettings } from "@/lib/domain/cart/cart";
import { judgeCart } from "@/lib/domain/cart/judge-cart";
import { priceCartLine } from "@/lib/domain/cart/price-cart-line";
import { resolveLines } from "@/lib/domain/cart/resolve-line";
import type { Product } from "@/lib/domain/catalog/product";
import { needs, samplePlan, sampleProduct, sampleRow } from "@/lib/domain/catalog/sample-products";
import type { HouseRule } from "@/lib/domain/dependencies/house-rule";
import { refId } from "@/lib/domain/dependencies/house-rule-index";
import type { PriceRule } from "@/lib/domain/pricing/price-rule";
import { preparePriceRules } from "@/lib/domain/pricing/rule-set";

const ref = (at: number) => ({ vendor: "cloudblue", key: `P${at}` });
const plan = samplePlan({
  maximum: "9",
  prices: [
    sampleRow("cost", "10"),
    sampleRow("price", "12"),
    sampleRow("price", "11", { from: "5", model: "volume" }),
    sampleRow("price", "14", { currency: "EUR" }),
  ],
});
const catalog = (): ReadonlyMap<string, Product> =>
  new Map(
    [
      sampleProduct("P0", { plans: [{ ...plan }] }),
      sampleProduct("P1", { plans: [{ ...plan }], requires: [needs("P0", "P2")] }),
      sampleProduct("P2", { plans: [{ ...plan, notOrderable: "trial" }], requires: [needs("P3")] }),
      sampleProduct("P3", { plans: [{ ...plan, minimum: "3" }], requires: [needs("P2"), needs("P9")] }),
    ].map((product) => [refId(product), product]),
  );

const markup = (percent: string, scope: PriceRule["scope"], validUntil: string | null): PriceRule => ({
  id: `r${percent}`,
  name: `Rule ${percent}`,
  scope,
  validFrom: null,
  validUntil,
  rounding: null,
  sets: "price",
  effect: { kind: "markup-on-cost", percent },
});
const ruleSets = [
  preparePriceRules([]),
  preparePriceRules([markup("30", {}, null), markup("50", { customer: "acme" }, "2026-06-30")]),
];
const subject = { kind: "product", product: ref(0) } as const;
const houses: readonly (readonly HouseRule[])[] = [
  [],
  [
    { id: "h0", subject, message: null, kind: "requires", anyOf: [ref(1), ref(3)] },
    { id: "h1", subject, message: null, kind: "minimum", quantity: "4" },
  ],
];

const settings: fc.Arbitrary<CartSettings> = fc.record({
  houseRules: fc.constantFrom(...houses),
  owned: fc.subarray([ref(0), ref(3)]),
  prices: fc.constantFrom(...ruleSets),
  customer: fc.constantFrom(null, "acme"),
  date: fc.constantFrom("2026-06-30", "2026-07-01"),
});
const line = fc.record({
  vendor: fc.constant("cloudblue"),
  plan: fc.constant(null),
  components: fc.constant([]),
  key: fc.integer({ min: 0, max: 4 }).map((at) => `P${at}`),
  quantity: fc.constantFrom("1", "3", "5", "12"),
  attributes: fc.constant({}),
});
const typed = fc.constantFrom({}, {}, { typed: { price: { kind: "amount" as const, value: "7" } } });
const cart: fc.Arbitrary<Cart> = fc.record({
  currency: fc.constantFrom("USD", "EUR", "JPY"),
  lines: fc
    .array(fc.tuple(line, typed), { minLength: 1, maxLength: 5 })
    .map((lines) => lines.map(([body, hand], at) => ({ ...body, ...hand, id: `l${at}` }))),
});

function answer(asked: Cart, products: ReadonlyMap<string, Product>, under: CartSettings) {
  const lookup = (wanted: { vendor: string; key: string }) => products.get(refId(wanted)) ?? null;
  const prices = resolveLines(asked, lookup).map((resolved) => priceCartLine(asked, resolved, under));
  return { verdict: judgeCart(asked, lookup, under), prices };
}

describe("a cart judged and priced again", () => {
  test("answers as one never seen before, whatever was asked of its products in between", () => {
    const seen = catalog();
    fc.assert(
      fc.property(cart, settings, (asked, under) => {
        const again = answer(asked, seen, under);
        const afresh = answer(asked, catalog(), { ...under, houseRules: [...under.houseRules] });
        expect(again).toEqual(afresh);
      }),
      { numRuns: 1000 },
    );
  });
});
