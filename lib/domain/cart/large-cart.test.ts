import { cpuUsage } from "node:process";
import { describe, expect, test } from "vitest";
import type { Cart } from "@/lib/domain/cart/cart";
import { judgeCart, plainSettings } from "@/lib/domain/cart/judge-cart";
import { judgeAndPriceLargeCart, LINES, PRODUCTS } from "@/lib/domain/cart/large-cart";
import { needs, sampleProduct } from "@/lib/domain/catalog/sample-products";
import { refId } from "@/lib/domain/dependencies/house-rule-index";

describe("a cart of 500 lines under 2,000 rules", () => {
  test("is judged and priced in full, fast enough for typing", () => {
    for (let round = 0; round < 20; round += 1) judgeAndPriceLargeCart();
    const times = Array.from({ length: 15 }, () => {
      const before = cpuUsage();
      judgeAndPriceLargeCart();
      return cpuUsage(before).user / 1000;
    }).toSorted((a, b) => a - b);
    const { verdict, totals } = judgeAndPriceLargeCart();
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
