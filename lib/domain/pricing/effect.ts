import type { CurrencyCode } from "@/lib/domain/money/currency";
import { decimal, type Decimal } from "@/lib/domain/money/decimal";
import { addDecimals, divideDecimals, multiplyDecimals, subtractDecimals } from "@/lib/domain/money/decimal-arithmetic";
import type { CostTable } from "@/lib/domain/pricing/cost-table";
import type { PriceEffect } from "@/lib/domain/pricing/price-rule";
import { flatTable, mapTiers, type TierTable } from "@/lib/domain/pricing/tier-table";

/** What a rule can start from. */
export type EffectSources = {
  readonly currency: CurrencyCode;
  readonly price: TierTable | null;
  readonly list: TierTable | null;
  readonly cost: CostTable;
};

/** `base` is what the rule starts from, `changed` what it makes of it; or why it cannot be used. */
export type EffectResult =
  | { readonly base: TierTable; readonly from: string; readonly changed: TierTable | null; readonly does: string }
  | { readonly reason: string };

const hundred: Decimal = { units: 100n, scale: 0 };

/** Digits kept of a quotient before a policy rounds it: far finer than any amount, so that it cannot tip a half. */
const QUOTIENT_SCALE = 40;

export function applyEffect(effect: PriceEffect, sources: EffectSources): EffectResult {
  switch (effect.kind) {
    case "vendor-price":
      return vendorPrice(sources);
    case "markup-on-cost": {
      const percent = decimal(effect.percent);
      return fromCost(sources.cost, `${effect.percent} % on cost`, (cost) => addPercent(cost, percent));
    }
    case "target-margin": {
      const percent = decimal(effect.percent);
      if (percent.units >= unitsOfHundred(percent)) return { reason: "a margin of 100 % or more has no price" };
      return fromCost(sources.cost, `Margin of ${effect.percent} %`, (cost) => priceAtMargin(cost, percent));
    }
    case "discount-from-list":
      return discount(sources.list, effect.percent);
  }
  if (effect.currency !== sources.currency) return { reason: `it is in ${effect.currency}` };
  return { base: flatTable(decimal(effect.amount)), from: "Fixed price", changed: null, does: "" };
}

/** An amount plus a percentage of it. */
export function addPercent(amount: Decimal, percent: Decimal): Decimal {
  return addDecimals(amount, multiplyDecimals(amount, { units: percent.units, scale: percent.scale + 2 }));
}

/** The price of which `percent` (below 100) is left after the cost. */
export function priceAtMargin(cost: Decimal, percent: Decimal): Decimal {
  return divideDecimals(multiplyDecimals(cost, hundred), subtractDecimals(hundred, percent), QUOTIENT_SCALE);
}

function vendorPrice({ price, list }: EffectSources): EffectResult {
  const base = price ?? list;
  if (!base) return { reason: "the vendor gives no price" };
  return { base, from: price ? "Vendor's price" : "Vendor's list price", changed: null, does: "" };
}

/** A percentage of an unknown cost is nothing, and one of a cost of 0 would give the product away. */
function fromCost(cost: CostTable, does: string, change: (cost: Decimal) => Decimal): EffectResult {
  if (!cost.known) return { reason: whyNoCost(cost) };
  if (cost.table.tiers.some((tier) => tier.amount.units <= 0n)) return { reason: "the cost is 0" };
  return usable(cost.table, `Cost (${originWords[cost.origin]})`, mapTiers(cost.table, change), does);
}

/** Why nothing can be worked out from the cost. */
export function whyNoCost({ elsewhere }: Extract<CostTable, { known: false }>): string {
  return elsewhere ? `the cost is in ${elsewhere.currency}` : "the cost is not known";
}

function discount(list: TierTable | null, percent: string): EffectResult {
  if (!list) return { reason: "there is no list price" };
  const off = decimal(percent);
  const negative = { units: -off.units, scale: off.scale };
  return usable(
    list,
    "List price",
    mapTiers(list, (amount) => addPercent(amount, negative)),
    `${percent} % off list`,
  );
}

function usable(base: TierTable, from: string, changed: TierTable, does: string): EffectResult {
  const negative = changed.tiers.some((tier) => tier.amount.units < 0n);
  return negative ? { reason: "it would give a price below 0" } : { base, from, changed, does };
}

export const originWords = { vendor: "from the vendor", rule: "from a price rule", typed: "typed" } as const;

function unitsOfHundred({ scale }: Decimal): bigint {
  return 100n * 10n ** BigInt(scale);
}
