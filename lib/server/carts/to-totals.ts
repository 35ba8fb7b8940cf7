import type { TotalsDto } from "@/lib/contracts/totals";
import { type CartTotals, cartTotals, totalsIn } from "@/lib/domain/cart/cart-totals";
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
    [currency]: toTotals(own ?? totalsIn(currency, []), costs),
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
    firstInvoice: totals.firstInvoice,
    wholeCommitment: totals.wholeCommitment,
    ...(costs ? costSide(totals) : {}),
    lines: totals.lines,
  };
}

function costSide({ cost, margin, costKnownLines, commitmentMargin, byPeriod }: CartTotals): Partial<TotalsDto> {
  const periodMargins = [...byPeriod].map(([period, one]) => ({
    period,
    cost: one.cost,
    margin: one.margin,
    costKnownLines: one.costKnownLines,
    lines: one.lines,
  }));
  return { cost, margin, costKnownLines, commitmentMargin, periodMargins };
}
