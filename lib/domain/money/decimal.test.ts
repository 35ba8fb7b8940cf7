import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareDecimals,
  comparePlainDecimals,
  decimal,
  type Decimal,
  divideHalfAwayFromZero,
  formatDecimal,
  isPlainDecimal,
  parseDecimal,
  unitsAtScale,
} from "@/lib/domain/money/decimal";

const plainDecimals = fc.record({
  units: fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }),
  scale: fc.integer({ min: 0, max: 10 }),
});

describe("parseDecimal", () => {
  test.each([
    ["17.5", 175n, 1],
    ["0.0035", 35n, 4],
    ["-3", -3n, 0],
    [" 1.05 ", 105n, 2],
    ["0005000.0", 50000n, 1],
    ["-0.00", 0n, 2],
  ])("reads %j", (text, units, scale) => {
    expect(parseDecimal(text)).toEqual({ units, scale });
  });

  test.each(["", " ", "1,000.00", "1e3", "NaN", "Infinity", "+1", ".5", "5.", "1.2.3", "USD 5", "0x10", "--1", "١٢"])(
    "does not read %j",
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );

  test("text that is no decimal throws where a checked one was promised, without echoing all of it", () => {
    expect(() => decimal("x".repeat(500))).toThrow(RangeError);
    expect(() => decimal("x".repeat(500))).toThrow(/^.{0,80}$/);
  });

  test("what is formatted reads back as the same number", () => {
    fc.assert(
      fc.property(plainDecimals, fc.integer({ min: 0, max: 4 }), (value, digits) => {
        const back = decimal(formatDecimal(value, digits));
        expect(compareDecimals(back, value)).toBe(0);
      }),
    );
  });

  test("text in shortest form is its own format", () => {
    fc.assert(
      fc.property(plainDecimals, (value) => {
        const text = formatDecimal(value);
        expect(formatDecimal(decimal(text))).toBe(text);
        expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
      }),
    );
  });
});

describe("compareDecimals", () => {
  test("orders by value, not by how it is written", () => {
    expect(compareDecimals(decimal("1.0"), decimal("1"))).toBe(0);
    expect(compareDecimals(decimal("0.9"), decimal("0.10"))).toBe(1);
    expect(compareDecimals(decimal("-2"), decimal("-1.5"))).toBe(-1);
  });

  test("is the sign of the difference", () => {
    fc.assert(
      fc.property(plainDecimals, plainDecimals, (a, b) => {
        const left = unitsAtScale(a, 10);
        const right = unitsAtScale(b, 10);
        expect(compareDecimals(a, b)).toBe(left === right ? 0 : left < right ? -1 : 1);
      }),
    );
  });

  test("a coarser scale is refused", () => {
    const value: Decimal = { units: 5n, scale: 2 };
    expect(() => unitsAtScale(value, 1)).toThrow(RangeError);
  });
});

describe("divideHalfAwayFromZero", () => {
  test.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [-5n, -2n, 3n],
    [7n, 3n, 2n],
    [8n, 3n, 3n],
    [-1n, 3n, 0n],
    [0n, 7n, 0n],
  ])("%s / %s is %s", (n, d, expected) => {
    expect(divideHalfAwayFromZero(n, d)).toBe(expected);
  });

  test("is never more than half away, and exactly half goes away from zero", () => {
    const divisor = fc.bigInt({ min: 1n, max: 10n ** 6n });
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), divisor, (n, d) => {
        const result = divideHalfAwayFromZero(n, d);
        const twiceError = 2n * (n - result * d);
        const size = twiceError < 0n ? -twiceError : twiceError;
        expect(size <= d).toBe(true);
        if (size === d) expect(result > 0n === n > 0n && result * result * d * d > n * n).toBe(true);
        expect(divideHalfAwayFromZero(-n, d)).toBe(-result);
      }),
    );
  });

  test("0 as a divisor throws", () => {
    expect(() => divideHalfAwayFromZero(1n, 0n)).toThrow(RangeError);
  });
});

describe("comparePlainDecimals", () => {
  const texts = fc
    .tuple(fc.bigInt({ min: 0n, max: 120n }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 }))
    .map(([units, scale, zeros]) => formatDecimal({ units, scale }, zeros));

  test("says of texts what the numbers in them say", () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect([a, b].every(isPlainDecimal)).toBe(true);
        expect(comparePlainDecimals(a, b)).toBe(compareDecimals(decimal(a), decimal(b)));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(["-1", "01", "1.", ".5", "", "1e3", " 1", "1.12345678901", "1234567890123456"])("is not for %j", (text) => {
    expect(isPlainDecimal(text)).toBe(false);
  });
});
