import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cartTotals, ONCE } from "@/lib/domain/cart/cart-totals";
import { samplePlan, sampleRow } from "@/lib/domain/catalog/sample-products";
import type { Plan } from "@/lib/domain/catalog/product";
import { formatDecimal } from "@/lib/domain/money/decimal";
import { fromAmount, money, sumMoney, toAmount } from "@/lib/domain/money/money";
import { priceLine } from "@/lib/domain/pricing/price-line";
import { noPriceRules } from "@/lib/domain/pricing/rule-set";

const context = { vendor: "cloudblue", key: "P", service: null, categories: [], customer: null };
const line = (plan: Partial<Plan>, quantity: string, currency = "USD") =>
  priceLine({ plan: samplePlan(plan), quantity, currency, rules: noPriceRules, context, date: "2026-11-22" });
const only = (...rows: Plan["prices"]) => ({ prices: rows });

const seats = line(
  { prices: [sampleRow("price", "50", { kind: "setup" }), sampleRow("cost", "17.5"), sampleRow("price", "19.80")] },
  "10",
);
const yearly = line({ ...only(sampleRow("cost", "100"), sampleRow("price", "120")), billingPeriod: "P1Y" }, "1");

type BillingExample = readonly [
  what: string,
  plan: Partial<Plan>,
  quantity: string,
  sums: readonly [firstInvoice: string, firstYear: string, wholeCommitment: string, differ: boolean],
];

const price = (amount: string) => sampleRow("price", amount);
const setup = sampleRow("price", "50", { kind: "setup" });

/** Worked by hand: what a line is billed at the start, in its first year and until its commitment ends. */
const billingExamples: readonly BillingExample[] = [
  [
    "monthly, bound for a year",
    { ...only(price("19.80")), commitment: "P1Y" },
    "10",
    ["198.00", "2376.00", "2376.00", false],
  ],
  [
    "monthly, bound for three years",
    { ...only(price("19.80")), commitment: "P3Y" },
    "10",
    ["198.00", "2376.00", "7128.00", true],
  ],
  [
    "monthly, bound for a month",
    { ...only(price("19.80")), commitment: "P1M" },
    "10",
    ["198.00", "2376.00", "198.00", false],
  ],
  [
    "monthly, bound to nothing",
    { ...only(price("19.80")), commitment: null },
    "10",
    ["198.00", "2376.00", "198.00", false],
  ],
  [
    "yearly, bound for a year",
    { ...only(price("120")), billingPeriod: "P1Y", commitment: "P1Y" },
    "2",
    ["240.00", "240.00", "240.00", false],
  ],
  [
    "yearly, bound for three years",
    { ...only(price("120")), billingPeriod: "P1Y", commitment: "P3Y" },
    "2",
    ["240.00", "240.00", "720.00", true],
  ],
  [
    "yearly, bound for a month",
    { ...only(price("120")), billingPeriod: "P1Y", commitment: "P1M" },
    "2",
    ["240.00", "240.00", "240.00", false],
  ],
  [
    "three years in advance",
    { ...only(price("900")), billingPeriod: "P3Y", commitment: "P3Y" },
    "1",
    ["900.00", "900.00", "900.00", false],
  ],
  [
    "three years in advance, bound for five",
    { ...only(price("900")), billingPeriod: "P3Y", commitment: "P5Y" },
    "1",
    ["900.00", "900.00", "1800.00", true],
  ],
  [
    "quarterly, bound for two years",
    { ...only(price("30")), billingPeriod: "P3M", commitment: "P2Y" },
    "1",
    ["30.00", "120.00", "240.00", true],
  ],
  [
    "every 30 days, bound for a year",
    { ...only(price("10")), billingPeriod: "P30D", commitment: "P1Y" },
    "1",
    ["10.00", "130.00", "130.00", false],
  ],
  [
    "every 30 days, bound for 90 days",
    { ...only(price("10")), billingPeriod: "P30D", commitment: "P90D" },
    "1",
    ["10.00", "130.00", "30.00", false],
  ],
  ["once", { ...only(price("80")), billingPeriod: null, commitment: null }, "2", ["160.00", "160.00", "160.00", false]],
  [
    "with a set-up fee",
    { ...only(setup, price("19.80")), commitment: "P3Y" },
    "10",
    ["248.00", "2426.00", "7178.00", true],
  ],
];

