import fc from "fast-check";
import { expect, it } from "vitest";
import type { Plan, PriceRow } from "@/lib/domain/catalog/product";
import { findDanglingRequirements, findDoubtfulPrices } from "@/lib/domain/sync/find-doubtful-data";

const row = (side: PriceRow["side"], amount: string, over: Partial<PriceRow> = {}): PriceRow => ({
  side,
  kind: "recurring",
  currency: "USD",
  amount,
  model: "flat",
  from: "0",
  ...over,
});

const found = (...prices: PriceRow[]) => {
  // Only the fields that are looked at.
  const plan = { key: "standard", name: "Standard", prices } as unknown as Plan;
  return findDoubtfulPrices({ name: "Mail", plans: [plan] }).map(({ kind, reason, showsCost }) => ({
    kind,
    reason,
    showsCost,
  }));
};

it("is content with a price at or above its cost", () => {
  expect(found(row("cost", "10"), row("price", "10.00"), row("list", "5"))).toEqual([]);
});

it("finds the same however the amounts are written", () => {
  const rows = fc.record({
    side: fc.constantFrom("cost", "price", "list"),
    kind: fc.constantFrom("recurring", "setup"),
    currency: fc.constantFrom("USD", "EUR", "???"),
    amount: fc.constantFrom("0", "9", "9.5", "10", "10.25", "x"),
    from: fc.constantFrom("0", "100"),
  } as const);
  const kinds = (prices: readonly PriceRow[]) => found(...prices).map(({ kind }) => kind);
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 5 }), (some) => {
      const prices = some.map(({ side, amount, ...over }) => row(side, amount, over));
      const padded = prices.map((price) =>
        row(price.side, `0${price.amount}`, { ...price, amount: `0${price.amount}` }),
      );
      expect(kinds(prices)).toEqual(kinds(padded));
    }),
    { numRuns: 1_000 },
  );
});

it("compares exactly and per tier", () => {
  expect(found(row("cost", "1.05"), row("price", "1.0499"))).toEqual([
    {
      kind: "price-below-cost",
      reason: "The price (recurring) is 1.0499 USD, below its cost of 1.05 USD.",
      showsCost: true,
    },
  ]);
  const tiers = [row("cost", "9"), row("cost", "8", { from: "100" })];
  expect(found(...tiers, row("price", "10"), row("price", "8.50", { from: "100" }))).toEqual([]);
  expect(found(...tiers, row("price", "10"), row("price", "7.50", { from: "100" }))).toHaveLength(1);
});

it("misses the price of a cost", () => {
  expect(found(row("cost", "9"), row("price", "8", { currency: "EUR" }))).toEqual([
    {
      kind: "cost-without-price",
      reason: "There is a cost (recurring) of 9.00 USD but no price in USD for it.",
      showsCost: true,
    },
  ]);
});

it("names currencies that do not exist and amounts that are none", () => {
  expect(found(row("price", "9", { currency: "XQX" }), row("price", "1,050.00"))).toEqual([
    {
      kind: "unknown-currency",
      reason: "The price (recurring) has the currency “XQX”, which is not an ISO 4217 code.",
      showsCost: false,
    },
    {
      kind: "unreadable-amount",
      reason: "The price (recurring) has an amount that is not a number.",
      showsCost: false,
    },
  ]);
});

it("reports a requirement that no alternative meets", () => {
  const target = (key: string) => ({ vendor: "acme", key, name: key, available: true });
  const requires = [{ anyOf: [target("A"), target("X")] }, { anyOf: [target("X"), target("Y")] }];
  const findings = findDanglingRequirements({ vendor: "acme", key: "P", name: "Mail", requires }, (key) => key === "A");
  expect(findings.map(({ reason }) => reason)).toEqual(["It requires X or Y, which the vendor does not offer us."]);
});
