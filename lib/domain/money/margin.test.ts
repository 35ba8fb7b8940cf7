import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "@/lib/domain/money/decimal";
import { marginOf, markupPercent, percentOf } from "@/lib/domain/money/margin";
import { money } from "@/lib/domain/money/money";

describe("margin and markup", () => {
  test.each([
    ["1.05", "1.15", "0.10", "8.7", "9.5"],
    ["17.50", "19.80", "2.30", "11.6", "13.1"],
    ["70.5", "70.5", "0.00", "0.0", "0.0"],
    ["10", "8", "-2.00", "-25.0", "-20.0"],
    ["0", "8", "8.00", "100.0", null],
    ["5", "0", "-5.00", null, "-100.0"],
    ["100", "99.96", "-0.04", "0.0", "0.0"],
  ])("cost %s, price %s: %s, margin %s %%, markup %s %%", (cost, price, amount, percent, markup) => {
    const [paid, asked] = [money(cost, "USD"), money(price, "USD")];
    expect(marginOf(paid, asked)).toEqual({ amount, currency: "USD", percent });
    expect(markupPercent(paid, asked)).toBe(markup);
  });

  test("cost and price of two currencies have no margin", () => {
    expect(() => marginOf(money("1", "EUR"), money("2", "USD"))).toThrow();
    expect(() => markupPercent(money("1", "EUR"), money("2", "USD"))).toThrow();
  });

  test("a share and its rest make 100 %, up to the rounding of two tenths", () => {
    const positive = fc.bigInt({ min: 1n, max: 10n ** 9n });
    fc.assert(
      fc.property(positive, positive, (part, rest) => {
        const whole = { units: part + rest, scale: 2 };
        const tenths = (units: bigint) => decimal(percentOf({ units, scale: 2 }, whole) ?? "").units;
        const sum = tenths(part) + tenths(rest);
        expect(sum >= 1000n && sum <= 1001n).toBe(true);
      }),
    );
  });
});
