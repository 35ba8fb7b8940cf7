import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDecimals, decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { multiplyDecimals } from "@/lib/domain/money/decimal-arithmetic";
import { normaliseAmount } from "@/lib/domain/money/normalise-amount";

const usd = (amount: string) => ({ amount, currency: "USD" });

describe("normaliseAmount", () => {
  test.each([
    ["120.00", "P1Y", "month", "10.00", true],
    ["100.00", "P1Y", "month", "8.33", false],
    ["19.80", "P1M", "year", "237.60", true],
    ["900.00", "P3Y", "month", "25.00", true],
    ["900.00", "P3Y", "year", "300.00", true],
    ["19.80", "P1M", "month", "19.80", true],
    ["100.50", "P1Y", "month", "8.38", false],
    ["30.00", "P3M", "month", "10.00", true],
    ["0.042", "P1Y", "month", "0.0035", true],
    ["-100.00", "P1Y", "month", "-8.33", false],
  ] as const)("%s per %s, shown per %s, is %s (exact: %s)", (amount, period, view, expected, exact) => {
    const shown = normaliseAmount(usd(amount), period, view);
    expect(shown.amount).toEqual(usd(expected));
    expect(shown.exact).toBe(exact);
    expect(shown.period).toBe(view === "month" ? "P1M" : "P1Y");
    expect(shown.billed).toEqual({ amount: usd(amount), period });
  });

  test.each([
    [null, "month"],
    ["P30D", "month"],
    ["P1Y", "billed"],
  ] as const)("an amount per %s shown as %s stays as it is billed", (period, view) => {
    const shown = normaliseAmount(usd("50.00"), period, view);
    expect(shown).toMatchObject({ amount: usd("50.00"), period, exact: true });
  });

  test("yen have no half", () => {
    const shown = normaliseAmount({ amount: "1000", currency: "JPY" }, "P1Y", "month");
    expect(shown).toMatchObject({ amount: { amount: "83", currency: "JPY" }, exact: false });
  });

  test("an exact amount per month makes the year again, an inexact one does not", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), (units) => {
        const year = { units, scale: 2 };
        const shown = normaliseAmount(usd(formatDecimal(year, 2)), "P1Y", "month");
        const back = multiplyDecimals(decimal(shown.amount.amount), { units: 12n, scale: 0 });
        expect(compareDecimals(back, year) === 0).toBe(shown.exact);
      }),
    );
  });
});
