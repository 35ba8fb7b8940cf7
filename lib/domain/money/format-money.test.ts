import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatAmount, formatMargin, formatPercent, formatQuantity } from "@/lib/domain/money/format-money";

describe("formatting for people", () => {
  test.each([
    ["19.80", "USD", "en-US", "symbol", "$19.80"],
    ["19.80", "USD", "en-US", "code", "USD\u00a019.80"],
    ["1234567.5", "EUR", "de-DE", "plain", "1.234.567,50"],
    ["0.0035", "USD", "en-US", "symbol", "$0.0035"],
    ["1200", "JPY", "en-US", "symbol", "¥1,200"],
    ["5", "KWD", "en-US", "plain", "5.000"],
    ["-3.00", "USD", "en-US", "plain", "-3.00"],
    ["999999999999999.0000000001", "USD", "en-US", "plain", "999,999,999,999,999.0000000001"],
  ] as const)("%s %s in %s as %s is %s", (amount, currency, locale, style, expected) => {
    expect(formatAmount({ amount, currency }, locale, style)).toBe(expected);
  });

  test("no digit is lost on the way to the screen", () => {
    const whole = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n });
    fc.assert(
      fc.property(whole, fc.stringMatching(/^\d{2,10}$/), (integer, fraction) => {
        const shown = formatAmount({ amount: `${integer}.${fraction}`, currency: "USD" }, "en-US", "plain");
        const [shownWhole, shownFraction = ""] = shown.replaceAll(",", "").split(".");
        expect(shownWhole).toBe(integer.toString());
        expect(shownFraction.padEnd(10, "0")).toBe(fraction.padEnd(10, "0"));
      }),
    );
  });

  test("quantities and percentages", () => {
    expect(formatQuantity("1.0", "en-US")).toBe("1");
    expect(formatQuantity("12500", "en-US")).toBe("12,500");
    expect(formatQuantity("2.5", "de-DE")).toBe("2,5");
    expect(formatPercent("11.6", "en-US")).toBe("11.6\u00a0%");
    expect(formatPercent("8", "de-DE")).toBe("8,0\u00a0%");
    expect(formatPercent(null, "en-US")).toBe("–");
  });

  test("a margin shows amount and percent, and says loss", () => {
    expect(formatMargin({ amount: "2.30", currency: "USD", percent: "11.6" }, "en-US")).toBe("2.30 · 11.6\u00a0%");
    expect(formatMargin({ amount: "-2.00", currency: "USD", percent: "-25.0" }, "en-US")).toBe(
      "-2.00 · -25.0\u00a0% loss",
    );
  });
});
