import type { AmountDto } from "@/lib/contracts/amount";
import type { PlanDto, ProductDto } from "@/lib/contracts/product";
import { minorUnits } from "@/lib/domain/money/currency";
import { compareDecimals, decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { multiplyDecimals, roundDecimal } from "@/lib/domain/money/decimal-arithmetic";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import { chargeAt, tierAt, tierTable, type TierTable } from "@/lib/domain/pricing/tier-table";

type Side = "price" | "cost";

/**
 * What a quantity comes to, rounded once at the line. Null where the price at hand comes from a rule over tiers:
 * then only the cart can say, and the panel shows nothing rather than something wrong.
 */
export function lineTotal(
  unit: AmountDto,
  quantity: string,
  plan: PlanDto,
  rows: ProductDto["prices"],
  side: Side,
): AmountDto | null {
  const table = tiersOf(rows, plan.key, side, unit.currency);
  const amount = decimal(quantity);
  const exact =
    table && isUnitOf(table, plan, unit)
      ? chargeAt(table, amount).total
      : table && table.tiers.length > 1
        ? null
        : multiplyDecimals(decimal(unit.amount), amount);
  if (exact === null) return null;
  const digits = minorUnits(unit.currency);
  return { amount: formatDecimal(roundDecimal(exact, digits), digits), currency: unit.currency };
}

/** The unit amount at a quantity, where tiers make it differ from the shown one. */
export function unitAt(
  unit: AmountDto,
  quantity: string,
  plan: PlanDto,
  rows: ProductDto["prices"],
  side: Side,
): AmountDto {
  const table = tiersOf(rows, plan.key, side, unit.currency);
  if (!table || table.tiers.length < 2 || table.model === "graduated" || !isUnitOf(table, plan, unit)) return unit;
  const { amount } = tierAt(table, decimal(quantity));
  return { amount: formatDecimal(amount, minorUnits(unit.currency)), currency: unit.currency };
}

function tiersOf(rows: ProductDto["prices"], plan: string, side: Side, currency: string): TierTable | null {
  const own = rows
    .filter((row) => row.plan === plan)
    .map(({ amount: { amount, currency: coin }, kind, model, from, side: whose }) => {
      return { side: whose, kind, model, from, amount, currency: coin };
    });
  return tierTable(own, side, "recurring", currency);
}

/** Does the shown amount come from these tiers? It is the one at the least quantity. */
function isUnitOf(table: TierTable, plan: PlanDto, unit: AmountDto): boolean {
  return compareDecimals(tierAt(table, decimal(offerQuantity(plan))).amount, decimal(unit.amount)) === 0;
}
