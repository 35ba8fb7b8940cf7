import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Plan, PriceRow } from "@/lib/domain/catalog/product";
import { sampleAttribute, sampleComponent, samplePlan, sampleRow } from "@/lib/domain/catalog/sample-products";
import { decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { addDecimals, decimalZero } from "@/lib/domain/money/decimal-arithmetic";
import { type PricedCharge, type PricedLine, priceLine, type PriceLineInput } from "@/lib/domain/pricing/price-line";
import { priceOffer } from "@/lib/domain/pricing/price-offer";
import type { CostEffect, PriceEffect, PriceGuard, PriceRule, RoundingPolicy } from "@/lib/domain/pricing/price-rule";
import { roundPrice } from "@/lib/domain/pricing/rounding";
import { preparePriceRules } from "@/lib/domain/pricing/rule-set";
import { type PriceExample, priceExamples, roundingExamples } from "@/lib/domain/pricing/worked-examples";

const context = { vendor: "ibm", key: "P1", service: "O365", categories: ["Mail"], customer: "Sample" };
const base = { id: "r", name: "Rule", scope: {}, validFrom: null, validUntil: null, rounding: null } as const;

function priceRule(effect: PriceEffect, more: Partial<Omit<PriceRule, "sets" | "effect">> = {}): PriceRule {
  return { ...base, ...more, sets: "price", effect };
}

function price(plan: Partial<Plan>, quantity: string, more: Partial<PriceLineInput> = {}): PricedLine {
  const rules = more.rules ?? preparePriceRules([]);
  return priceLine({ plan: samplePlan(plan), quantity, currency: "USD", context, date: "2026-11-22", ...more, rules });
}

function effectOf(text: string, currency: string): PriceEffect {
  const [kind = "", value = ""] = text.split(" ");
  if (kind === "markup") return { kind: "markup-on-cost", percent: value };
  if (kind === "margin") return { kind: "target-margin", percent: value };
  if (kind === "discount") return { kind: "discount-from-list", percent: value };
  return kind === "fixed" ? { kind: "fixed", amount: value, currency } : { kind: "vendor-price" };
}

function priceExample({ rows, rule, rounding, costRule, quantity, currency = "USD", model = "volume" }: PriceExample) {
  const prices = rows.split(", ").map((row): PriceRow => {
    const [side = "", amount = "", from] = row.split(" ");
    const tiers = from === undefined ? {} : { from, model };
    return sampleRow(side as PriceRow["side"], amount, { currency, ...tiers });
  });
  const rules: PriceRule[] = [];
  if (rule) rules.push(priceRule(effectOf(rule, currency), { rounding: rounding ?? null }));
  if (costRule) rules.push({ ...base, id: "c", sets: "cost", effect: effectOf(costRule, currency) as CostEffect });
  return price({ prices }, quantity, { currency, rules: preparePriceRules(rules) });
}

/** The changes of all steps together must be the total of the line. */
function expectToAddUp(charge: PricedCharge | null): void {
  const sum = (charge?.steps ?? []).reduce((so, step) => addDecimals(so, decimal(step.change ?? "0")), decimalZero);
  expect(formatDecimal(sum, 3)).toBe(formatDecimal(decimal(charge?.total.amount ?? "0"), 3));
}

describe("worked examples", () => {
  test("there are enough of them", () => {
    expect(roundingExamples.length + priceExamples.length).toBeGreaterThanOrEqual(80);
  });

  test.each(roundingExamples)("%s with %j in %s is %s", (exact, policy, currency, expected) => {
    const rounded = roundPrice(decimal(exact), policy, currency, decimalZero);
    expect(formatDecimal(rounded)).toBe(formatDecimal(decimal(expected)));
  });

  test.each(priceExamples)("$name", (example) => {
    const charge = priceExample(example).recurring;
    const cost = charge && "amount" in charge.cost ? charge.cost.amount : null;
    const got = [charge?.price.amount, charge?.total.amount, cost, charge?.margin?.percent ?? null];
    expect(got).toEqual(example.gives);
    expectToAddUp(charge);
  });
});

describe("cost", () => {
  test("is known with its origin, or unknown with its reason, never 0", () => {
    const list = { prices: [sampleRow("list", "30")] };
    expect(price(list, "1").recurring?.cost).toEqual({ unknown: "notProvided" });
    expect(price({ ...list, costUnknown: "usageBased" }, "1").recurring?.cost).toEqual({ unknown: "usageBased" });
    const rules = preparePriceRules([{ ...base, sets: "cost", effect: { kind: "discount-from-list", percent: "20" } }]);
    expect(price(list, "1", { rules }).recurring?.cost).toEqual({
      amount: "24.00",
      currency: "USD",
      origin: "rule",
      estimated: true,
    });
    expect(price(list, "1", { rules, typed: { cost: "21" } }).recurring?.cost).toMatchObject({ origin: "typed" });
    const unknown = price(list, "1");
    expect([unknown.totalCost, unknown.totalMargin, unknown.recurring?.markup]).toEqual([null, null, null]);
  });

  describe("in another currency than the price", () => {
    const prices = [sampleRow("cost", "9", { currency: "EUR" }), sampleRow("price", "10"), sampleRow("list", "12")];

    test("is told with its own currency and never set against the price", () => {
      const line = price({ prices }, "3");
      expect(line.recurring?.cost).toEqual({ amount: "9.00", currency: "EUR", origin: "vendor" });
      const { recurring, totalCost, totalMargin } = line;
      const from = [recurring?.margin, recurring?.markup, recurring?.totalCost, totalCost, totalMargin];
      expect(from).toEqual([null, null, null, null, null]);
      expect(recurring?.steps[0]?.text).toMatch(/^Cost 9\.00 EUR from the vendor/);
    });

    test("prices nothing and holds no floor", () => {
      const rules = preparePriceRules(
        [{ ...base, sets: "price", effect: { kind: "markup-on-cost", percent: "50" } }],
        [{ id: "g", name: "Floor", scope: {}, limit: { kind: "minimum-margin", percent: "90" }, policy: "block" }],
      );
      const line = price({ prices }, "1", { rules });
      expect(line.recurring?.price.amount).toBe("10.00");
      expect(line.recurring?.steps.some(({ text }) => text.includes("the cost is in EUR"))).toBe(true);
      expect(line.findings).toEqual([]);
      expect(
        price({ prices }, "1", { typed: { price: { kind: "margin", value: "20" } } }).recurring?.price.amount,
      ).toBe("10.00");
    });

    test("gives way to a rule that tells it in the price's", () => {
      const effect = { kind: "discount-from-list", percent: "25" } as const;
      const rules = preparePriceRules([{ ...base, sets: "cost", effect }]);
      expect(price({ prices }, "1", { rules }).recurring?.cost).toMatchObject({ amount: "9.00", currency: "USD" });
    });
  });

  test("rows are matched by kind and currency, not by position", () => {
    const prices = [
      sampleRow("price", "50", { kind: "setup" }),
      sampleRow("price", "9", { currency: "EUR" }),
      sampleRow("price", "19.80"),
      sampleRow("cost", "17.5"),
      sampleRow("cost", "8", { currency: "EUR" }),
      sampleRow("cost", "40", { kind: "setup" }),
      sampleRow("price", "3", { kind: "overuse" }),
    ];
    const line = price({ prices }, "10");
    expect(line.recurring).toMatchObject({ price: { amount: "19.80" }, cost: { amount: "17.50" } });
    expect(line.setup).toMatchObject({ total: { amount: "50.00" }, cost: { amount: "40.00" } });
    expect(price({ prices }, "10", { currency: "EUR" }).recurring).toMatchObject({ cost: { amount: "8.00" } });
  });
});

describe("the currency", () => {
  test("is the asked one where there is a price in it, else the first, and it is said", () => {
    const prices = [sampleRow("price", "9", { currency: "EUR" }), sampleRow("price", "10")];
    expect(price({ prices }, "1")).toMatchObject({ currency: "USD", inAskedCurrency: true });
    expect(price({ prices }, "1", { currency: "GBP" })).toMatchObject({ currency: "EUR", inAskedCurrency: false });
    expect(price({ prices: [] }, "1")).toMatchObject({ currency: "USD", recurring: null, total: null });
  });
});

describe("rules", () => {
  const effect = (percent: string): PriceEffect => ({ kind: "markup-on-cost", percent });
  const marked = (rules: readonly PriceRule[]) => price({}, "1", { rules: preparePriceRules(rules) }).recurring;

  test("the narrower scope wins: customer, product, category, service, vendor, everything", () => {
    const scopes = [
      {},
      { vendor: "ibm" },
      { service: "O365" },
      { category: "Mail" },
      { product: { vendor: "ibm", key: "P1" } },
      { customer: "Sample" },
      { customer: "Sample", category: "Mail" },
    ];
    scopes.forEach((_, count) => {
      const rules = scopes.slice(0, count + 1).map((scope, at) => priceRule(effect("1"), { id: `r${at}`, scope }));
      expect(marked(rules)?.ruleId).toBe(`r${count}`);
      expect(marked(rules.toReversed())?.ruleId).toBe(`r${count}`);
    });
  });

  test("a rule of somebody else's scope is not looked at", () => {
    const scopes = [
      { vendor: "x" },
      { service: "x" },
      { category: "x" },
      { customer: "x" },
      { product: { vendor: "x", key: "P1" } },
    ];
    expect(marked(scopes.map((scope) => priceRule(effect("1"), { scope })))?.ruleId).toBeNull();
  });

  test("a rule that holds but comes after another is named as passed over, one out of its dates is not", () => {
    const charge = marked([
      priceRule(effect("5"), { id: "a", name: "All" }),
      priceRule(effect("6"), { id: "b", name: "Gone", validUntil: "2026-01-01" }),
      priceRule(effect("7"), { id: "c", name: "Own", scope: { customer: "Sample" } }),
    ]);
    const passedOver = (charge?.steps ?? []).filter(({ kind }) => kind === "passed-over");
    expect(passedOver).toEqual([
      {
        kind: "passed-over",
        text: "“All” was passed over: “Own” comes before it",
        change: null,
        unit: null,
        ruleId: "a",
      },
    ]);
  });

  test("an expired rule gives no price of 0 but steps aside, first and last day belong to it", () => {
    const rule = (validFrom: string | null, validUntil: string | null) =>
      marked([priceRule({ kind: "fixed", amount: "0", currency: "USD" }, { validFrom, validUntil })]);
    expect(rule(null, "2026-11-21")?.price.amount).toBe("19.80");
    expect(rule("2026-11-23", null)?.price.amount).toBe("19.80");
    expect(rule("2026-11-22", "2026-11-22")?.price.amount).toBe("0.00");
    const steps = rule(null, "2026-11-21")?.steps ?? [];
    expect(steps.map(({ text }) => text)).toContain("“Rule” was passed over: ended on 2026-11-21");
  });

  test("a rule that cannot be used steps aside for the next one, and says why", () => {
    const charge = marked([
      priceRule({ kind: "discount-from-list", percent: "5" }, { id: "a", name: "List", scope: { customer: "Sample" } }),
      priceRule(effect("10"), { id: "b", name: "Usual" }),
    ]);
    expect(charge).toMatchObject({ ruleId: "b", price: { amount: "19.25" } });
    expect(charge?.steps.map(({ text }) => text)).toEqual([
      "Cost 17.50 from the vendor",
      "“List” was passed over: there is no list price",
      "Cost (from the vendor)",
      "10 % on cost (“Usual”)",
      "Rounded to the smallest coin",
    ]);
  });
});

describe("typed amounts", () => {
  test("price, margin and markup move one another and the cost stays", () => {
    const typed = (kind: "amount" | "margin" | "markup", value: string) =>
      price({}, "10", { typed: { price: { kind, value }, by: "Desk", at: "2026-11-22T10:00:00Z" } }).recurring;
    expect(typed("amount", "19.80")).toMatchObject({ margin: { amount: "2.30", percent: "11.6" }, markup: "13.1" });
    expect(typed("margin", "11.6")).toMatchObject({ price: { amount: "19.80" }, cost: { amount: "17.50" } });
    expect(typed("markup", "13.1")).toMatchObject({ price: { amount: "19.79" }, cost: { amount: "17.50" } });
    const charge = typed("amount", "18");
    expect(charge?.steps.at(-1)).toMatchObject({
      text: "Price typed by Desk on 2026-11-22",
      change: "-18",
      unit: "18.00",
    });
    expectToAddUp(charge);
  });

  test("a margin typed without a cost leaves the price and says so", () => {
    const charge = price({ prices: [sampleRow("price", "10")] }, "1", {
      typed: { price: { kind: "margin", value: "20" } },
    }).recurring;
    expect(charge?.price.amount).toBe("10.00");
    expect(charge?.steps.map(({ text }) => text)).toContain(
      "The typed margin of 20 % cannot be used: the cost is not known",
    );
  });
});

describe("tiers", () => {
  const rows = (model: "volume" | "graduated") =>
    [["10", "1"] as const, ["8", "11"] as const].map(([amount, from]) => sampleRow("price", amount, { from, model }));

  test("a quantity at which more costs less is pointed out, for volume only", () => {
    expect(price({ prices: rows("volume") }, "9").cheaperAt).toEqual({
      quantity: "11",
      total: { amount: "88.00", currency: "USD" },
    });
    expect(price({ prices: rows("volume") }, "8").cheaperAt).toBeNull();
    expect(price({ prices: rows("graduated") }, "9").cheaperAt).toBeNull();
  });

  test("the parts of a graduated line are its total", () => {
    const charge = price({ prices: rows("graduated") }, "12").recurring;
    expect(charge?.tiers).toEqual([
      { from: "1", quantity: "10", price: { amount: "10.00", currency: "USD" } },
      { from: "11", quantity: "2", price: { amount: "8.00", currency: "USD" } },
    ]);
    expect(charge?.total.amount).toBe("116.00");
  });
});

describe("floors and ceilings", () => {
  const guard = (limit: PriceGuard["limit"], policy: PriceGuard["policy"] = "block"): PriceGuard => ({
    id: "g",
    name: "Floor",
    scope: {},
    limit,
    policy,
  });
  const findings = (limit: PriceGuard["limit"], more: Partial<PriceLineInput> = {}, policy?: PriceGuard["policy"]) =>
    price({ prices: [sampleRow("cost", "17.5"), sampleRow("price", "19.80"), sampleRow("list", "22")] }, "10", {
      ...more,
      rules: preparePriceRules([], [guard(limit, policy)]),
    }).findings;

  test.each<[PriceGuard["limit"], string | null]>([
    [{ kind: "minimum-margin", percent: "11.6" }, null],
    [{ kind: "minimum-margin", percent: "12" }, "19.89"],
    [{ kind: "minimum-profit", amount: "23", currency: "USD" }, null],
    [{ kind: "minimum-profit", amount: "23.01", currency: "USD" }, "19.81"],
    [{ kind: "minimum-profit", amount: "99", currency: "EUR" }, null],
    [{ kind: "not-below-cost" }, null],
    [{ kind: "maximum-discount", percent: "10" }, null],
    [{ kind: "maximum-discount", percent: "9.9" }, "19.83"],
    [{ kind: "not-above-list" }, null],
  ])("%j asks for %s", (limit, lowest) => {
    expect(findings(limit).map((finding) => finding.limit.amount)).toEqual(lowest === null ? [] : [lowest]);
  });

  test("the price a floor asks for is content with it", () => {
    const limit = { kind: "minimum-margin", percent: "33.33" } as const;
    const [finding] = findings(limit);
    const typed = { price: { kind: "amount", value: finding?.limit.amount ?? "" } } as const;
    expect(finding?.policy).toBe("block");
    expect(findings(limit, { typed })).toEqual([]);
  });

  test.each<[string, RoundingPolicy | null, string]>([
    ["a coin", null, "1.32"],
    ["a step", { kind: "step", step: "0.05", direction: "nearest" }, "1.35"],
    ["an ending", { kind: "ending", ending: "0.99", direction: "down" }, "1.99"],
  ])("a target margin is not rounded below a floor of the same margin: %s", (_, rounding, expected) => {
    const line = price({ prices: [sampleRow("cost", "1.05")] }, "10", {
      rules: preparePriceRules(
        [priceRule({ kind: "target-margin", percent: "20" }, { rounding })],
        [guard({ kind: "minimum-margin", percent: "20" })],
      ),
    });
    expect(line.findings).toEqual([]);
    expect(line.recurring?.price.amount).toBe(expected);
    expect(line.recurring?.steps.map(({ text }) => text).join("; ")).toContain("below a floor otherwise");
  });

  test("what a rule proposes passes the floor of the same measure, whatever it costs", () => {
    const cents = (value: number) => formatDecimal({ units: BigInt(value), scale: 2 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }).map(cents),
        fc.integer({ min: 0, max: 9_500 }).map(cents),
        fc.constantFrom<RoundingPolicy | null>(
          null,
          { kind: "step", step: "0.05", direction: "down" },
          { kind: "ending", ending: "0.95", direction: "nearest" },
        ),
        fc.boolean(),
        (cost, percent, rounding, byHand) => {
          const effect = { kind: "target-margin", percent } as const;
          const typed = { price: { kind: "margin", value: percent } } as const;
          const line = price({ prices: [sampleRow("cost", cost), sampleRow("price", cost)] }, "10", {
            rules: preparePriceRules(byHand ? [] : [priceRule(effect, { rounding })], [
              guard({ kind: "minimum-margin", percent }),
            ]),
            ...(byHand ? { typed } : {}),
          });
          expect(line.findings).toEqual([]);
        },
      ),
    );
  });

  test("a rule whose exact price is below a floor is not lifted: the finding tells", () => {
    const line = price({ prices: [sampleRow("cost", "17.5")] }, "10", {
      rules: preparePriceRules(
        [priceRule({ kind: "markup-on-cost", percent: "5" })],
        [guard({ kind: "minimum-margin", percent: "20" })],
      ),
    });
    expect([line.recurring?.price.amount, line.findings.length]).toEqual(["18.38", 1]);
  });

  test("below cost and above list, by hand", () => {
    const typed = (value: string) => ({ typed: { price: { kind: "amount", value } as const } });
    expect(findings({ kind: "not-below-cost" }, typed("17.49"), "warn")[0]).toEqual({
      guardId: "g",
      policy: "warn",
      message: "Floor: the price is below the cost; 17.50 is the lowest price",
      limit: { amount: "17.50", currency: "USD" },
    });
    expect(findings({ kind: "not-above-list" }, typed("22.01"))).toHaveLength(1);
    expect(findings({ kind: "not-above-list" }, typed("22.01"), "off")).toEqual([]);
  });
});

