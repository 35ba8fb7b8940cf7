import fc from "fast-check";
import { expect, test } from "vitest";
import { compareDecimals, decimal, type Decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { addDecimals, decimalZero, multiplyDecimals, subtractDecimals } from "@/lib/domain/money/decimal-arithmetic";
import { type GoalLine, seekGoal } from "@/lib/domain/pricing/seek-goal";

const line = (id: string, quantity: string, price: string, least?: string, most?: string): GoalLine => ({
  id,
  quantity: decimal(quantity),
  price: decimal(price),
  least: least === undefined ? null : decimal(least),
  most: most === undefined ? null : decimal(most),
});

const totalOf = (lines: readonly GoalLine[], prices: readonly { price: Decimal }[]) =>
  lines.reduce(
    (sum, { quantity }, at) => addDecimals(sum, multiplyDecimals(quantity, prices[at]?.price ?? decimalZero)),
    decimalZero,
  );

/** Prices in the order of the lines. */
function seek(lines: readonly GoalLine[], wanted: string) {
  const found = new Map(seekGoal(lines, decimal(wanted), "USD").map((one) => [one.id, one]));
  return lines.map(({ id }) => found.get(id) ?? expect.fail(`${id} got no price`));
}

const shown = (prices: readonly { price: Decimal }[]) => prices.map(({ price }) => formatDecimal(price, 2));

test("every line moves by the same share", () => {
  expect(shown(seek([line("a", "10", "20.00"), line("b", "5", "40.00")], "300"))).toEqual(["15.00", "30.00"]);
});

test("a line at its floor stays there and the others give what it cannot", () => {
  const prices = seek([line("a", "10", "20.00", "18.00"), line("b", "10", "20.00")], "320");
  expect(shown(prices)).toEqual(["18.00", "14.00"]);
  expect(prices.map(({ held }) => held)).toEqual(["floor", null]);
});

test("a ceiling holds a price that would rise", () => {
  const prices = seek([line("a", "1", "10.00", undefined, "11.00"), line("b", "1", "10.00")], "25");
  expect(shown(prices)).toEqual(["11.00", "14.00"]);
  expect(prices.map(({ held }) => held)).toEqual(["ceiling", null]);
});

test("out of reach: everything stops at its floor, and what has none is not given away", () => {
  expect(shown(seek([line("a", "1", "100.00", "90.00")], "10"))).toEqual(["90.00"]);
  expect(shown(seek([line("a", "1", "100.00", "90.00"), line("b", "1", "5.00")], "80"))).toEqual(["90.00", "5.00"]);
});

test("coins left by rounding are found where they move the total least", () => {
  expect(shown(seek([line("a", "7", "10.00"), line("b", "1", "10.00")], "79"))).toEqual(["9.88", "9.84"]);
});

test("a price finer than a coin keeps its digits instead of being given away", () => {
  const prices = seek([line("a", "100000", "0.0035"), line("b", "1", "350.00")], "630");
  expect(prices.map(({ price }) => formatDecimal(price, 2))).toEqual(["0.0032", "311.85"]);
});

test("no price breaks its bounds or loses whole coins, and the total is met within one coin of the largest line", () => {
  const lines = fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 500 }),
      price: fc.integer({ min: 100, max: 50_000 }),
      slack: fc.integer({ min: 0, max: 90 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(lines, fc.integer({ min: 50, max: 150 }), (drawn, percent) => {
      const built = drawn.map(({ quantity, price, slack }, at) => ({
        ...line(String(at), String(quantity), "0"),
        price: { units: BigInt(price), scale: 2 },
        least: { units: BigInt(Math.ceil((price * (100 - slack)) / 100)), scale: 2 },
      }));
      const now = totalOf(built, built);
      const wanted = formatDecimal({ units: now.units * BigInt(percent), scale: now.scale + 2 });
      const prices = seek(built, wanted);
      const after = totalOf(built, prices);
      prices.forEach(({ price }, at) => {
        expect(price.scale).toBeLessThanOrEqual(2);
        expect(compareDecimals(price, built[at]?.least ?? decimalZero)).toBeGreaterThanOrEqual(0);
      });
      const largest = Math.max(...drawn.map(({ quantity }) => quantity));
      const coin = { units: BigInt(largest), scale: 2 };
      const floors = totalOf(
        built,
        built.map(({ least }) => ({ price: least })),
      );
      if (compareDecimals(floors, decimal(wanted)) > 0) expect(compareDecimals(after, decimal(wanted))).toBe(1);
      else expect(compareDecimals(subtractDecimals(after, decimal(wanted)), coin)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 400 },
  );
});
