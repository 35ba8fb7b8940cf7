import type { TotalsDto } from "@/lib/contracts/cart";
import { type CartTotals, cartTotals } from "@/lib/domain/cart/cart-totals";
import { toAmount, zero } from "@/lib/domain/money/money";
import type { PricedLine } from "@/lib/domain/pricing/price-line";

/** Totals by currency; the document's own currency is always there, be it with nothing in it. */
export function totalsOf(
  lines: readonly (PricedLine | null)[],
  currency: string,
  costs: boolean,
): Record<string, TotalsDto> {
  const totals = cartTotals(lines.filter((line) => line !== null));
  const own = totals.get(currency);
  return {
    [currency]: own ? toTotals(own, costs) : nothing(currency, costs),
    ...Object.fromEntries([...totals].map(([code, sums]) => [code, toTotals(sums, costs)])),
  };
}

/** Totals field by field; their cost side only for those who may see it. */
export function toTotals(totals: CartTotals, costs: boolean): TotalsDto {
  return {
    oneTime: totals.oneTime,
    monthly: totals.monthly,
    yearly: totals.yearly,
    other: totals.other.map(({ period, total }) => ({ period, total })),
    firstYear: totals.firstYear,
    ...(costs ? { cost: totals.cost, margin: totals.margin, costKnownLines: totals.costKnownLines } : {}),
    lines: totals.lines,
  };
}

function nothing(currency: string, costs: boolean): TotalsDto {
  const none = toAmount(zero(currency));
  const sums = { oneTime: none, monthly: none, yearly: none, other: [], firstYear: none };
  return { ...sums, ...(costs ? { cost: none, margin: null, costKnownLines: 0 } : {}), lines: 0 };
}
