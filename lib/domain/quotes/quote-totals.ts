import { type CartTotals, totalsIn } from "@/lib/domain/cart/cart-totals";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import type { QuoteLine } from "@/lib/domain/quotes/quote-line";

/** Totals of a quote's own amounts, never of today's prices. */
export function quoteTotals(lines: readonly QuoteLine[], currency: CurrencyCode): CartTotals {
  return totalsIn(
    currency,
    lines.map((line) => ({
      currency: line.price.currency,
      billingPeriod: line.billingPeriod,
      total: line.total,
      totalCost: line.totalCost,
      setup: line.setupTotal && { total: line.setupTotal, totalCost: line.setupCost },
    })),
  );
}