describe("totals of a cart", () => {
  test("the first year is set-up, twelve months and the year", () => {
    const totals = cartTotals([seats, yearly]).get("USD");
    expect(totals).toMatchObject({
      oneTime: { amount: "50.00" },
      monthly: { amount: "198.00" },
      yearly: { amount: "120.00" },
      other: [],
      firstYear: { amount: "2546.00" },
      firstInvoice: { amount: "368.00" },
      lines: 2,
    });
  });

  test("a line whose set-up cost is not known is not counted as known", () => {
    const totals = cartTotals([seats, yearly]).get("USD");
    expect(totals?.costKnownLines).toBe(1);
    expect(totals?.cost.amount).toBe("100.00");
    expect(totals?.margin).toEqual({ amount: "20.00", currency: "USD", percent: "16.7" });
  });

  test("the margin of a group is weighted, not averaged, and over known lines only", () => {
    const big = line({}, "100");
    const small = line(only(sampleRow("cost", "1"), sampleRow("price", "10")), "1");
    const unknown = line(only(sampleRow("list", "500")), "1");
    const totals = cartTotals([big, small, unknown]).get("USD");
    expect(totals?.margin).toEqual({ amount: "2868.00", currency: "USD", percent: "12.0" });
    expect([totals?.costKnownLines, totals?.lines]).toEqual([2, 3]);
    expect(totals?.byPeriod.get("P1M")).toMatchObject({
      total: { amount: "2490.00" },
      cost: { amount: "1751.00" },
      margin: { amount: "239.00", percent: "12.0" },
      costKnownLines: 2,
      lines: 3,
    });
    expect(cartTotals([unknown]).get("USD")?.margin).toBeNull();
  });

  test.each([
    ["P3Y", "900", "900.00", "900.00"],
    ["P3M", "30", "30.00", "120.00"],
    ["P6M", "60", "60.00", "120.00"],
    ["P30D", "10", "10.00", "130.00"],
  ])("%s is kept apart and falls due as often as it does", (billingPeriod, amount, period, firstYear) => {
    const totals = cartTotals([line({ ...only(sampleRow("price", amount)), billingPeriod }, "1")]).get("USD");
    expect(totals?.other).toEqual([{ period: billingPeriod, total: { amount: period, currency: "USD" } }]);
    expect(totals?.firstYear.amount).toBe(firstYear);
    expect(totals?.monthly.amount).toBe("0.00");
  });

  test.each(billingExamples)("%s", (_, plan, quantity, [firstInvoice, firstYear, wholeCommitment, differ]) => {
    const totals = cartTotals([line(plan, quantity)]).get("USD");
    expect(totals?.firstInvoice.amount).toBe(firstInvoice);
    expect(totals?.firstYear.amount).toBe(firstYear);
    expect(totals?.wholeCommitment.amount).toBe(wholeCommitment);
    expect(totals?.termsDiffer).toBe(differ);
  });

  test("the whole commitment is the sum of what each line is bound to, with its margin weighted the same way", () => {
    const three = line({ billingPeriod: "P1M", commitment: "P3Y" }, "10");
    const totals = cartTotals([three, yearly]).get("USD");
    expect(totals?.wholeCommitment.amount).toBe("7248.00");
    expect(totals?.commitmentMargin).toEqual({ amount: "848.00", currency: "USD", percent: "11.7" });
  });

  test("lines that are bound differently long differ, those bound alike do not", () => {
    const bound = (commitment: string | null) => line({ commitment }, "1");
    const differ = (...terms: readonly (string | null)[]) => cartTotals(terms.map(bound)).get("USD")?.termsDiffer;
    expect([differ("P1M", "P1M"), differ("P1M", "P1Y"), differ("P1Y", null), differ(null, null)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("what has no billing period is billed once", () => {
    const totals = cartTotals([line({ ...only(sampleRow("price", "80")), billingPeriod: null }, "2")]).get("USD");
    expect([totals?.oneTime.amount, totals?.firstYear.amount]).toEqual(["160.00", "160.00"]);
    expect(totals?.byPeriod.has(ONCE)).toBe(true);
  });

  test("currencies have totals of their own", () => {
    const euro = line(only(sampleRow("price", "5", { currency: "EUR" })), "1");
    const totals = cartTotals([seats, euro]);
    expect([...totals.keys()]).toEqual(["USD", "EUR"]);
    expect(totals.get("EUR")?.monthly).toEqual({ amount: "5.00", currency: "EUR" });
    expect(cartTotals([]).size).toBe(0);
  });

  test("the printed column adds up: the total is the sum of the rounded lines, in any order", () => {
    const sample = fc.record({
      amount: fc.bigInt({ min: 0n, max: 10n ** 9n }).map((units) => formatDecimal({ units, scale: 4 })),
      quantity: fc.integer({ min: 1, max: 9999 }).map((n) => formatDecimal({ units: BigInt(n), scale: 1 })),
    });
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 12 }), (samples) => {
        const lines = samples.map(({ amount, quantity }) => line(only(sampleRow("price", amount)), quantity));
        const printed = lines.map(({ total }) => (total ? fromAmount(total) : money("0", "USD")));
        const total = cartTotals(lines).get("USD")?.monthly;
        expect(total).toEqual(toAmount(sumMoney(printed, "USD")));
        expect(cartTotals(lines.toReversed()).get("USD")?.monthly).toEqual(total);
      }),
    );
  });
});
