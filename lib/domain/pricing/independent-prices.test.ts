import { env } from "node:process";
import { describe, expect, test } from "vitest";
import type { PriceRow } from "@/lib/domain/catalog/product";
import { samplePlan, sampleRow } from "@/lib/domain/catalog/sample-products";
import { priceLine } from "@/lib/domain/pricing/price-line";
import type { PriceEffect, PriceRule, RoundingPolicy } from "@/lib/domain/pricing/price-rule";
import { preparePriceRules } from "@/lib/domain/pricing/rule-set";

const LINES = env["SOAK"] === "1" ? 1_000_000 : 50_000;

/** A fraction that is never shortened: a second arithmetic, with nothing in common with decimals and scales. */
type Fraction = readonly [numerator: bigint, denominator: bigint];

const fraction = (text: string): Fraction => {
  const [whole = "", digits = ""] = text.replace("-", "").split(".");
  const value = BigInt(whole + digits);
  return [text.startsWith("-") ? -value : value, BigInt(`1${"0".repeat(digits.length)}`)];
};
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => (c < 0n ? [-a * d, b * -c] : [a * d, b * c]);
const minus = (a: Fraction, [c, d]: Fraction): Fraction => plus(a, [-c, d]);
const compare = ([a, b]: Fraction, [c, d]: Fraction): number => (a * d === c * b ? 0 : a * d < c * b ? -1 : 1);
const floor = ([a, b]: Fraction): bigint => (a >= 0n ? a / b : -((-a + b - 1n) / b));
const one: Fraction = [1n, 1n];
const half: Fraction = [1n, 2n];
const zero: Fraction = [0n, 1n];

/** To a multiple of `step`; half goes away from zero. */
function nearest(value: Fraction, step: Fraction): Fraction {
  const ratio = over(value, step);
  const count = ratio[0] < 0n ? -floor(plus(times(ratio, [-1n, 1n]), half)) : floor(plus(ratio, half));
  return times([count, 1n], step);
}

const digits: Readonly<Record<string, number>> = { USD: 2, JPY: 0, KWD: 3 };
const unitOf = (places: number): Fraction => [1n, BigInt(`1${"0".repeat(places)}`)];
const placesOf = (text: string) => text.split(".")[1]?.length ?? 0;

/** "-12.50": all places written, as amounts are. */
function written(value: Fraction, places: number, least: number): string {
  const [units] = [floor(nearest(times(value, [10n ** BigInt(places), 1n]), one))];
  const text = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  let fractionDigits = text.slice(text.length - places || text.length);
  while (fractionDigits.length > least && fractionDigits.endsWith("0")) fractionDigits = fractionDigits.slice(0, -1);
  const whole = text.slice(0, text.length - places);
  return `${units < 0n ? "-" : ""}${whole}${fractionDigits === "" ? "" : `.${fractionDigits}`}`;
}

function roundUnit(value: Fraction, policy: RoundingPolicy | null, currency: string, places: number): Fraction {
  const least = unitOf(Math.max(digits[currency] ?? 2, places));
  if (policy === null || policy.kind === "minor-unit") {
    const rounded = nearest(value, least);
    return value[0] > 0n && rounded[0] === 0n ? least : rounded;
  }
  const step = policy.kind === "step" ? fraction(policy.step) : one;
  const offset = policy.kind === "ending" && digits[currency] !== 0 ? fraction(policy.ending) : zero;
  const below = plus(times([floor(over(minus(value, offset), step)), 1n], step), offset);
  const above = compare(below, value) === 0 ? below : plus(below, step);
  const isUpperNearer = compare(minus(above, value), minus(value, below)) <= 0;
  const chosen = policy.direction === "up" || (policy.direction === "nearest" && isUpperNearer) ? above : below;
  return value[0] > 0n && chosen[0] <= 0n ? above : chosen;
}

type Tier = { readonly from: string; readonly amount: string };
type Sample = {
  readonly currency: string;
  readonly quantity: string;
  readonly model: "flat" | "volume" | "graduated";
  readonly cost: readonly Tier[];
  readonly price: readonly Tier[];
  readonly effect: PriceEffect | null;
  readonly rounding: RoundingPolicy | null;
};

type PricedTier = { readonly from: Fraction; readonly amount: Fraction };

function referenceTiers({ cost, price, effect, rounding, currency }: Sample): PricedTier[] {
  const raw = (tiers: readonly Tier[]) =>
    tiers.map(({ from, amount }) => ({ from: fraction(from), amount: fraction(amount), places: placesOf(amount) }));
  const usesCost = effect?.kind === "markup-on-cost" || effect?.kind === "target-margin";
  const applies = usesCost && cost.length > 0 && cost.every(({ amount }) => fraction(amount)[0] > 0n);
  if (!applies) return raw(price);
  const share = over(fraction(effect.percent), [100n, 1n]);
  const change = (amount: Fraction) =>
    effect.kind === "markup-on-cost" ? times(amount, plus(one, share)) : over(amount, minus(one, share));
  return raw(cost).map(({ from, amount, places }) => ({
    from,
    amount: roundUnit(change(amount), rounding, currency, places),
  }));
}

