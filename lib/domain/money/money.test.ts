import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCurrencyCode, minorUnits } from "@/lib/domain/money/currency";
import { decimal, type Decimal } from "@/lib/domain/money/decimal";
import { roundDecimal } from "@/lib/domain/money/decimal-arithmetic";
import {
  addMoney,
  compareMoney,
  fromAmount,
  money,
  type Money,
  multiplyMoney,
  roundToMinorUnit,
  subtractMoney,
  sumMoney,
  toAmount,
} from "@/lib/domain/money/money";

const currencies = fc.constantFrom("USD", "EUR", "JPY", "KWD");
const decimals = fc.record({
  units: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  scale: fc.integer({ min: 0, max: 6 }),
});
const inCurrency = (value: Decimal, currency: string): Money => ({ ...value, currency });
const text = (value: Money) => toAmount(value).amount;

describe("currencies", () => {
  test.each([
    ["USD", 2],
    ["JPY", 0],
    ["KWD", 3],
    ["IQD", 3],
    ["CLF", 4],
    ["UYW", 4],
    ["ISK", 0],
    ["CLP", 0],
    ["HUF", 2],
    ["IDR", 2],
    ["COP", 2],
    ["PKR", 2],
    ["LBP", 2],
  ])("%s has %i digits after the point", (currency, digits) => {
    expect(minorUnits(currency)).toBe(digits);
  });

  test("what is no currency is told", () => {
    expect(isCurrencyCode("EUR")).toBe(true);
    expect(isCurrencyCode("CLF")).toBe(true);
    expect(isCurrencyCode("eur")).toBe(false);
    expect(isCurrencyCode("QQQ")).toBe(false);
  });

  test("amounts of two currencies are never mixed", () => {
    const [dollar, euro] = [money("1", "USD"), money("1", "EUR")];
    expect(() => addMoney(dollar, euro)).toThrow();
    expect(() => subtractMoney(dollar, euro)).toThrow();
    expect(() => compareMoney(dollar, euro)).toThrow();
    expect(() => sumMoney([dollar, euro], "USD")).toThrow();
    expect(() => sumMoney([euro], "USD")).toThrow();
  });
});

describe("amounts", () => {
  test.each([
    ["19.8", "USD", "19.80"],
    ["0.0035", "USD", "0.0035"],
    ["5", "KWD", "5.000"],
    ["1200", "JPY", "1200"],
    ["-3", "EUR", "-3.00"],
    ["1234.5", "HUF", "1234.50"],
  ])("%s %s is written %s", (amount, currency, expected) => {
    expect(toAmount(money(amount, currency))).toEqual({ amount: expected, currency });
  });

  test("a written amount reads back as the same money", () => {
    fc.assert(
      fc.property(decimals, currencies, (value, currency) => {
        const before = inCurrency(value, currency);
        expect(compareMoney(fromAmount(toAmount(before)), before)).toBe(0);
      }),
    );
  });

  test.each([
    ["1.005", "USD", "1.01"],
    ["-1.005", "USD", "-1.01"],
    ["1.0049999", "USD", "1.00"],
    ["0.5", "JPY", "1"],
    ["-0.5", "JPY", "-1"],
    ["0.4999", "JPY", "0"],
    ["0.0005", "KWD", "0.001"],
    ["-0.0005", "KWD", "-0.001"],
    ["2.5", "USD", "2.50"],
  ])("%s %s rounds to %s", (amount, currency, expected) => {
    expect(text(roundToMinorUnit(money(amount, currency)))).toBe(expected);
  });

  test("rounding agrees with the decimal rule for every amount", () => {
    fc.assert(
      fc.property(decimals, currencies, (value, currency) => {
        const expected = inCurrency(roundDecimal(value, minorUnits(currency)), currency);
        expect(compareMoney(roundToMinorUnit(inCurrency(value, currency)), expected)).toBe(0);
      }),
    );
  });
});

describe("sums and products", () => {
  test("the parts make the whole, in any order", () => {
    fc.assert(
      fc.property(fc.array(decimals, { maxLength: 20 }), currencies, (values, currency) => {
        const parts = values.map((value) => inCurrency(value, currency));
        const whole = sumMoney(parts, currency);
        expect(compareMoney(whole, sumMoney(parts.toReversed(), currency))).toBe(0);
        const rest = parts.reduce(subtractMoney, whole);
        expect(rest.units).toBe(0n);
      }),
    );
  });

  test("a multiple is that many times the amount", () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 30 }), currencies, (value, times, currency) => {
        const one = inCurrency(value, currency);
        const many = sumMoney(
          Array.from({ length: times }, () => one),
          currency,
        );
        expect(compareMoney(multiplyMoney(one, { units: BigInt(times), scale: 0 }), many)).toBe(0);
      }),
    );
  });

  test("a fraction of a unit is exact until the line rounds it", () => {
    const line = multiplyMoney(money("0.0035", "USD"), decimal("2.5"));
    expect(text(line)).toBe("0.00875");
    expect(text(roundToMinorUnit(line))).toBe("0.01");
  });
});
