import { summaryRows } from "@/components/document/billing-sections";
import { DecisionForms } from "@/components/document/decision-forms";
import { outsideTotals } from "@/components/document/overuse-words";
import { PlainText } from "@/components/document/paper-closing";
import { SharedCharges } from "@/components/document/shared-charges";
import { SharedState } from "@/components/document/shared-state";
import { Amount, columnDigits } from "@/components/ui/amount";
import { formatDate } from "@/components/ui/format";
import type { SharedQuote } from "@/lib/contracts/quote-sharing";

type SharedQuoteScreenProps = { quote: SharedQuote; token: string };

/** What the customer sees behind a link: the same lines and totals as on paper, and after them the answer. */
export function SharedQuoteScreen({ quote, token }: SharedQuoteScreenProps) {
  const { seller, customer } = quote;
  return (
    <div className="mx-auto max-w-[68rem] px-4 pt-6 pb-16 sm:px-8 sm:pt-10">
      <header className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 border-b pb-4">
        <p className="text-title font-strong">{seller.company}</p>
        <p className="text-table text-ink-muted figures">
          Quote {quote.number} · version {quote.version}
          {quote.issuedAt ? ` · ${formatDate(quote.issuedAt, quote.timeZone, customer.language)}` : ""}
        </p>
      </header>
      <main className="mt-8 grid items-start gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="grid min-w-0 gap-9">
          <div>
            <h1 className="text-display font-strong">{quote.title}</h1>
            <p className="text-reading text-ink-muted mt-1">
              For {customer.name}
              {customer.contact ? `, ${customer.contact}` : ""}
            </p>
            <SharedState quote={quote} />
            {quote.notes ? (
              <div className="text-reading mt-5 grid max-w-prose gap-3 whitespace-pre-line">
                <PlainText text={quote.notes} />
              </div>
            ) : null}
          </div>
          <SharedCharges quote={quote} />
          {quote.terms?.trim() ? (
            <section aria-labelledby="terms">
              <h2 id="terms" className="text-title font-strong">
                Terms
              </h2>
              <div className="text-reading mt-2 grid max-w-prose gap-3 whitespace-pre-line">
                <PlainText text={quote.terms} />
              </div>
            </section>
          ) : null}
        </div>
        <aside className="lg:sticky lg:top-8" aria-label="Totals and answer">
          <Totals quote={quote} />
          <PrintLinks token={token} />
          {quote.mayDecide ? <DecisionForms token={token} number={quote.number} seller={seller.company} /> : null}
        </aside>
      </main>
      <footer className="text-table text-ink-muted mt-14 flex flex-wrap justify-between gap-x-8 gap-y-2 border-t pt-4">
        <p>
          {[seller.company, ...seller.address].join(" · ")}
          {seller.email ? (
            <>
              {" · "}
              <a className="link" href={`mailto:${seller.email}?subject=Quote%20${quote.number}`}>
                {seller.email}
              </a>
            </>
          ) : null}
        </p>
        <p>
          Prepared by {quote.preparedBy} · Fingerprint{" "}
          <span className="part-number" title={quote.contentHash}>
            {quote.contentHash.slice(0, 12)}
          </span>
        </p>
      </footer>
    </div>
  );
}

function Totals({ quote }: { quote: SharedQuote }) {
  const { language } = quote.customer;
  const rows = summaryRows(quote.totals);
  const outside = outsideTotals(quote.lines);
  const digits = columnDigits([...rows.map((row) => row.total), quote.totals.firstYear]);
  return (
    <section aria-labelledby="totals" className="panel px-5 py-4">
      <h2 id="totals" className="text-table text-ink-muted font-medium">
        Totals in {quote.currency}
      </h2>
      <dl className="mt-2 grid gap-1.5">
        {rows.map((row) => (
          <div key={row.key} className="flex items-baseline justify-between gap-4">
            <dt>{row.label}</dt>
            <dd>
              <Amount value={row.total} digits={digits} language={language} />
            </dd>
          </div>
        ))}
        <div className="mt-1 flex items-baseline justify-between gap-4 border-t pt-2.5 font-strong">
          <dt>First 12 months</dt>
          <dd className="text-heading">
            <Amount value={quote.totals.firstYear} digits={digits} language={language} />
          </dd>
        </div>
        {quote.totals.wholeCommitment ? (
          <div className="flex items-baseline justify-between gap-4">
            <dt>Whole commitment</dt>
            <dd>
              <Amount value={quote.totals.wholeCommitment} digits={digits} language={language} />
            </dd>
          </div>
        ) : null}
      </dl>
      {outside ? <p className="text-caption text-ink-muted mt-1.5">{outside}</p> : null}
      <p className="text-caption text-ink-muted mt-1.5">{quote.taxNote}</p>
    </section>
  );
}

function PrintLinks({ token }: { token: string }) {
  return (
    <p className="text-table text-ink-muted mt-3 flex flex-wrap gap-x-3 px-5">
      <span>Print or save as PDF:</span>
      <a className="link" href={`/share/quote/${token}/print?paper=a4`}>
        A4
      </a>
      <a className="link" href={`/share/quote/${token}/print?paper=letter`}>
        Letter
      </a>
    </p>
  );
}
