import { minorUnits } from "@/lib/domain/money/currency";
import {
  compareDecimals,
  decimal,
  type Decimal,
  formatDecimal,
  powerOfTen,
  unitsAtScale,
} from "@/lib/domain/money/decimal";
import { addDecimals, decimalZero, divideDecimals } from "@/lib/domain/money/decimal-arithmetic";
import { type Amount, compareMoney, fromAmount, toAmount } from "@/lib/domain/money/money";
import { addPercent, priceAtMargin } from "@/lib/domain/pricing/effect";
import { costIn } from "@/lib/domain/pricing/cost";
import type { PriceContext } from "@/lib/domain/pricing/price-context";
import type { GuardFinding, PricedCharge, PriceRuleSet } from "@/lib/domain/pricing/priced-line";
import type { PriceGuard } from "@/lib/domain/pricing/price-rule";
import { entriesInScope } from "@/lib/domain/pricing/scope-index";

/** What of a charge its limits look at. */
type JudgedCharge = Pick<PricedCharge, "price" | "cost" | "listPrice">;

/** Every floor and ceiling the charge breaks. One that needs a cost or list price says nothing without it. */
export function findGuardFindings(
  charge: JudgedCharge,
  quantity: Decimal,
  rules: PriceRuleSet,
  context: PriceContext,
): GuardFinding[] {
  if (rules.guardsIndex.size === 0) return [];
  return [...entriesInScope(rules.guardsIndex, context)].flatMap((guard) => {
    const broken = breach(guard, charge, quantity);
    if (!broken || guard.policy === "off") return [];
    return [{ guardId: guard.id, policy: guard.policy, ...broken }];
  });
}

/**
 * The same of what is billed by use, once per limit: the tier that needs the highest price. How much will be used is not
 * known, so that a least profit of the line says nothing.
 */
export function findOveruseFindings(
  overuse: readonly JudgedCharge[],
  rules: PriceRuleSet,
  context: PriceContext,
): GuardFinding[] {
  const found = new Map<string, GuardFinding>();
  for (const charge of overuse) {
    for (const finding of findGuardFindings(charge, decimalZero, rules, context)) {
      const before = found.get(finding.guardId);
      if (!before || compareMoney(fromAmount(finding.limit), fromAmount(before.limit)) > 0) {
        found.set(finding.guardId, finding);
      }
    }
  }
  return [...found.values()];
}

type Breach = { readonly message: string; readonly limit: Amount };

function breach({ limit, name }: PriceGuard, charge: JudgedCharge, quantity: Decimal): Breach | null {
  const { currency } = charge.price;
  const price = decimal(charge.price.amount);
  const known = costIn(charge.cost, currency);
  const cost = known && decimal(known.amount);
  const list = charge.listPrice ? decimal(charge.listPrice.amount) : null;
  const floor = (value: Decimal, what: string) => below(price, value, currency, `${name}: ${what}`);
  switch (limit.kind) {
    case "minimum-margin":
      if (!cost || !isBelowHundred(decimal(limit.percent))) return null;
      return floor(priceAtMargin(cost, decimal(limit.percent)), `the margin is below ${limit.percent} %`);
    case "minimum-profit":
      if (!cost || limit.currency !== currency || quantity.units <= 0n) return null;
      return floor(
        addDecimals(cost, divideDecimals(decimal(limit.amount), quantity, EXACT_ENOUGH)),
        `the profit of the line is below ${limit.amount} ${currency}`,
      );
    case "not-below-cost":
      return cost ? floor(cost, "the price is below the cost") : null;
    case "maximum-discount": {
      const off = decimal(limit.percent);
      if (!list) return null;
      const lowest = addPercent(list, { units: -off.units, scale: off.scale });
      return floor(lowest, `the discount from list is above ${limit.percent} %`);
    }
  }
  if (!list || compareDecimals(price, list) <= 0) return null;
  return { message: `${name}: the price is above the list price`, limit: toAmount({ ...list, currency }) };
}

const EXACT_ENOUGH = 40;

function below(price: Decimal, lowest: Decimal, currency: string, message: string): Breach | null {
  if (compareDecimals(price, lowest) >= 0) return null;
  const scale = Math.max(minorUnits(currency), price.scale);
  const amount = { ...roundUpTo(lowest, scale), currency };
  return {
    message: `${message}; ${formatDecimal(amount, minorUnits(currency))} is the lowest price`,
    limit: toAmount(amount),
  };
}

/** Up, because a limit rounded down would be refused again. */
function roundUpTo(value: Decimal, scale: number): Decimal {
  if (value.scale <= scale) return value;
  const step = powerOfTen(value.scale - scale);
  const floor = value.units / step;
  return { units: value.units > floor * step ? floor + 1n : floor, scale };
}

function isBelowHundred(percent: Decimal): boolean {
  return percent.units < unitsAtScale({ units: 100n, scale: 0 }, percent.scale);
}
