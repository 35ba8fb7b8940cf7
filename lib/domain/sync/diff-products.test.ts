import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Plan, PriceRow, Product } from "@/lib/domain/catalog/product";
import { diffProducts } from "@/lib/domain/sync/diff-products";
import { isCostOnly } from "@/lib/domain/sync/product-change";

type Compared = Pick<Product, "name" | "archived" | "plans" | "requires">;

const row = (over: Partial<PriceRow> = {}): PriceRow => ({
  side: "price",
  kind: "recurring",
  currency: "USD",
  amount: "19.80",
  model: "flat",
  from: "0",
  ...over,
});

const plan = (over: Partial<Plan> = {}): Plan => ({
  key: "standard",
  name: "Standard",
  type: "buy",
  partNumber: null,
  description: null,
  billingPeriod: "P1M",
  commitment: null,
  minimum: "1",
  maximum: null,
  prices: [row()],
  costUnknown: "notProvided",
  pricePrefix: null,
  priceSuffix: null,
  attributes: [],
  notOrderable: null,
  configuration: null,
  ...over,
});

const product = (over: Partial<Compared> = {}): Compared => ({
  name: "Mail",
  archived: false,
  plans: [plan()],
  requires: [],
  ...over,
});

const priced = (...prices: PriceRow[]) => product({ plans: [plan({ prices })] });

const target = (key: string, available = true) => ({ vendor: "acme", key, name: `Name of ${key}`, available });

describe("terms", () => {
  const terms = (over: Partial<Plan>) => product({ plans: [plan(over)] });

  it("of a plan are told where they change, though its amounts stay", () => {
    expect(diffProducts(terms({}), terms({ billingPeriod: "P1Y", commitment: "P3Y" }))).toEqual([
      { kind: "terms", what: "billing period", old: "month", new: "year" },
      { kind: "terms", what: "commitment", old: "not stated", new: "3 years" },
    ]);
    const two = [plan({ key: "a", name: "Gold" }), plan({ key: "b", name: "Silver" })];
    const now = [
      plan({ key: "a", name: "Gold", billingPeriod: null }),
      plan({ key: "c", billingPeriod: "P1Y", prices: [] }),
    ];
    expect(
      diffProducts(product({ plans: two }), product({ plans: now })).filter(({ kind }) => kind === "terms"),
    ).toEqual([{ kind: "terms", what: "Gold, billing period", old: "month", new: "not stated" }]);
  });

  it("say whether a plan can still be ordered, unless another change says why not", () => {
    expect(diffProducts(terms({}), terms({ notOrderable: "referralOnly" }))).toEqual([
      { kind: "terms", what: "ordering", old: "can be ordered", new: "by referral only" },
    ]);
    expect(diffProducts(terms({ notOrderable: "trial" }), terms({}))).toEqual([
      { kind: "terms", what: "ordering", old: "trial only", new: "can be ordered" },
    ]);
    expect(diffProducts(terms({}), terms({ notOrderable: "noPrice" }))).toEqual([]);
    for (const untold of ["archived", "noPrice"] as const) {
      expect(diffProducts(terms({ notOrderable: untold }), terms({}))).toEqual([]);
      expect(diffProducts(terms({ notOrderable: "trial" }), terms({ notOrderable: untold }))).toEqual([]);
      expect(diffProducts(terms({ notOrderable: untold }), terms({ notOrderable: "referralOnly" }))).toEqual([]);
    }
  });
});

