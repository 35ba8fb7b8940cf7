import { describe, expect, test } from "vitest";
import { examplePlan, exampleProduct } from "@/lib/domain/catalog/arbitrary-product";
import { sampleRow } from "@/lib/domain/catalog/sample-products";
import { packRow, unpackRow } from "@/lib/domain/catalog/index/pack-row";
import { chooseOffer, listRowOf } from "@/lib/domain/catalog/list-row";
import { vendorAmounts } from "@/lib/domain/catalog/plan-amounts";
import { comparePerMonth, comparePerMonthTo, perMonth } from "@/lib/domain/catalog/per-month";
import { defaultTaxonomy } from "@/lib/domain/catalog/default-taxonomy";
import { applyTaxonomy } from "@/lib/domain/catalog/taxonomy";
import { facetLabel } from "@/lib/domain/catalog/facet-labels";
import { decimal } from "@/lib/domain/money/decimal";

const priced = (key: string, amount: string, billingPeriod: string | null, currency = "USD") =>
  examplePlan({ key, type: key, billingPeriod, prices: [sampleRow("price", amount, { currency })] });

describe("the plan a list shows", () => {
  test("is the cheapest per month that can be bought", () => {
    const plans = [
      priced("month", "11", "P1M"),
      priced("year", "120", "P1Y"),
      { ...priced("trial", "0", "P1M"), notOrderable: "trial" as const },
    ];
    const row = listRowOf(exampleProduct({ plans }), vendorAmounts);
    expect(row.offers.map(({ planType, amounts }) => [planType, amounts.price])).toEqual([["year", "120"]]);
    expect(row).toMatchObject({ orderable: true, plansCount: 3 });
  });

  test("is never a one-time amount while another is per month, nor a free one without a price", () => {
    const row = listRowOf(
      exampleProduct({ plans: [priced("once", "1", null), priced("month", "11", "P1M")] }),
      vendorAmounts,
    );
    expect(chooseOffer(row.offers, [])?.planType).toBe("month");
  });

  test("is chosen for each currency apart", () => {
    const plans = [priced("dollar", "5", "P1M"), priced("euro", "4", "P1M", "EUR")];
    const { offers } = listRowOf(exampleProduct({ plans }), vendorAmounts);
    expect(chooseOffer(offers, ["EUR"])?.planType).toBe("euro");
    expect(chooseOffer(offers, ["JPY", "USD"])?.planType).toBe("dollar");
    expect(chooseOffer(offers, [])?.planType).toBe("dollar");
  });

  test("keeps its periods where nothing has an amount, and says why it cannot be bought", () => {
    const plan = examplePlan({ prices: [], notOrderable: "noPrice" });
    const row = listRowOf(exampleProduct({ plans: [plan] }), vendorAmounts);
    expect(row).toMatchObject({
      offers: [],
      orderable: false,
      notOrderable: "noPrice",
      unpriced: { billingPeriod: "P1M" },
    });
    expect(listRowOf(exampleProduct({ archived: true }), vendorAmounts).notOrderable).toBe("archived");
  });

  test("survives being packed", () => {
    const group = (...names: string[]) => ({
      anyOf: names.map((name) => ({ vendor: "cloudblue", key: name, name, available: true })),
    });
    const product = exampleProduct({
      requires: [group("A", "B"), group("A", "B", "C", "D", "E")],
      updatedAt: "2026-11-01T00:00:00Z",
    });
    const row = listRowOf(product, vendorAmounts);
    expect(row.needs).toEqual(["A or B", "A, B, C or 2 more"]);
    expect(unpackRow(packRow(row))).toEqual(row);
    const unpriced = listRowOf(exampleProduct({ plans: [examplePlan({ prices: [] })] }), vendorAmounts);
    expect(unpackRow(packRow(unpriced))).toEqual(unpriced);
  });
});

describe("amounts of a plan", () => {
  test("take the tier of the smallest quantity that can be bought and its cost", () => {
    const tiers = (side: "cost" | "price", ...amounts: string[]) =>
      amounts.map((amount, i) => sampleRow(side, amount, { model: "volume", from: ["0", "10", "100"][i] ?? "0" }));
    const plan = examplePlan({
      minimum: "10",
      prices: [...tiers("cost", "5", "4", "3"), ...tiers("price", "9", "8", "7")],
    });
    expect(vendorAmounts(exampleProduct(), plan, "USD")).toMatchObject({
      price: "8",
      cost: { amount: "4", origin: "vendor" },
    });
  });

  test("fall back to the list price and never invent a cost", () => {
    const plan = examplePlan({ prices: [sampleRow("list", "30")], costUnknown: "needsEstimate" });
    expect(vendorAmounts(exampleProduct(), plan, "USD")).toEqual({
      price: "30",
      listPrice: "30",
      setupPrice: null,
      cost: { unknown: "needsEstimate" },
      overuse: [],
    });
    expect(vendorAmounts(exampleProduct(), plan, "EUR").price).toBeNull();
  });

  test("tell a cost in another currency with it", () => {
    const plan = examplePlan({ prices: [sampleRow("price", "30"), sampleRow("cost", "20", { currency: "EUR" })] });
    expect(vendorAmounts(exampleProduct(), plan, "USD").cost).toEqual({
      amount: "20",
      origin: "vendor",
      currency: "EUR",
    });
  });
});

describe("an amount per month", () => {
  const year = (amount: string) => perMonth(amount, "P1Y") ?? { amount: "", months: 0 };

  test("is compared exactly", () => {
    expect(comparePerMonthTo(year("120.00"), decimal("10"))).toBe(0);
    expect(comparePerMonthTo(year("100.00"), decimal("8.33"))).toBe(1);
    expect(comparePerMonthTo(year("100.00"), decimal("8.3333333334"))).toBe(-1);
    expect(comparePerMonth(year("300.00"), { amount: "25", months: 1 })).toBe(0);
    expect(comparePerMonth({ amount: "900", months: 36 }, year("300"))).toBe(0);
  });

  test("does not exist for one-time amounts and for periods in days", () => {
    expect([perMonth("5", null), perMonth("5", "P30D"), perMonth(null, "P1M")]).toEqual([null, null, null]);
  });
});

describe("the taxonomy of services", () => {
  test("fills what the vendor left empty, also for a service named after a known one", () => {
    expect(applyTaxonomy(exampleProduct({ service: "O365_APS2" }), defaultTaxonomy).categories).toEqual([
      "Productivity",
    ]);
    expect(applyTaxonomy(exampleProduct({ service: "azure_nce" }), defaultTaxonomy).serviceType).toBe("Runtime");
  });

  test("overrides nothing and invents nothing", () => {
    const own = exampleProduct({ service: "O365", categories: ["Own"] });
    expect(applyTaxonomy(own, defaultTaxonomy).categories).toEqual(["Own"]);
    expect(applyTaxonomy(exampleProduct({ service: "O365EXTRA" }), defaultTaxonomy).categories).toEqual([]);
  });
});

test("facet values read as words; what is unknown is shown as it came", () => {
  expect(facetLabel("billing", "P1M")).toBe("Monthly");
  expect(facetLabel("billing", "P3Y")).toBe("Every 3 years");
  expect(facetLabel("commitment", "P1Y")).toBe("1 year");
  expect(facetLabel("topic", "cat.topic:WebAnalytics")).toBe("Web analytics");
  expect(facetLabel("topic", "cat.topic:IBMCloud")).toBe("IBMCloud");
  expect(facetLabel("planType", "subscription")).toBe("subscription");
  expect(facetLabel("archived", "false")).toBe("Offered");
});
