import { env } from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Product } from "@/lib/domain/catalog/product";
import type { Cart, CartProblem, CartProblemKind, CartSettings } from "@/lib/domain/cart/cart";
import type { AttributeValues } from "@/lib/domain/catalog/configuration-choice";
import { cartProblemKinds } from "@/lib/domain/cart/cart";
import { applyFix } from "@/lib/domain/cart/edit-cart";
import { judgeCart, plainSettings } from "@/lib/domain/cart/judge-cart";
import {
  needs,
  sampleAttribute,
  sampleComponent,
  samplePlan,
  sampleProduct,
  sampleRow,
} from "@/lib/domain/catalog/sample-products";
import type { HouseRule } from "@/lib/domain/dependencies/house-rule";
import { refId } from "@/lib/domain/dependencies/house-rule-index";

const RUNS = env["SOAK"] === "1" ? 50_000 : 2000;
const SIZE = 8;
const keyOf = (index: number) => `P${index}`;
const ref = (index: number) => ({ vendor: "cloudblue", key: keyOf(index) });
const index = fc.nat(SIZE);
const rarely = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);

const configuration = fc.constantFrom(null, {
  components: [
    sampleComponent("BASE", { kind: "base", required: true, attributes: [sampleAttribute("name")] }),
    sampleComponent("OPT", { attributes: [sampleAttribute("size", { type: "number", minimum: "1", maximum: "9" })] }),
    sampleComponent("EUR", {
      currency: "EUR",
      attributes: [sampleAttribute("q", { required: false, listUnitPrice: "5" })],
    }),
  ],
  allowedPlanChanges: [],
  cancellable: true,
  subscriptionManaged: true,
  countries: null,
});

const plan = fc
  .record({
    minimum: fc.constantFrom("0.0", "1", "5"),
    maximum: fc.constantFrom(null, "10", "100.0"),
    currency: fc.constantFrom("USD", "USD", "USD", "EUR"),
    notOrderable: fc.constantFrom(null, null, null, null, "trial" as const),
    configuration,
  })
  .map(({ currency, ...rest }) => samplePlan({ ...rest, prices: [sampleRow("price", "19.80", { currency })] }));

