import type { Plan, PriceRow, PriceKind } from "@/lib/domain/catalog/product";
import { minorUnits } from "@/lib/domain/money/currency";
import { formatDecimal, parseDecimal } from "@/lib/domain/money/decimal";

const kindWords: Record<PriceKind, string> = {
  recurring: "recurring",
  setup: "setup",
  overuse: "above the limit",
};

const WELL_FORMED_CURRENCY = /^[A-Z]{3}$/;

/** "19.80 USD", padded to the minor unit, so that "19.8" and "19.80" are the same amount. */
export function describeAmount(row: Pick<PriceRow, "amount" | "currency">): string {
  const parsed = parseDecimal(row.amount);
  const digits = WELL_FORMED_CURRENCY.test(row.currency) ? minorUnits(row.currency) : 0;
  return `${parsed ? formatDecimal(parsed, digits) : row.amount} ${row.currency}`;
}

/** "Standard, recurring, from 100 units"; the plan is named where the product has several. */
export function describeRow(plan: Pick<Plan, "name">, row: PriceRow, severalPlans: boolean): string {
  const parts = [
    severalPlans ? plan.name : null,
    kindWords[row.kind],
    isFirstTier(row.from) ? null : `from ${row.from} units`,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

/** What makes two rows of a plan the same row before and after. */
export function rowIdentity(row: PriceRow): string {
  const from = parseDecimal(row.from);
  return [row.side, row.kind, row.currency, from ? formatDecimal(from) : row.from].join(" ");
}

function isFirstTier(from: string): boolean {
  const parsed = parseDecimal(from);
  return parsed !== null && parsed.units === 0n;
}