describe("configured plans", () => {
  const quantity = sampleAttribute("item_qty", { type: "number", unitOfMeasure: "users", listUnitPrice: "12" });
  const size = sampleAttribute("size", {
    type: "enumeration",
    choices: [
      { label: "Small", value: "S", listUnitPrice: "40" },
      { label: "Large", value: "L", listUnitPrice: "90" },
    ],
  });
  const configuration = (attributes: readonly (typeof quantity)[]) => ({
    components: [
      sampleComponent("BASE", { kind: "base", required: true, attributes }),
      sampleComponent("OPT", { attributes: [sampleAttribute("item_qty", { type: "number", listUnitPrice: "2.5" })] }),
      sampleComponent("FREE"),
    ],
    allowedPlanChanges: [],
    cancellable: true,
    subscriptionManaged: true,
    countries: null,
  });

  test("options are priced beside their base and make up the line", () => {
    const line = price({ prices: [], configuration: configuration([quantity]) }, "5", {
      components: [{ key: "BASE" }, { key: "OPT", quantity: "3" }, { key: "FREE" }],
    });
    expect(line.recurring?.total.amount).toBe("60.00");
    expect(line.components.map(({ key, quantity: q, charge }) => [key, q, charge?.total.amount ?? null])).toEqual([
      ["OPT", "3", "7.50"],
      ["FREE", "5", null],
    ]);
    expect([line.total?.amount, line.totalCost]).toEqual(["67.50", null]);
  });

  test("a fixed price or cost is that of the product, never again that of each option or of its set-up", () => {
    const fixed = { kind: "fixed", amount: "100", currency: "USD" } as const;
    const costs: PriceRule = { ...base, id: "c", sets: "cost", effect: { ...fixed, amount: "70" } };
    const rules = preparePriceRules([priceRule(fixed), costs]);
    const prices = [sampleRow("list", "50", { kind: "setup" })];
    const plan = { prices, configuration: configuration([quantity]) };
    const line = price(plan, "1", { rules, components: [{ key: "BASE" }, { key: "OPT" }, { key: "FREE" }] });
    expect([line.recurring?.price.amount, line.recurring?.cost]).toMatchObject(["100.00", { amount: "70.00" }]);
    expect([line.setup?.price.amount, line.setup?.cost]).toEqual(["50.00", { unknown: "notProvided" }]);
    expect(line.components.map(({ charge }) => charge && [charge.price.amount, charge.cost])).toEqual([
      ["2.50", { unknown: "notProvided" }],
      null,
    ]);
  });

  test("a chosen size lists beside its part, and a quantity given on the part is the one ordered", () => {
    const plan = { prices: [sampleRow("list", "30")], configuration: configuration([quantity, size]) };
    const components = [{ key: "BASE" }];
    expect(price(plan, "2", { components }).total?.amount).toBe("60.00");
    expect(price(plan, "2", { components, attributes: { BASE: { size: "L" } } }).total?.amount).toBe("204.00");
    const given = price(plan, "1", { components, attributes: { BASE: { item_qty: "4", size: "S" } } });
    expect([given.quantity, given.total?.amount]).toEqual(["4", "208.00"]);
  });

  test("a choice for nothing does not make the line free", () => {
    const region = sampleAttribute("region", {
      type: "enumeration",
      choices: [{ label: "Europe", value: "EU", listUnitPrice: "0.00" }],
    });
    const [components, attributes] = [[{ key: "BASE" }], { BASE: { region: "EU" } }];
    const chosen = (prices: readonly PriceRow[], parts: readonly (typeof quantity)[]) =>
      price({ prices, configuration: configuration(parts) }, "2", { components, attributes }).total?.amount;
    expect(chosen([sampleRow("list", "30")], [quantity, region])).toBe("60.00");
    expect(chosen([], [quantity, region])).toBe("24.00");
    expect(chosen([], [region])).toBe("0.00");
  });
});

test("the short way for lists gives the same amounts as the line", () => {
  const input = { plan: samplePlan(), quantity: "7", currency: "USD", context, date: "2026-11-22" } as const;
  const rules = preparePriceRules([priceRule({ kind: "target-margin", percent: "21.3" })]);
  const { steps: _, ...charge } = priceLine({ ...input, rules }).recurring ?? { steps: [] };
  expect(priceOffer({ ...input, rules }).recurring).toEqual(charge);
});
