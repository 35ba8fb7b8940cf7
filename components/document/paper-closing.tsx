import { summaryRows } from "@/components/document/billing-sections";
import { outsideTotals } from "@/components/document/overuse-words";
import { Amount } from "@/components/ui/amount";
import { formatDate, formatDateTime } from "@/components/ui/format";
import type { PublicQuote } from "@/lib/contracts/public-quote";

type ClosingProps = {
  quote: PublicQuote;
  decision: { kind: "accepted" | "declined"; name: string; at: string } | null;
};

export function PaperTotals({ quote }: { quote: PublicQuote }) {
  const { language } = quote.customer;
  const outside = outsideTotals(quote.lines);
  return (
    <section className="summary" aria-label="Totals">
      <dl>
        {summaryRows(quote.totals).map((row) => (
          <div key={row.key}>
            <dt>{row.label}</dt>
            <dd>
              <Amount value={row.total} language={language} />
            </dd>
          </div>
        ))}
        <div className="grand-total">
          <dt>First 12 months</dt>
          <dd>
            <span className="summary-currency">{quote.currency}</span>{" "}
            <Amount value={quote.totals.firstYear} language={language} />
          </dd>
        </div>
        {quote.totals.wholeCommitment ? (
          <div>
            <dt>Whole commitment</dt>
            <dd>
              <Amount value={quote.totals.wholeCommitment} language={language} />
            </dd>
          </div>
        ) : null}
      </dl>
      {outside ? <p className="tax-note">{outside}</p> : null}
      <p className="tax-note">{quote.taxNote}</p>
    </section>
  );
}

export function PaperSignature({ quote, decision }: ClosingProps) {
  if (decision) {
    const when = formatDateTime(decision.at, quote.timeZone, quote.customer.language);
    return (
      <section className="signature">
        <h2>{decision.kind === "accepted" ? "Accepted" : "Declined"}</h2>
        <p>
          {decision.kind === "accepted" ? "Accepted online by" : "Declined online by"} {decision.name} on {when} (
          {quote.timeZone}).
        </p>
      </section>
    );
  }
  return (
    <section className="signature">
      <h2>Acceptance</h2>
      <p>
        We accept quote {quote.number}, version {quote.version}, on the terms stated here. It is open for acceptance
        through <span className="unbroken">{formatDate(quote.validUntil, "UTC", quote.customer.language)}</span>.
      </p>
      <div className="signature-lines">
        {["Name and title", "Signature", "Place and date", "Purchase order number"].map((what) => (
          <p key={what}>{what}</p>
        ))}
      </div>
      <p className="signature-parties">
        <span>
          For <strong>{quote.customer.name}</strong>
        </span>
        <span>
          To <strong>{quote.seller.company}</strong>
          {quote.seller.address.length > 0 ? `, ${quote.seller.address.join(", ")}` : ""}
        </span>
      </p>
    </section>
  );
}

export function PaperTerms({ terms }: { terms: string | null }) {
  if (!terms?.trim()) return null;
  return (
    <section className="terms">
      <h2>Terms</h2>
      <PlainText text={terms} />
    </section>
  );
}

/** Typed text: an empty line begins a paragraph, a single break stays a break. */
export function PlainText({ text }: { text: string }) {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  // oxlint-disable-next-line react/no-array-index-key -- typed text never reorders
  return paragraphs.map((paragraph, index) => <p key={index}>{paragraph}</p>);
}
