import fc from "fast-check";
import { expect, test } from "vitest";
import { percentOf } from "@/lib/domain/money/margin";
import { decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { subtractDecimals } from "@/lib/domain/money/decimal-arithmetic";
import { enterPrice, readPriceEntry } from "@/lib/domain/pricing/price-entry";

const basis = { currency: "USD", price: "19.80", cost: "17.50", list: "22.00" };

test.each([
  ["19.80", "amount", "19.80"],
  ["=25", "amount", "25.00"],
  ["m20", "margin", "21.88"],
  ["M 20 %", "margin", "21.88"],
  ["m-10", "margin", "15.91"],
  ["u15", "markup", "20.13"],
  ["d10", "discount", "19.80"],
  ["+5%", "amount", "20.79"],
  ["-5 %", "amount", "18.81"],
  ["−3", "amount", "16.80"],
  ["+0.005", "amount", "19.805"],
  ["*2", "amount", "39.60"],
  ["x0.5", "amount", "9.90"],
])("%s is read as %s and comes to %s", (text, kind, price) => {
  const entry = readPriceEntry(text);
  if (!entry) return expect.fail("was not read");
  const made = enterPrice(entry, basis);
  expect(made).toMatchObject({ typed: { kind }, price });
});

test.each(["", "abc", "19,80", "1 . 2.3", "m", "m20x", "1e3", "--3", "NaN", "20%", "*"])(
  "%j is not guessed at",
  (text) => {
    expect(readPriceEntry(text)).toBeNull();
  },
);

test.each([
  ["m100", basis, "a margin of 100 % or more has no price"],
  ["m20", { ...basis, cost: null }, "the cost is not known"],
  ["u20", { ...basis, cost: "0.00" }, "the cost is 0"],
  ["d10", { ...basis, list: null }, "there is no list price"],
  ["-20", basis, "the price would be below 0"],
  ["+5%", { ...basis, price: null }, "there is no price to start from"],
])("%s is refused with its reason", (text, from, reason) => {
  const entry = readPriceEntry(text);
  expect(entry && enterPrice(entry, from)).toEqual({ reason });
});

test("a typed amount is shown again to the digit, and the margin it makes gives it back where a coin is fine enough", () => {
  const cents = fc
    .integer({ min: 10_000, max: 90_000_00 })
    .map((units) => formatDecimal({ units: BigInt(units), scale: 2 }, 2));
  fc.assert(
    fc.property(cents, fc.integer({ min: -500, max: 900 }), (cost, tenths) => {
      const margin = formatDecimal({ units: BigInt(tenths), scale: 1 }, 1);
      const made = enterPrice({ kind: "margin", value: margin }, { currency: "USD", price: null, cost, list: null });
      if ("reason" in made) return expect.fail(made.reason);
      const price = decimal(made.price);
      expect(percentOf(subtractDecimals(price, decimal(cost)), price)).toBe(margin);
      return undefined;
    }),
  );
});
