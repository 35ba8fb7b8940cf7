import { describe, expect, test } from "vitest";
import { buildCatalogIndex, type CatalogQuery } from "@/lib/domain/catalog/catalog-index";
import { ruledAmounts } from "@/lib/domain/catalog/ruled-amounts";
import { samplePlan, sampleProduct, sampleRow } from "@/lib/domain/catalog/sample-products";
import { noPriceRules, preparePriceRules } from "@/lib/domain/pricing/rule-set";

const DATE = "2026-11-22";
const use = (side: "cost" | "price", amount: string, from = "0") =>
  sampleRow(side, amount, { kind: "overuse", from, model: from === "0" ? "flat" : "graduated" });
const usedPlan = samplePlan({ prices: [use("cost", "0.0166"), use("price", "0.0184")] });
const used = sampleProduct("USED", { name: "Storage", plans: [usedPlan] });
const monthly = sampleProduct("MONTHLY", { name: "Seat" });
const index = buildCatalogIndex([used, monthly], { amountsOf: ruledAmounts(noPriceRules, DATE) });

function keysOf(query: Partial<CatalogQuery>): string[] {
  return index.query({ page: 1, pageSize: 10, ...query }).rows.map((row) => index.listRow(row).key);
}

function countOf(facet: "costKnown" | "currency" | "marginBand", value: string): number | undefined {
  return index.query({ page: 1, pageSize: 10 }).facets[facet]?.find((one) => one.value === value)?.count;
}

describe("a product billed by use", () => {
  test("keeps what a unit comes to beside its row, and no price", () => {
    const [row] = index.query({ text: "storage", page: 1, pageSize: 1 }).rows;
    expect(index.listRow(row ?? -1).offers[0]?.amounts).toMatchObject({
      price: null,
      overuse: [{ from: "0", price: { amount: "0.0184", currency: "USD" }, cost: { amount: "0.0166" } }],
    });
  });

  test("is in no range of monthly prices and last by price, whichever way round", () => {
    expect(keysOf({ priceMax: "1000" })).toEqual(["MONTHLY"]);
    expect(keysOf({ sort: { by: "price", descending: false } })).toEqual(["MONTHLY", "USED"]);
    expect(keysOf({ sort: { by: "price", descending: true } })).toEqual(["MONTHLY", "USED"]);
  });

  test("is counted by the cost, currency and margin its row shows", () => {
    expect([countOf("costKnown", "true"), countOf("currency", "USD"), countOf("marginBand", "normal")]).toEqual([
      2, 2, 2,
    ]);
    expect(keysOf({ sort: { by: "margin", descending: false } })).toEqual(["USED", "MONTHLY"]);
  });

  test("is priced by the rules in force", () => {
    const effect = { kind: "markup-on-cost", percent: "100" } as const;
    const common = { id: "r", name: "Double", scope: {}, validFrom: null, validUntil: null, rounding: null };
    const rules = preparePriceRules([{ ...common, sets: "price", effect }]);
    const shown = ruledAmounts(rules, DATE)(used, usedPlan, "USD");
    expect(shown.overuse.map(({ price }) => price.amount)).toEqual(["0.0332"]);
  });
});