const product = fc.record({
  plan,
  archived: rarely,
  offered: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  requires: fc.array(fc.array(index, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
});

const catalogs = fc.array(product, { minLength: SIZE, maxLength: SIZE }).map((rows) =>
  rows.flatMap((row, at): Product[] => {
    const requires = row.requires.map((group) => needs(...group.map(keyOf)));
    return row.offered ? [sampleProduct(keyOf(at), { plans: [row.plan], archived: row.archived, requires })] : [];
  }),
);

const ruleBody: fc.Arbitrary<object> = fc.oneof(
  fc.record({ kind: fc.constant("requires"), anyOf: fc.array(index.map(ref), { minLength: 1, maxLength: 2 }) }),
  fc.record({ kind: fc.constant("excludes"), products: fc.array(index.map(ref), { minLength: 1, maxLength: 2 }) }),
  fc.record({ kind: fc.constant("minimum"), quantity: fc.constantFrom("3", "7") }),
  fc.record({ kind: fc.constant("maximum"), quantity: fc.constantFrom("4", "20") }),
  fc.record({ kind: fc.constant("step"), step: fc.constantFrom("2", "5", "2.5") }),
  fc.record({
    kind: fc.constant("ratio"),
    to: index.map(ref),
    per: fc.constantFrom("1", "2", "0.5"),
    bound: fc.constantFrom("at-most", "at-least", "exactly"),
  }),
);
const subject = fc.oneof(
  { weight: 5, arbitrary: index.map((at) => ({ kind: "product", product: ref(at) })) },
  { weight: 1, arbitrary: fc.constant({ kind: "service", vendor: "cloudblue", service: "O365" }) },
);
const houseRules = fc
  .array(fc.tuple(ruleBody, subject), { maxLength: 5 })
  .map((rules) =>
    rules.map(([body, about], id) => ({ ...body, id: `r${id}`, subject: about, message: null }) as HouseRule),
  );

const cartLine = fc.record({
  vendor: fc.constant("cloudblue"),
  key: index.map(keyOf),
  plan: fc.constantFrom(null, null, null, "plan", "old"),
  quantity: fc.constantFrom("0", "1", "3", "5", "6", "12", "150", "2.5"),
  components: fc.subarray([{ key: "BASE" }, { key: "OPT" }, { key: "EUR" }]),
  attributes: fc.constantFrom<AttributeValues[]>(
    {},
    { BASE: { name: "Sample" }, OPT: { size: "4" } },
    { OPT: { size: "40" } },
  ),
});
const carts = fc
  .array(cartLine, { minLength: 1, maxLength: 7 })
  .map((lines): Cart => ({ currency: "USD", lines: lines.map((line, at) => ({ ...line, id: `l${at}` })) }));

const situations = fc.record({
  products: catalogs,
  rules: houseRules,
  cart: carts,
  owned: fc.array(index.map(ref), { maxLength: 1 }),
});

function prepare({
  products,
  rules,
  owned,
}: {
  products: Product[];
  rules: HouseRule[];
  owned: CartSettings["owned"];
}) {
  const byId = new Map(products.map((one) => [refId(one), one]));
  const lookup = (wanted: { vendor: string; key: string }) => byId.get(refId(wanted)) ?? null;
  const settings = { ...plainSettings("2026-11-22"), houseRules: rules, owned };
  return { lookup, judge: (cart: Cart) => judgeCart(cart, lookup, settings).problems };
}

/** How often a kind stands at each place. A line may lack several requirements, so places are counted. */
function countPlaces(problems: readonly CartProblem[], kind: CartProblemKind): Map<string, number> {
  const places = problems.filter((problem) => problem.kind === kind).map(placeOf);
  return new Map([...Map.groupBy(places, (place) => place)].map(([place, all]) => [place, all.length]));
}

function placeOf({ lineId, field }: CartProblem): string {
  return JSON.stringify([lineId, field]);
}

describe("every fix of every problem", () => {
  const seen = new Map<CartProblemKind, number>();

  test("makes its problem go away and brings no new one of its kind", () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { lookup, judge } = prepare(situation);
        const before = judge(situation.cart);
        for (const problem of before) {
          expect(problem.fixes.length).toBeGreaterThan(0);
          seen.set(problem.kind, (seen.get(problem.kind) ?? 0) + 1);
          for (const fix of problem.fixes) {
            let count = 0;
            const cart = applyFix(situation.cart, fix, () => `new${(count += 1)}`, lookup);
            const after = countPlaces(judge(cart), problem.kind);
            const earlier = countPlaces(before, problem.kind);
            const own = placeOf(problem);
            expect(after.get(own) ?? 0).toBeLessThan(earlier.get(own) ?? 0);
            for (const [place, times] of after) expect(times).toBeLessThanOrEqual(earlier.get(place) ?? 0);
          }
        }
      }),
      { numRuns: RUNS },
    );
    for (const kind of cartProblemKinds) expect([kind, seen.get(kind) ?? 0]).toSatisfy(([, count]) => count > 20);
  }, 300_000);

  test("the same content gives the same problems, fixes and ids", () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { judge } = prepare(situation);
        expect(judge(structuredClone(situation.cart))).toEqual(judge(situation.cart));
        const fixIds = judge(situation.cart).flatMap(({ fixes }) => fixes.map((fix) => [fix.id, JSON.stringify(fix)]));
        expect(new Map(fixIds as [string, string][]).size).toBe(new Set(fixIds.map(String)).size);
      }),
      { numRuns: 300 },
    );
  });

  test("the order of lines changes where problems stand, not which there are", () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { judge } = prepare({ ...situation, rules: situation.rules.filter(({ kind }) => kind !== "ratio") });
        const reversed = { ...situation.cart, lines: situation.cart.lines.toReversed() };
        const kinds = (cart: Cart) =>
          judge(cart)
            .filter(({ kind }) => kind !== "cycle")
            .map(({ kind, lineId, field }) => `${kind} ${lineId} ${field}`)
            .toSorted();
        expect(kinds(reversed)).toEqual(kinds(situation.cart));
      }),
      { numRuns: 300 },
    );
  });
});
