import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ProfitLine, profitPicture } from "@/lib/domain/cart/profit-picture";
import { formatDecimal } from "@/lib/domain/money/decimal";
import { marginOf } from "@/lib/domain/money/margin";
import { money, toAmount } from "@/lib/domain/money/money";

const line = (id: string, price: string, cost: string | null, group = "O365"): ProfitLine => ({
  id,
  name: `Product ${id}`,
  group,
  firstYear: toAmount(money(price, "USD")),
  margin: cost === null ? null : marginOf(money(cost, "USD"), money(price, "USD")),
});

describe("where the profit comes from", () => {
  test("the largest first, a loss on the other side of zero, what is not known by name", () => {
    const picture = profitPicture(
      [line("a", "100", "90"), line("b", "100", "120"), line("c", "300", "240"), line("d", "50", null)],
      "USD",
    );
    expect(picture.bars.map(({ key, margin }) => [key, margin.amount])).toEqual([
      ["c", "60.00"],
      ["a", "10.00"],
      ["b", "-20.00"],
    ]);
    expect(picture.zeroAt).toBe(250n);
    expect(picture.bars.map(({ from, length }) => [from, length])).toEqual([
      [250n, 750n],
      [250n, 125n],
      [0n, 250n],
    ]);
    expect(picture.bars.map(({ share }) => share)).toEqual(["120.0", "20.0", "-40.0"]);
    expect(picture.total).toEqual({ amount: "50.00", currency: "USD", percent: "10.0" });
    expect(picture.unknown).toEqual(["Product d"]);
  });

  test("a group's margin is weighted, not averaged", () => {
    const lines = [line("a", "100", "50"), line("b", "900", "880"), line("c", "10", "5", "IBM")];
    const { bars } = profitPicture(lines, "USD", "group");
    expect(bars.map(({ name, lines: count, margin }) => [name, count, margin.amount, margin.percent])).toEqual([
      ["O365", 2, "70.00", "7.0"],
      ["IBM", 1, "5.00", "50.0"],
    ]);
  });

  test("other currencies stay out, and without a cost there is no picture", () => {
    const euro = { ...line("e", "5", null), firstYear: { amount: "5.00", currency: "EUR" } };
    expect(profitPicture([euro], "USD")).toEqual({ bars: [], zeroAt: 0n, total: null, unknown: [] });
    expect(profitPicture([line("d", "50", null)], "USD").total).toBeNull();
  });

  test("every bar lies within the picture, and the bars add up to the whole", () => {
    const amounts = fc.tuple(fc.nat(100_000), fc.nat(100_000)).map((pair) => pair.map((n) => cents(n)));
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 20 }), (pairs) => {
        const lines = pairs.map(([price = "0", cost = "0"], at) => line(String(at), price, cost));
        const { bars, total, zeroAt } = profitPicture(lines, "USD");
        expect(bars).toHaveLength(pairs.length);
        for (const { from, length } of bars) {
          expect(from >= 0n && from + length <= 1000n).toBe(true);
          expect(from === zeroAt || from + length === zeroAt).toBe(true);
        }
        const sum = bars.reduce((all, { margin }) => all + money(margin.amount, "USD").units, 0n);
        expect(sum).toBe(money(total?.amount ?? "0", "USD").units);
      }),
    );
  });
});

function cents(n: number): string {
  return formatDecimal({ units: BigInt(n), scale: 2 }, 2);
}
