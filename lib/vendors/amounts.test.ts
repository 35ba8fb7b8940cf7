import fc from "fast-check";
import { expect, it } from "vitest";
import { formatDecimal, parseDecimal } from "@/lib/domain/money/decimal";
import { readAmount, readQuantity } from "@/lib/vendors/amounts";

const digits = (min: number, max: number) =>
  fc.array(fc.constantFrom("0", "0", "1", "5", "9"), { minLength: min, maxLength: max }).map((list) => list.join(""));
const numbers = fc
  .tuple(fc.constantFrom("", "", "-", " ", "+"), digits(0, 17), fc.constantFrom("", "."), digits(0, 12))
  .map((parts) => parts.join(""));

it("reads every text as the exact decimal does, however it is written", () => {
  fc.assert(
    fc.property(numbers, (text) => {
      const exact = parseDecimal(text);
      expect(readQuantity(text)).toBe(exact && formatDecimal(exact));
      expect(readAmount(text)).toBe(exact && exact.units >= 0n ? formatDecimal(exact) : null);
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  ["1.0", "1"],
  ["300.0", "300"],
  ["5.90", "5.9"],
  ["-0.00", "0"],
  ["007", "7"],
  ["0.0000000001", "0.0000000001"],
])("writes %s as %s", (text, written) => {
  expect(readAmount(text)).toBe(written);
});

it("takes no number for an amount, and none that is not exact for a quantity", () => {
  expect(readAmount(5)).toBeNull();
  expect(readQuantity(5)).toBe("5");
  expect(readQuantity(1e21)).toBeNull();
  expect(readQuantity(Number.NaN)).toBeNull();
});
