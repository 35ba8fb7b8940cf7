import type { Metadata } from "next";
import { QuoteFilter } from "@/components/quotes/quote-filter";
import { QuoteList } from "@/components/quotes/quote-list";
import { stateWords } from "@/components/quotes/state-badge";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { quoteStates } from "@/lib/domain/quotes/quote-moves";
import { openDesk } from "@/lib/server/open-desk";
import { pageViewer } from "@/lib/server/page-viewer";
import { listQuotes } from "@/lib/server/quotes/list-quotes";

type QuotesPageProps = { searchParams: Promise<{ state?: string | string[]; q?: string | string[] }> };

export const metadata: Metadata = { title: "Quotes" };

export default async function QuotesPage({ searchParams }: QuotesPageProps) {
  const viewer = await pageViewer();
  const asked = await searchParams;
  const q = typeof asked.q === "string" ? asked.q.trim().slice(0, 200) : "";
  const state = quoteStates.find((one) => one === asked.state) ?? null;
  const { items: found } = await listQuotes(await openDesk(), viewer, q ? { q } : {});
  const quotes = state ? found.filter((quote) => quote.state === state) : found;
  const counts = new Map(
    [...Map.groupBy(found, (quote) => quote.state)].map(([one, list]) => [one, list.length] as const),
  );
  return (
    <div className="mx-auto max-w-[80rem] px-4 py-5 lg:px-6">
      <h1 className="text-heading font-strong mb-4">Quotes</h1>
      {found.length === 0 && !q ? (
        <div className="panel">
          <EmptyState
            title="No quotes yet"
            action={
              <ButtonLink href="/carts" tone="primary">
                Go to the carts
              </ButtonLink>
            }
          >
            <p>A quote starts from a cart: fill one, then press Make quote.</p>
          </EmptyState>
        </div>
      ) : (
        <>
          <QuoteFilter state={state} q={q} counts={counts} />
          {quotes.length > 0 ? (
            <QuoteList quotes={quotes} />
          ) : (
            <div className="panel">
              <EmptyState title="No quote matches" action={<ButtonLink href="/quotes">Show all quotes</ButtonLink>}>
                <p>
                  {q ? `Nothing found for “${q}”` : "No quote"}
                  {state ? ` is ${stateWords[state].toLowerCase()}` : ""}.
                </p>
              </EmptyState>
            </div>
          )}
        </>
      )}
    </div>
  );
}
