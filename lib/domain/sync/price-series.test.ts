import fc from "fast-check";
import { expect, test } from "vitest";
import { groupPriceMoves } from "@/lib/domain/sync/price-series";
import { priceSteps } from "@/lib/domain/sync/price-steps";

const move = (old: string | null, now: string | null, what = "recurring", kind: "price" | "cost" = "price") => ({
  kind,
  what,
  at: "2026-11-22T07:00:00.000Z",
  old,
  new: now,
});

test("moves of one row stay together, whatever stands between them", () => {
  const series = groupPriceMoves([
    move("21.00 USD", "22.00 USD"),
    move("19.00 EUR", "20.00 EUR"),
    move("16.00 USD", "16.10 USD", "recurring", "cost"),
    move("20.00 USD", "21.00 USD"),
    move("5.00 USD", null, "setup"),
  ]);
  expect(series.map(({ kind, what, currency, moves }) => [kind, what, currency, moves.length])).toEqual([
    ["price", "recurring", "USD", 2],
    ["price", "recurring", "EUR", 1],
    ["cost", "recurring", "USD", 1],
    ["price", "setup", "USD", 1],
  ]);
  expect(series[0]?.moves.map(({ new: now }) => now)).toEqual(["22.00 USD", "21.00 USD"]);
});

test("nothing is lost and nothing is added by grouping", () => {
  const change = fc
    .record({
      kind: fc.constantFrom("price", "cost"),
      what: fc.constantFrom("a", "b"),
      coin: fc.constantFrom("USD", "EUR"),
    })
    .map(({ kind, what, coin }) => move(`1.00 ${coin}`, `2.00 ${coin}`, what, kind === "cost" ? "cost" : "price"));
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const series = groupPriceMoves(changes);
      expect(series.reduce((sum, { moves }) => sum + moves.length, 0)).toBe(changes.length);
      const places = series.map(({ kind, what, currency }) => `${kind} ${what} ${currency}`);
      expect(new Set(places).size).toBe(places.length);
    }),
  );
});

test("steps go from the oldest at the left to the newest at the right, high is up", () => {
  const moves = [move("21.00 USD", "19.5 USD"), move("18.00 USD", "21.00 USD")];
  expect(priceSteps(moves, { width: 90, height: 20 })).toBe("M0 20H30V0H60V10H90");
});

test("a row that came, went and came back leaves a gap", () => {
  const moves = [move(null, "20.00 USD"), move("10.00 USD", null), move(null, "10.00 USD")];
  expect(priceSteps(moves, { width: 80, height: 10 })).toBe("M20 10H40M60 0H80");
});

test("there is no picture of amounts that do not differ", () => {
  expect(priceSteps([], { width: 90, height: 20 })).toBe("");
  expect(priceSteps([move(null, "20.00 USD")], { width: 90, height: 20 })).toBe("");
});

test("the line never leaves its frame", () => {
  const amount = fc.option(
    fc.bigInt({ min: 0n, max: 10n ** 12n }).map((units) => `${units / 100n}.${units % 100n} USD`),
  );
  fc.assert(
    fc.property(fc.array(amount, { minLength: 2, maxLength: 40 }), (amounts) => {
      const moves = amounts
        .slice(1)
        .map((now, index) => move(amounts[index] ?? null, now))
        .toReversed();
      for (const [, letter, number] of priceSteps(moves, { width: 96, height: 24 }).matchAll(/([VH])(\d+)/g)) {
        expect(parseInt(number ?? "", 10)).toBeLessThanOrEqual(letter === "V" ? 24 : 96);
      }
    }),
  );
});
