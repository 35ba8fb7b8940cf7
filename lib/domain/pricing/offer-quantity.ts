import type { Plan } from "@/lib/domain/catalog/product";
import { compareDecimals, decimal, type DecimalString, formatDecimal } from "@/lib/domain/money/decimal";
import { trimDecimal } from "@/lib/domain/money/decimal-arithmetic";

/** The least that is added at once: the plan's minimum, but not less than one. */
export function offerQuantity(plan: Pick<Plan, "minimum">): DecimalString {
  const minimum = decimal(plan.minimum);
  return compareDecimals(minimum, { units: 1n, scale: 0 }) < 0 ? "1" : formatDecimal(trimDecimal(minimum));
}
