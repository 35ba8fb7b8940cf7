import Link from "next/link";
import { StateBadge } from "@/components/quotes/state-badge";
import { Amount, columnDigits } from "@/components/ui/amount";
import { formatDate } from "@/components/ui/format";
import { LocalTime } from "@/components/ui/local-time";
import type { QuoteSummary } from "@/lib/contracts/quote";

export function QuoteList({ quotes }: { quotes: readonly QuoteSummary[] }) {
  const digits = columnDigits(quotes.map((quote) => quote.firstYear));
  return (
    <div className="panel overflow-x-auto">
      <table className="ledger">
        <caption className="sr-only">Quotes, newest change first</caption>
        <thead>
          <tr>
            <th scope="col">Quote</th>
            <th scope="col" className="max-sm:hidden">
              State
            </th>
            <th scope="col">Customer</th>
            <th scope="col" className="num">
              First year
            </th>
            <th scope="col" className="max-md:hidden">
              Valid until
            </th>
            <th scope="col" className="max-lg:hidden">
              Prepared by
            </th>
            <th scope="col" className="max-lg:hidden">
              Changed
            </th>
          </tr>
        </thead>
        <tbody>
          {quotes.map((quote) => (
            <tr key={quote.number} className="hover:bg-wash relative h-11">
              <th scope="row" className="whitespace-nowrap">
                <Link
                  href={`/quotes/${quote.number}`}
                  prefetch={false}
                  className="quiet-link figures text-control font-medium after:absolute after:inset-0"
                >
                  {quote.number}
                </Link>
                <span className="text-ink-muted figures"> v{quote.version}</span>
                <span className="block sm:hidden">
                  <StateBadge state={quote.state} />
                </span>
              </th>
              <td className="max-sm:hidden">
                <StateBadge state={quote.state} />
              </td>
              <td className="sm:min-w-40">
                <span className="block">{quote.customer.name}</span>
                <span className="text-caption text-ink-muted block max-w-80 truncate max-sm:max-w-28">
                  {quote.title}
                </span>
              </td>
              <td className="num">
                <Amount value={quote.firstYear} digits={digits} currency />
              </td>
              <td className="figures whitespace-nowrap max-md:hidden">{formatDate(quote.validUntil, "UTC")}</td>
              <td className="max-lg:hidden">{quote.preparedBy}</td>
              <td className="text-ink-muted whitespace-nowrap max-lg:hidden">
                <LocalTime iso={quote.updatedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
