import type { SharedQuote, SharedQuoteAnswer } from "@/lib/contracts/quote-sharing";

export function sharedQuoteAnswer(quote: SharedQuote): SharedQuoteAnswer {
  return { ...quote, totals: { [quote.currency]: quote.totals } };
}