describe("diffProducts", () => {
  it("does not take another way of writing a number for a change", () => {
    const before = product({
      plans: [plan({ minimum: "1.0", maximum: "5000.00", prices: [row({ amount: "19.8" })] })],
    });
    const after = product({ plans: [plan({ minimum: "1", maximum: "5000", prices: [row({ amount: "19.800" })] })] });
    expect(diffProducts(before, after)).toEqual([]);
  });

  it("tells tiers, kinds and currencies apart", () => {
    const before = priced(row(), row({ from: "100", amount: "18" }), row({ kind: "setup", amount: "5" }));
    const after = priced(
      row({ currency: "EUR", amount: "17" }),
      row({ from: "100", amount: "18.5" }),
      row({ kind: "setup", amount: "5" }),
    );
    expect(diffProducts(before, after)).toEqual([
      { kind: "price", what: "recurring", old: null, new: "17.00 EUR" },
      { kind: "price", what: "recurring, from 100 units", old: "18.00 USD", new: "18.50 USD" },
      { kind: "price", what: "recurring", old: "19.80 USD", new: null },
    ]);
  });

  it("keeps digits finer than the minor unit and pads by currency", () => {
    const before = priced(row({ amount: "0.0035" }), row({ currency: "JPY", amount: "500" }));
    const after = priced(row({ amount: "0.00351" }), row({ currency: "JPY", amount: "501" }));
    expect(diffProducts(before, after).map((change) => [change.old, change.new])).toEqual([
      ["0.0035 USD", "0.00351 USD"],
      ["500 JPY", "501 JPY"],
    ]);
  });

  it("names the plan where there are several", () => {
    const gold = plan({ key: "gold", name: "Gold" });
    const before = product({ plans: [plan(), gold] });
    const after = product({ plans: [plan(), { ...gold, minimum: "3", prices: [row({ side: "list", amount: "9" })] }] });
    expect(diffProducts(before, after)).toEqual([
      { kind: "list-price", what: "Gold, recurring", old: null, new: "9.00 USD" },
      { kind: "price", what: "Gold, recurring", old: "19.80 USD", new: null },
      { kind: "limits", what: "Gold, minimum", old: "1", new: "3" },
    ]);
  });

  it("compares what is required, not its order, its name or whether it can be bought at the moment", () => {
    const before = product({ requires: [{ anyOf: [target("A"), target("B")] }, { anyOf: [target("C")] }] });
    const after = product({ requires: [{ anyOf: [target("C", false)] }, { anyOf: [target("B"), target("A")] }] });
    expect(diffProducts(before, after)).toEqual([]);
    expect(diffProducts(before, product())).toEqual([
      { kind: "requirements", what: "requires", old: "Name of A or Name of B; Name of C", new: "nothing" },
    ]);
  });

  it("says archived and restored", () => {
    const kinds = (before: boolean, after: boolean) =>
      diffProducts(product({ archived: before }), product({ archived: after })).map(({ kind }) => kind);
    expect([kinds(false, true), kinds(true, false), kinds(true, true)]).toEqual([["archived"], ["restored"], []]);
  });
});

const amounts = fc.integer({ min: 0, max: 10_000_000 }).map((cents) => `${Math.floor(cents / 100)}.${cents % 100}`);
const rows = fc.uniqueArray(
  fc.record({
    side: fc.constantFrom("cost", "list", "price"),
    kind: fc.constantFrom("recurring", "setup", "overuse"),
    currency: fc.constantFrom("USD", "EUR", "JPY"),
    amount: amounts,
    model: fc.constant("flat" as const),
    from: fc.constantFrom("0", "10", "100"),
  }),
  { selector: ({ side, kind, currency, from }) => [side, kind, currency, from].join() },
);
const products = fc
  .record({ name: fc.string(), archived: fc.boolean(), prices: rows })
  .map(({ prices, ...rest }) => product({ ...rest, plans: [plan({ prices })] }));

describe("laws", () => {
  it("a product has not changed against itself", () => {
    fc.assert(
      fc.property(products, (one) => {
        expect(diffProducts(one, one)).toEqual([]);
      }),
    );
  });

  it("the way back swaps old and new", () => {
    fc.assert(
      fc.property(products, products, (one, other) => {
        const pairs = (changes: ReturnType<typeof diffProducts>, swap: boolean) =>
          changes
            .filter(({ kind }) => kind !== "archived" && kind !== "restored")
            .map(({ kind, what, old, new: now }) =>
              JSON.stringify(swap ? [kind, what, now, old] : [kind, what, old, now]),
            )
            .sort();
        expect(pairs(diffProducts(one, other), false)).toEqual(pairs(diffProducts(other, one), true));
      }),
    );
  });

  it("the order of the price rows does not matter", () => {
    fc.assert(
      fc.property(rows, (prices) => {
        expect(diffProducts(priced(...prices), priced(...prices.toReversed()))).toEqual([]);
      }),
    );
  });

  it("a change is of cost only exactly when no other row differs", () => {
    fc.assert(
      fc.property(rows, amounts, (prices, amount) => {
        const withOtherCosts = prices.map((one) => (one.side === "cost" ? { ...one, amount } : one));
        const changes = diffProducts(priced(...prices), priced(...withOtherCosts));
        expect(isCostOnly(changes)).toBe(changes.length > 0);
      }),
    );
  });
});
