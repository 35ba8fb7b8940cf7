import { minorUnits } from "@/lib/domain/money/currency";
import { type Decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { divideDecimals, roundDecimal, trimDecimal } from "@/lib/domain/money/decimal-arithmetic";
import { marginOf, markupPercent } from "@/lib/domain/money/margin";
import { type Money, toAmount } from "@/lib/domain/money/money";
import type { ComputedCharge } from "@/lib/domain/pricing/compute-charge";
import type { Cost } from "@/lib/domain/pricing/cost";
import type { CostTable } from "@/lib/domain/pricing/cost-table";
import type { PricedCharge, PricedTier } from "@/lib/domain/pricing/priced-line";
import { unitScale } from "@/lib/domain/pricing/rounding";
import { chargeAt, tierAt, type TierTable } from "@/lib/domain/pricing/tier-table";

/** Amounts of a charge for people and the wire, without its explanation. */
export function finishCharge(computed: ComputedCharge): Omit<PricedCharge, "steps"> {
  const { table, list, cost } = computed;
  const price = unitAmount(computed, table);
  const total = lineTotal(computed, table);
  const unitCost = cost.known ? unitAmount(computed, cost.table) : null;
  const totalCost = cost.known ? lineTotal(computed, cost.table) : null;
  return {
    price: toAmount(price),
    listPrice: list ? toAmount(unitAmount(computed, list)) : null,
    cost: describeCost(computed, unitCost),
    margin: unitCost ? marginOf(unitCost, price) : null,
    markup: unitCost ? markupPercent(unitCost, price) : null,
    total: toAmount(total),
    totalCost: totalCost ? toAmount(totalCost) : null,
    totalMargin: totalCost ? marginOf(totalCost, total) : null,
    model: table.model,
    tiers: table.model === "flat" ? [] : pricedTiers(computed),
    ruleId: computed.ruleId,
  };
}

/** What the charge comes to before the rounding of the line. A set-up is charged once, whatever the quantity. */
export function exactTotal({ input }: ComputedCharge, table: TierTable): Decimal {
  return input.kind === "setup" ? tierAt(table, input.quantity).amount : chargeAt(table, input.quantity).total;
}

/** The one rounding: half away from zero, to the minor unit, at the line (product decision 4). */
export function lineTotal(computed: ComputedCharge, table: TierTable): Money {
  const { currency } = computed.input;
  return { ...roundDecimal(exactTotal(computed, table), minorUnits(currency)), currency };
}

/** With graduated tiers of a recurring charge the average, for reading only; the total does not come from it. */
export function unitAmount({ input }: Pick<ComputedCharge, "input">, table: TierTable): Money {
  const { currency, kind, quantity } = input;
  const tier = tierAt(table, quantity);
  if (table.model !== "graduated" || kind !== "recurring" || quantity.units === 0n) return { ...tier.amount, currency };
  const scale = unitScale(currency, tier.amount);
  return { ...divideDecimals(chargeAt(table, quantity).total, quantity, scale), currency };
}

type CostedCharge = Pick<ComputedCharge, "input" | "cost">;

/** What one unit costs at the quantity of the charge, or why that is not known. */
export function unitCost(computed: CostedCharge): Cost {
  const { cost } = computed;
  return describeCost(computed, cost.known ? unitAmount(computed, cost.table) : null);
}

function describeCost(computed: CostedCharge, unit: Money | null): Cost {
  const { cost } = computed;
  if (!cost.known || !unit) return cost.known ? { unknown: "notProvided" } : unusableCost(computed, cost);
  const amount = toAmount(unit);
  return cost.estimated ? { ...amount, origin: cost.origin, estimated: true } : { ...amount, origin: cost.origin };
}

/** One in another currency is told with it; there is no margin to it. */
function unusableCost(computed: CostedCharge, { elsewhere, reason }: Extract<CostTable, { known: false }>): Cost {
  if (!elsewhere) return { unknown: reason };
  const { currency, table } = elsewhere;
  const there = { ...computed, input: { ...computed.input, currency } };
  return { ...toAmount(unitAmount(there, table)), origin: "vendor" };
}

function pricedTiers({ input, table }: ComputedCharge): PricedTier[] {
  const { currency, quantity } = input;
  return chargeAt(table, quantity).parts.map((part) => ({
    from: formatDecimal(trimDecimal(part.from)),
    quantity: formatDecimal(trimDecimal(part.quantity)),
    price: toAmount({ ...part.amount, currency }),
  }));
}
