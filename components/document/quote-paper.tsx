import "./paper.css";
import { PaperCharges } from "@/components/document/paper-charges";
import { PaperSignature, PaperTerms, PaperTotals, PlainText } from "@/components/document/paper-closing";
import { PaperLetterhead } from "@/components/document/paper-letterhead";
import type { PaperBanner } from "@/components/document/paper-banner";
import { type Paper, pageRules } from "@/components/document/page-rules";
import { formatDate } from "@/components/ui/format";
import type { PublicQuote } from "@/lib/contracts/public-quote";

type QuotePaperProps = {
  quote: PublicQuote;
  paper: Paper;
  banner: PaperBanner | null;
  decision?: { kind: "accepted" | "declined"; name: string; at: string } | null;
  shareAddress: string | null;
  nonce: string | undefined;
};

/** The quote as it leaves the house: the same markup for the screen, the printer and the PDF. */
export function QuotePaper({ quote, paper, banner, decision = null, shareAddress, nonce }: QuotePaperProps) {
  const css = pageRules({
    paper,
    reference: `${quote.number} · v${quote.version}`,
    footnote: `Valid until ${formatDate(quote.validUntil, "UTC", quote.customer.language)}`,
    banner: banner?.word ?? null,
  });
  return (
    <>
      <style nonce={nonce}>{css}</style>
      <article className="paper sheet" data-paper={paper} lang="en">
        {banner ? (
          <p className="banner">
            <strong>{banner.word}</strong> {banner.sentence}
          </p>
        ) : null}
        <PaperLetterhead quote={quote} shareAddress={shareAddress} />
        <h1>{quote.title}</h1>
        {quote.notes ? (
          <div className="notes">
            <PlainText text={quote.notes} />
          </div>
        ) : null}
        <PaperCharges quote={quote} />
        <PaperTotals quote={quote} />
        <PaperSignature quote={quote} decision={decision} />
        <PaperTerms terms={quote.terms} />
      </article>
    </>
  );
}

/** What a browser offers as the file name: "Quote Q-2026-0042 v2 - Customer". */
export function documentTitle(quote: Pick<PublicQuote, "number" | "version" | "customer">): string {
  return `Quote ${quote.number} v${quote.version} - ${quote.customer.name}`;
}
