import { isEstimated, profitLines, TotalsList } from "@/components/carts/cart-totals";
import { outsideTotals } from "@/components/document/overuse-words";
import { ProfitPicture } from "@/components/pricing/profit-picture";
import type { QuoteDto } from "@/lib/contracts/quote";

export function QuoteTotals({ quote }: { quote: QuoteDto }) {
  return (
    <section aria-label="Totals" className="panel">
      {Object.entries(quote.totals).map(([currency, totals]) => (
        <div key={currency} className="px-4 py-3 not-first:border-t">
          <TotalsList
            totals={totals}
            currency={currency}
            estimated={quote.lines.filter((line) => isEstimated(line, currency)).length}
            unknownLine={null}
            outside={outsideTotals(quote.lines)}
          />
        </div>
      ))}
      <ProfitPicture currency={quote.currency} lines={profitLines(quote.lines)} />
    </section>
  );
}
