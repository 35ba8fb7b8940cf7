import {
  type Decimal,
  type DecimalString,
  divideHalfAwayFromZero,
  formatDecimal,
  unitsAtScale,
} from "@/lib/domain/money/decimal";
import { type Amount, type Money, subtractMoney, toAmount } from "@/lib/domain/money/money";

/** What is left of a price after its cost; `percent` is of the price, to one decimal, null when the price is 0. */
export type Margin = Amount & { readonly percent: DecimalString | null };

/** Margin of price: (price − cost) / price (product decision 5). Both amounts must share a currency. */
export function marginOf(cost: Money, price: Money): Margin {
  const profit = subtractMoney(price, cost);
  return { ...toAmount(profit), percent: percentOf(profit, price) };
}

/** Markup on cost: (price − cost) / cost, to one decimal; null when the cost is 0. */
export function markupPercent(cost: Money, price: Money): DecimalString | null {
  return percentOf(subtractMoney(price, cost), cost);
}

/** `part` as a percentage of `whole`, to one decimal, half away from zero; null when `whole` is 0. */
export function percentOf(part: Decimal, whole: Decimal): DecimalString | null {
  if (whole.units === 0n) return null;
  const scale = Math.max(part.scale, whole.scale);
  const tenths = divideHalfAwayFromZero(unitsAtScale(part, scale) * 1000n, unitsAtScale(whole, scale));
  return formatDecimal({ units: tenths, scale: 1 }, 1);
}
