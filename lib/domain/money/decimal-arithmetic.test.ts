import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDecimals, decimal, type Decimal, formatDecimal } from "@/lib/domain/money/decimal";
import {
  addDecimals,
  decimalZero,
  divideDecimals,
  floorDivide,
  isMultipleOf,
  multiplyDecimals,
  roundDecimal,
  subtractDecimals,
  trimDecimal,
} from "@/lib/domain/money/decimal-arithmetic";

const decimals = fc.record({
  units: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
  scale: fc.integer({ min: 0, max: 10 }),
});
const same = (a: Decimal, b: Decimal) => expect(compareDecimals(a, b)).toBe(0);
const text = (value: Decimal) => formatDecimal(value);

describe("arithmetic of decimals", () => {
  test("the seed's amounts give what a person writes down", () => {
    expect(text(subtractDecimals(decimal("1.15"), decimal("1.05")))).toBe("0.1");
    expect(text(addDecimals(decimal("0.1"), decimal("0.2")))).toBe("0.3");
    expect(text(multiplyDecimals(decimal("19.80"), decimal("12")))).toBe("237.6");
    expect(text(divideDecimals(decimal("900.00"), decimal("36"), 2))).toBe("25");
  });

  test("adding and taking away again restores, in any order", () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        same(subtractDecimals(addDecimals(a, b), b), a);
        same(addDecimals(a, b), addDecimals(b, a));
        same(addDecimals(addDecimals(a, b), c), addDecimals(a, addDecimals(b, c)));
        same(addDecimals(a, decimalZero), a);
      }),
    );
  });

  test("multiplying spreads over a sum", () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        same(multiplyDecimals(a, addDecimals(b, c)), addDecimals(multiplyDecimals(a, b), multiplyDecimals(a, c)));
      }),
    );
  });

  test("dividing a product gives the factor back", () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        fc.pre(b.units !== 0n);
        same(divideDecimals(multiplyDecimals(a, b), b, 10), a);
      }),
    );
  });
});

describe("rounding", () => {
  test.each([
    ["2.345", 2, "2.35"],
    ["-2.345", 2, "-2.35"],
    ["2.344999", 2, "2.34"],
    ["0.5", 0, "1"],
    ["-0.5", 0, "-1"],
    ["-0.4", 0, "0"],
    ["19.8", 2, "19.8"],
  ])("%s to %i digits is %s", (value, scale, expected) => {
    expect(text(roundDecimal(decimal(value), scale))).toBe(expected);
  });

  test("a second rounding to the same digits changes nothing", () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 4 }), (value, scale) => {
        const once = roundDecimal(value, scale);
        expect(roundDecimal(once, scale)).toEqual(once);
      }),
    );
  });

  test.each([
    ["7", "2", 3n],
    ["-7", "2", -4n],
    ["6", "2", 3n],
    ["1", "0.3", 3n],
    ["-0.1", "1", -1n],
  ])("%s holds %s whole times: %s", (value, divisor, expected) => {
    expect(floorDivide(decimal(value), decimal(divisor))).toBe(expected);
  });

  test("multiples are told exactly", () => {
    expect(isMultipleOf(decimal("0.3"), decimal("0.1"))).toBe(true);
    expect(isMultipleOf(decimal("5"), decimal("2.5"))).toBe(true);
    expect(isMultipleOf(decimal("5.01"), decimal("2.5"))).toBe(false);
    expect(trimDecimal(decimal("5000.0"))).toEqual({ units: 5000n, scale: 0 });
  });
});
