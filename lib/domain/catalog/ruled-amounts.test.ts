import fc from "fast-check";
import { expect, test } from "vitest";
import { planCurrencies, vendorAmounts } from "@/lib/domain/catalog/plan-amounts";
import { ruledAmounts } from "@/lib/domain/catalog/ruled-amounts";
import { samplePlan, sampleProduct, sampleRow } from "@/lib/domain/catalog/sample-products";
import { formatDecimal } from "@/lib/domain/money/decimal";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import { priceContext } from "@/lib/domain/pricing/price-context";
import { priceLine } from "@/lib/domain/pricing/price-line";
import type { PriceEffect, PriceRule } from "@/lib/domain/pricing/price-rule";
import { noPriceRules, preparePriceRules } from "@/lib/domain/pricing/rule-set";

const rule = (effect: PriceEffect): PriceRule => ({
  id: "rule",
  name: "Rule",
  scope: {},
  validFrom: "2026-01-01",
  validUntil: "2026-12-31",
  rounding: { kind: "ending", ending: "0.95", direction: "nearest" },
  sets: "price",
  effect,
});

const cents = fc.integer({ min: 1, max: 99_999 }).map((units) => formatDecimal({ units: BigInt(units), scale: 2 }, 2));
const percents = fc.integer({ min: 0, max: 99 }).map(String);
const effects = fc.oneof(
  percents.map((percent): PriceEffect => ({ kind: "markup-on-cost", percent })),
  percents.map((percent): PriceEffect => ({ kind: "target-margin", percent })),
  percents.map((percent): PriceEffect => ({ kind: "discount-from-list", percent })),
);

test("lists show to the digit what a line of the least quantity is priced at, on every day", () => {
  const coins = fc.constantFrom("USD", "USD", "EUR");
  const sides = fc.record({ cost: fc.option(cents), list: fc.option(cents), price: cents, coin: coins });
  const days = fc.constantFrom("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01");
  fc.assert(
    fc.property(sides, effects, days, ({ cost, list, price, coin }, effect, date) => {
      const rows = [
        sampleRow("price", price),
        ...(list === null ? [] : [sampleRow("list", list)]),
        ...(cost === null ? [] : [sampleRow("cost", cost, { currency: coin })]),
      ];
      const plan = samplePlan({ prices: rows });
      const product = sampleProduct("A", { plans: [plan] });
      const currency = planCurrencies(plan)[0] ?? "USD";
      const rules = preparePriceRules([rule(effect)]);
      const context = priceContext(product, null);
      const line = priceLine({ plan, quantity: offerQuantity(plan), currency, rules, context, date }).recurring;
      const shown = ruledAmounts(rules, date)(product, plan, currency);
      expect(shown.price).toBe(line?.price.amount);
      expect(shown.listPrice).toBe(line?.listPrice?.amount ?? null);
      const told = "amount" in shown.cost ? [shown.cost.amount, shown.cost.currency ?? currency] : shown.cost;
      expect(told).toEqual(line && "amount" in line.cost ? [line.cost.amount, line.cost.currency] : line?.cost);
    }),
  );
});

test("tiers and a cost without a price show in lists as the engine reads them, with rules and without", () => {
  const starts = fc.uniqueArray(fc.constantFrom("0", "1", "5", "10", "25"), { minLength: 1, maxLength: 4 });
  const models = fc.constantFrom("volume" as const, "graduated" as const);
  const tiers = (side: "cost" | "price") =>
    fc
      .record({ starts, models, amounts: fc.array(cents, { minLength: 4, maxLength: 4 }) })
      .map((one) => one.starts.map((from, at) => sampleRow(side, one.amounts[at] ?? "1", { from, model: one.models })));
  const sides = fc.record({ cost: tiers("cost"), price: fc.oneof(fc.constant([]), tiers("price")) });
  const books = fc.constantFrom(noPriceRules, preparePriceRules([rule({ kind: "vendor-price" })]));
  fc.assert(
    fc.property(sides, fc.constantFrom("0", "1", "7", "25"), books, ({ cost, price }, minimum, rules) => {
      const plan = samplePlan({ prices: [...cost, ...price], minimum });
      const product = sampleProduct("A", { plans: [plan] });
      const asked = { plan, quantity: offerQuantity(plan), currency: "USD", rules, date: "2026-11-22" };
      const line = priceLine({ ...asked, context: priceContext(product, null) });
      const shown = ruledAmounts(rules, "2026-11-22")(product, plan, "USD");
      expect(shown.price).toBe(line.recurring?.price.amount ?? null);
      expect(shown.cost).toMatchObject("amount" in line.cost ? { amount: line.cost.amount } : line.cost);
      expect("amount" in line.cost).toBe(true);
    }),
  );
});

test("without price rules and tiers the vendor's own rows are shown", () => {
  const product = sampleProduct("A");
  for (const plan of product.plans) {
    const shown = ruledAmounts(noPriceRules, "2026-11-22")(product, plan, "USD");
    expect(shown).toEqual(vendorAmounts(product, plan, "USD"));
  }
});
