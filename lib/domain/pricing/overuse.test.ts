import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PriceRow } from "@/lib/domain/catalog/product";
import { samplePlan, sampleRow } from "@/lib/domain/catalog/sample-products";
import { decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { totalsIn } from "@/lib/domain/cart/cart-totals";
import { type PricedLine, priceLine, type PriceLineInput } from "@/lib/domain/pricing/price-line";
import { priceOffer } from "@/lib/domain/pricing/price-offer";
import type { CostEffect, PriceEffect, PriceGuard, PriceRule, RoundingPolicy } from "@/lib/domain/pricing/price-rule";
import { preparePriceRules } from "@/lib/domain/pricing/rule-set";

const context = { vendor: "cloudblue", key: "BLOB", service: "AZURE", categories: [], customer: null };
const base = { id: "r", name: "Rule", scope: {}, validFrom: null, validUntil: null, rounding: null } as const;

const used = (side: PriceRow["side"], amount: string, more: Partial<PriceRow> = {}) =>
  sampleRow(side, amount, { kind: "overuse", ...more });

function price(prices: readonly PriceRow[], more: Partial<PriceLineInput> = {}): PricedLine {
  const plan = samplePlan({ prices, costUnknown: "usageBased" });
  const rules = preparePriceRules([]);
  return priceLine({ plan, quantity: "10", currency: "USD", rules, context, date: "2026-11-22", ...more });
}

const priceRule = (effect: PriceEffect, rounding: RoundingPolicy | null = null) =>
  preparePriceRules([{ ...base, sets: "price", effect, rounding } satisfies PriceRule]);
const costRule = (effect: CostEffect) => preparePriceRules([{ ...base, sets: "cost", effect } satisfies PriceRule]);

describe("what is billed by use", () => {
  const rows = [used("cost", "0.0166"), used("price", "0.0184"), used("list", "0.0200")];
  const ending = { kind: "ending", ending: "0.99", direction: "up" } as const;

  test.each([
    ["the vendor's price", rows, {}, ["0.0184", "0.0166", "9.8"]],
    ["the list price without one", [used("list", "0.0200")], {}, ["0.02", null, null]],
    [
      "a markup on its own cost",
      rows,
      { rules: priceRule({ kind: "markup-on-cost", percent: "50" }) },
      ["0.0249", "0.0166", "33.3"],
    ],
    [
      "a discount from its own list",
      rows,
      { rules: priceRule({ kind: "discount-from-list", percent: "5" }) },
      ["0.019", "0.0166", "12.6"],
    ],
    [
      "a cost by rule",
      [used("list", "0.0200"), used("price", "0.0200")],
      { rules: costRule({ kind: "discount-from-list", percent: "10" }) },
      ["0.02", "0.018", "10.0"],
    ],
    [
      "no fixed price: that is the product's",
      rows,
      { rules: priceRule({ kind: "fixed", amount: "9", currency: "USD" }) },
      ["0.0184", "0.0166", "9.8"],
    ],
    [
      "no pretty ending",
      rows,
      { rules: priceRule({ kind: "markup-on-cost", percent: "50" }, ending) },
      ["0.0249", "0.0166", "33.3"],
    ],
    [
      "what is typed is the line's",
      rows,
      { typed: { cost: "1", price: { kind: "margin", value: "50" } } },
      ["0.0184", "0.0166", "9.8"],
    ],
    ["a cost that is not known", [used("price", "0.0184")], {}, ["0.0184", null, null]],
    [
      "a cost in another currency",
      [used("price", "1"), used("cost", "0.9", { currency: "EUR" })],
      {},
      ["1.00", "0.90", null],
    ],
  ] as const)("%s", (_what, prices, more, expected) => {
    const [one, ...others] = price(prices, more).overuse;
    expect(others).toEqual([]);
    const cost = one && "amount" in one.cost ? one.cost.amount : null;
    expect([one?.price.amount, cost, one?.margin?.percent ?? null]).toEqual(expected);
  });

  test("is no price and in no total, and a line of it alone says so", () => {
    const line = price(rows);
    expect([line.recurring, line.total, line.totalCost, line.totalMargin]).toEqual([null, null, null, null]);
    expect(line.cost).toEqual({ unknown: "usageBased" });
    const totals = totalsIn("USD", [line, price([sampleRow("price", "5"), sampleRow("cost", "4")])]);
    expect([totals.monthly.amount, totals.costKnownLines, totals.lines]).toEqual(["50.00", 1, 2]);
  });

  test("stands beside a recurring price and changes nothing of it", () => {
    const plain = [sampleRow("price", "34.99"), sampleRow("cost", "29.7")];
    const { overuse, ...line } = price([...plain, ...rows]);
    const { overuse: none, ...without } = price(plain);
    expect(line).toEqual(without);
    expect([overuse.length, none]).toEqual([1, []]);
  });

  test("has each tier with the cost of that tier, graduated as much as by volume", () => {
    for (const model of ["volume", "graduated"] as const) {
      const tiers = [
        used("price", "0.10", { model, from: "0" }),
        used("price", "0.08", { model, from: "101" }),
        used("cost", "0.09", { model, from: "0" }),
        used("cost", "0.04", { model, from: "101" }),
      ];
      expect(
        price(tiers).overuse.map((tier) => [tier.from, tier.model, tier.price.amount, tier.margin?.percent]),
      ).toEqual([
        ["0", model, "0.10", "10.0"],
        ["101", model, "0.08", "50.0"],
      ]);
    }
  });

  test("is not begun by a rule, and not taken from another currency", () => {
    const rules = priceRule({ kind: "markup-on-cost", percent: "50" });
    expect(price([sampleRow("price", "5"), sampleRow("cost", "4")], { rules }).overuse).toEqual([]);
    const euro = [sampleRow("price", "5"), used("price", "1", { currency: "EUR" })];
    expect(price(euro).overuse).toEqual([]);
    expect(price([used("cost", "1")]).overuse).toEqual([]);
  });

  test("keeps floors by the tier that needs most; a least profit says nothing, for nobody knows the use", () => {
    const guard = (limit: PriceGuard["limit"]): PriceGuard => ({
      id: limit.kind,
      name: "Floor",
      scope: {},
      limit,
      policy: "ask",
    });
    const floors = [
      guard({ kind: "minimum-margin", percent: "20" }),
      guard({ kind: "minimum-profit", amount: "100", currency: "USD" }),
    ];
    const tiers = [
      ...rows,
      used("price", "0.01", { model: "volume", from: "101" }),
      used("cost", "0.005", { model: "volume", from: "101" }),
    ];
    const { findings } = price(tiers, { rules: preparePriceRules([], floors) });
    expect(findings.map(({ guardId, limit }) => [guardId, limit.amount])).toEqual([["minimum-margin", "0.0208"]]);
  });

  test("is rounded up, tier by tier, where rounding alone would take it below a floor", () => {
    const limit = { kind: "minimum-margin", percent: "20" } as const;
    const floor: PriceGuard = { id: "floor", name: "Floor", scope: {}, limit, policy: "block" };
    const { rules } = priceRule({ kind: "target-margin", percent: "20" });
    const tiers = [
      used("cost", "0.11", { model: "graduated" }),
      used("cost", "0.09", { model: "graduated", from: "101" }),
    ];
    const line = price(tiers, { rules: preparePriceRules(rules, [floor]) });
    expect(line.overuse.map(({ from, price: { amount } }) => [from, amount])).toEqual([
      ["0", "0.14"],
      ["101", "0.12"],
    ]);
    expect(line.findings).toEqual([]);
  });
});

test("law: whatever the rows and rules, use adds nothing to a total, no price becomes 0, and lists agree with lines", () => {
  const amounts = fc
    .integer({ min: 1, max: 99_999 })
    .map((units) => formatDecimal({ units: BigInt(units), scale: 4 }, 4));
  const effects = fc.oneof(
    fc.integer({ min: 0, max: 99 }).map((n): PriceEffect => ({ kind: "markup-on-cost", percent: String(n) })),
    fc.integer({ min: 0, max: 99 }).map((n): PriceEffect => ({ kind: "discount-from-list", percent: String(n) })),
  );
  const roundings = fc.constantFrom<(RoundingPolicy | null)[]>(null, { kind: "step", step: "0.05", direction: "down" });
  const sides = fc.record({
    cost: fc.option(amounts),
    list: fc.option(amounts),
    price: amounts,
    recurring: fc.option(amounts),
  });
  fc.assert(
    fc.property(sides, effects, roundings, ({ cost, list, price: sold, recurring }, effect, rounding) => {
      const rules = priceRule(effect, rounding);
      const plain = recurring === null ? [] : [sampleRow("price", recurring)];
      const rows = [
        ...plain,
        used("price", sold),
        ...(list === null ? [] : [used("list", list)]),
        ...(cost === null ? [] : [used("cost", cost)]),
      ];
      const line = price(rows, { rules });
      expect(line.total).toEqual(price(plain, { rules }).total);
      const [one] = line.overuse;
      expect(decimal(one?.price.amount ?? "0").units).toBeGreaterThan(0n);
      expect(one?.margin === null).toBe(cost === null);
      const plan = samplePlan({ prices: rows, costUnknown: "usageBased" });
      const offer = priceOffer({ plan, quantity: "1", currency: "USD", rules, context, date: "2026-11-22" });
      expect(offer.overuse).toEqual(line.overuse);
    }),
  );
});