function referenceTotal(tiers: readonly PricedTier[], { quantity, model, currency }: Sample): Fraction {
  const amount = fraction(quantity);
  const starts = tiers.toSorted((a, b) => compare(a.from, b.from));
  let total = zero;
  if (model === "graduated" && starts.length > 1) {
    starts.forEach((tier, at) => {
      const next = starts[at + 1];
      const before = (from: Fraction) => (compare(from, one) <= 0 ? zero : minus(from, one));
      const begin = at === 0 ? zero : before(tier.from);
      const end = next && compare(before(next.from), amount) < 0 ? before(next.from) : amount;
      if (compare(end, begin) > 0) total = plus(total, times(tier.amount, minus(end, begin)));
    });
  } else {
    const tier = starts.findLast(({ from }) => compare(from, amount) <= 0) ?? starts[0];
    if (tier) total = times(tier.amount, amount);
  }
  return nearest(total, unitOf(digits[currency] ?? 2));
}

/** A small generator of its own (a linear congruence), so that a run can be repeated. */
function createChance(seed: number) {
  let state = BigInt(seed);
  return (below: number): number => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return parseInt(((state >> 33n) % BigInt(below)).toString(), 10);
  };
}

function randomSample(chance: (below: number) => number): Sample {
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value => values[chance(values.length)] ?? values[0];
  const amount = () => {
    const places = pick([0, 1, 2, 2, 2, 4, 6]);
    const text = chance(pick([10, 1000, 100_000, 10_000_000]))
      .toString()
      .padStart(places + 1, "0");
    return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  };
  const model = pick(["flat", "flat", "volume", "graduated"] as const);
  const tiers = (): Tier[] => {
    const starts =
      model === "flat"
        ? ["0"]
        : pick([
            ["1", "11"],
            ["0", "10", "100"],
            ["1", "2.5", "50", "1000"],
          ]);
    return starts.map((from) => ({ from, amount: amount() }));
  };
  const percent = pick(["0", "5", "12.5", "33.33", "7.125", "20", "66.6", "99.9"]);
  const direction = pick(["up", "down", "nearest"] as const);
  return {
    currency: pick(["USD", "USD", "JPY", "KWD"]),
    quantity: pick(["1", `${chance(20) + 1}`, `${chance(5000) + 1}`, `${chance(40)}.5`, `${chance(9)}.0${chance(9)}1`]),
    model,
    cost: chance(6) === 0 ? [] : tiers(),
    price: tiers(),
    effect: pick<PriceEffect | null>([
      null,
      { kind: "vendor-price" },
      { kind: "markup-on-cost", percent },
      { kind: "target-margin", percent },
    ]),
    rounding: pick<RoundingPolicy | null>([
      null,
      { kind: "minor-unit" },
      { kind: "step", step: pick(["0.05", "0.5", "10"]), direction },
      { kind: "ending", ending: pick(["0.99", "0.95", "0.00"]), direction },
    ]),
  };
}

function enginePrice(sample: Sample) {
  const { currency, model, effect } = sample;
  const rows = (side: PriceRow["side"], tiers: readonly Tier[]) =>
    tiers.map(({ from, amount }) => sampleRow(side, amount, { currency, from, model }));
  const rounding = effect?.kind === "vendor-price" ? null : sample.rounding;
  const rule: PriceRule[] = effect
    ? [{ id: "r", name: "r", scope: {}, validFrom: null, validUntil: null, rounding, sets: "price", effect }]
    : [];
  return priceLine({
    plan: samplePlan({ prices: [...rows("cost", sample.cost), ...rows("price", sample.price)] }),
    quantity: sample.quantity,
    currency,
    rules: preparePriceRules(rule),
    context: { vendor: "cloudblue", key: "P", service: null, categories: [], customer: null },
    date: "2026-11-22",
  });
}

describe("random lines", () => {
  test(`${LINES} lines agree to the last digit with a second arithmetic`, { timeout: 900_000 }, () => {
    const chance = createChance(20261122);
    const differences: unknown[] = [];
    let ruled = 0;
    for (let count = 0; count < LINES && differences.length < 5; count += 1) {
      const sample = randomSample(chance);
      const places = digits[sample.currency] ?? 2;
      const expected = written(referenceTotal(referenceTiers(sample), sample), places, places);
      const line = enginePrice(sample);
      const costTiers = sample.cost.map(({ from, amount }) => ({ from: fraction(from), amount: fraction(amount) }));
      const cost = costTiers.length > 0 ? written(referenceTotal(costTiers, sample), places, places) : null;
      const got = line.recurring;
      if (got?.ruleId) ruled += 1;
      if (got?.total.amount !== expected || (got.totalCost?.amount ?? null) !== cost) {
        differences.push({ sample, expected, cost, got: got?.total.amount, gotCost: got?.totalCost?.amount });
      }
    }
    expect(differences).toEqual([]);
    expect(ruled).toBeGreaterThan(LINES / 4);
  });
});
