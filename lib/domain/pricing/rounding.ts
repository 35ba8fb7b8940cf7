import { minorUnits } from "@/lib/domain/money/currency";
import { compareDecimals, decimal, type Decimal } from "@/lib/domain/money/decimal";
import {
  addDecimals,
  decimalZero,
  floorDivide,
  multiplyDecimals,
  roundDecimal,
  subtractDecimals,
} from "@/lib/domain/money/decimal-arithmetic";
import type { RoundingDirection, RoundingPolicy } from "@/lib/domain/pricing/price-rule";
import { mapTiers, type TierTable } from "@/lib/domain/pricing/tier-table";

const one: Decimal = { units: 1n, scale: 0 };

/** Digits a computed unit price may have: the minor unit's, or more where the amount it comes from has more. */
export function unitScale(currency: string, source: Decimal): number {
  return Math.max(minorUnits(currency), source.scale);
}

/** The one place where a unit price is made presentable. A price above 0 never becomes 0 or less. */
export function roundPrice(price: Decimal, policy: RoundingPolicy | null, currency: string, source: Decimal): Decimal {
  const rounded = applyPolicy(price, policy, currency, source);
  return price.units > 0n && rounded.units <= 0n ? roundUp(price, policy, currency, source) : rounded;
}

export function describeRounding(policy: RoundingPolicy | null): string {
  if (policy === null || policy.kind === "minor-unit") return "Rounded to the smallest coin";
  const direction = { up: "up ", down: "down ", nearest: "" }[policy.direction];
  if (policy.kind === "step") return `Rounded ${direction}to a multiple of ${policy.step}`;
  return `Rounded ${direction}to end in ${policy.ending.slice(1)}`;
}

function applyPolicy(price: Decimal, policy: RoundingPolicy | null, currency: string, source: Decimal): Decimal {
  if (policy?.kind === "step") return toGrid(price, decimal(policy.step), decimalZero, policy.direction);
  if (policy?.kind === "ending") {
    // A currency without a minor unit has no endings; its prices are whole.
    const offset = minorUnits(currency) === 0 ? decimalZero : decimal(policy.ending);
    return toGrid(price, one, offset, policy.direction);
  }
  return roundDecimal(price, unitScale(currency, source));
}

function roundUp(price: Decimal, policy: RoundingPolicy | null, currency: string, source: Decimal): Decimal {
  if (policy?.kind === "step" || policy?.kind === "ending") {
    return applyPolicy(price, { ...policy, direction: "up" }, currency, source);
  }
  return toGrid(price, { units: 1n, scale: unitScale(currency, source) }, decimalZero, "up");
}

/** To `offset + n · step`; the nearest of two equally near is the one away from zero. */
function toGrid(price: Decimal, step: Decimal, offset: Decimal, direction: RoundingDirection): Decimal {
  const shifted = subtractDecimals(price, offset);
  if (direction === "nearest") {
    const below = onGrid(floorDivide(shifted, step), step, offset);
    const above = addDecimals(below, step);
    const side = compareDecimals(subtractDecimals(price, below), subtractDecimals(above, price));
    if (side === 0) return price.units < 0n ? below : above;
    return side < 0 ? below : above;
  }
  const floor = floorDivide(shifted, step);
  const lower = onGrid(floor, step, offset);
  if (direction === "down" || compareDecimals(lower, price) === 0) return lower;
  return addDecimals(lower, step);
}

function onGrid(count: bigint, step: Decimal, offset: Decimal): Decimal {
  return addDecimals(multiplyDecimals({ units: count, scale: 0 }, step), offset);
}

/** What was rounded, how, and the amounts it was worked out from, tier by tier. */
export type Rounded = {
  readonly exact: TierTable;
  readonly policy: RoundingPolicy | null;
  readonly source: TierTable;
};

export function roundTiers(rounded: Rounded, currency: string): TierTable {
  return eachTier(rounded, (price, source) => roundPrice(price, rounded.policy, currency, source));
}

/** To the same coins, steps or endings, and never down. */
export function roundTiersUp(rounded: Rounded, currency: string): TierTable {
  return eachTier(rounded, (price, source) => roundUp(price, rounded.policy, currency, source));
}

function eachTier({ exact, source }: Rounded, round: (price: Decimal, source: Decimal) => Decimal): TierTable {
  let index = 0;
  return mapTiers(exact, (amount) => {
    const origin = source.tiers[index] ?? source.tiers[0];
    index += 1;
    return round(amount, origin.amount);
  });
}
