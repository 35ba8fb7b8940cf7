import { type CartTotals, type TotalledLine, totalsIn } from "@/lib/domain/cart/cart-totals";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import type { QuoteLine } from "@/lib/domain/quotes/quote-line";

/** Totals of a quote's own amounts, never of today's prices. */
export function quoteTotals(lines: readonly QuoteLine[], currency: CurrencyCode): CartTotals {
  return totalsIn(
    currency,
    lines.map((line) => toTotalled(line, currency)),
  );
}

/** What totals need of a quote's line. */
export function toTotalled(line: QuoteLine, currency: CurrencyCode): TotalledLine {
  return {
    currency: line.price?.currency ?? currency,
    billingPeriod: line.billingPeriod,
    commitment: line.commitment,
    total: line.total,
    totalCost: line.totalCost,
    setup: line.setupTotal && { total: line.setupTotal, totalCost: line.setupCost },
  };
}
