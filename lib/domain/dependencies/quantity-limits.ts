import type { Plan } from "@/lib/domain/catalog/product";
import type { HouseRule } from "@/lib/domain/dependencies/house-rule";
import { compareDecimals, decimal, type Decimal } from "@/lib/domain/money/decimal";
import { addDecimals, floorDivide, multiplyDecimals } from "@/lib/domain/money/decimal-arithmetic";

/** What a quantity must keep to. `why` is the house rule's own sentence where it set the limit and has one. */
export type QuantityLimits = {
  readonly minimum: Limit;
  readonly maximum: Limit | null;
  readonly steps: readonly Limit[];
};
export type Limit = { readonly value: Decimal; readonly why: string | null };

/** The strictest of the plan's own limits and the house rules. Ratios need the other lines and are judged apart. */
export function quantityLimits(plan: Pick<Plan, "minimum" | "maximum">, rules: readonly HouseRule[]): QuantityLimits {
  let minimum: Limit = { value: decimal(plan.minimum), why: null };
  let maximum: Limit | null = plan.maximum === null ? null : { value: decimal(plan.maximum), why: null };
  const steps: Limit[] = [];
  for (const rule of rules) {
    if (rule.kind === "minimum") {
      const limit = { value: decimal(rule.quantity), why: rule.message };
      if (compareDecimals(limit.value, minimum.value) > 0) minimum = limit;
    } else if (rule.kind === "maximum") {
      const limit = { value: decimal(rule.quantity), why: rule.message };
      if (!maximum || compareDecimals(limit.value, maximum.value) < 0) maximum = limit;
    } else if (rule.kind === "step" && decimal(rule.step).units > 0n) {
      steps.push({ value: decimal(rule.step), why: rule.message });
    }
  }
  return { minimum, maximum, steps };
}

/** The smallest quantity from `atLeast` on that keeps to all limits; null where there is none. */
export function allowedFrom(limits: QuantityLimits, atLeast: Decimal): Decimal | null {
  const start = larger(limits.minimum.value, atLeast);
  const step = commonStep(limits.steps);
  const quantity = step ? onGrid(start, step, "up") : start;
  return limits.maximum && compareDecimals(quantity, limits.maximum.value) > 0 ? null : quantity;
}

/** The largest quantity up to `atMost` that keeps to all limits and is more than 0; null where there is none. */
export function allowedUpTo(limits: QuantityLimits, atMost: Decimal): Decimal | null {
  const end = limits.maximum ? smaller(limits.maximum.value, atMost) : atMost;
  const step = commonStep(limits.steps);
  const quantity = step ? onGrid(end, step, "down") : end;
  return quantity.units <= 0n || compareDecimals(quantity, limits.minimum.value) < 0 ? null : quantity;
}

/** The least step that keeps to all steps: their least common multiple. */
function commonStep(steps: readonly Limit[]): Decimal | null {
  return steps.reduce<Decimal | null>(
    (common, { value }) => (common ? leastCommonMultiple(common, value) : value),
    null,
  );
}

function leastCommonMultiple(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const left = a.units * 10n ** BigInt(scale - a.scale);
  const right = b.units * 10n ** BigInt(scale - b.scale);
  let [x, y] = [left, right];
  while (y !== 0n) [x, y] = [y, x % y];
  return { units: (left / x) * right, scale };
}

function onGrid(value: Decimal, step: Decimal, direction: "up" | "down"): Decimal {
  const below = multiplyDecimals({ units: floorDivide(value, step), scale: 0 }, step);
  return direction === "down" || compareDecimals(below, value) === 0 ? below : addDecimals(below, step);
}

function larger(a: Decimal, b: Decimal): Decimal {
  return compareDecimals(a, b) >= 0 ? a : b;
}

function smaller(a: Decimal, b: Decimal): Decimal {
  return compareDecimals(a, b) <= 0 ? a : b;
}
