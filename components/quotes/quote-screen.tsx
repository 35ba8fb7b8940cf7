import { paperFor } from "@/components/document/page-rules";
import { ApprovalPanel } from "@/components/quotes/approval-panel";
import { PrintLinks } from "@/components/quotes/print-links";
import { QuoteCustomer } from "@/components/quotes/quote-customer";
import { QuoteLines } from "@/components/quotes/quote-lines";
import { QuoteMoves } from "@/components/quotes/quote-moves";
import { QuoteTexts } from "@/components/quotes/quote-texts";
import { QuoteTimeline, QuoteVersions } from "@/components/quotes/quote-timeline";
import { QuoteTotals } from "@/components/quotes/quote-totals";
import { RetakeLines } from "@/components/quotes/retake-lines";
import { ShareLinks } from "@/components/quotes/share-links";
import { StateBadge } from "@/components/quotes/state-badge";
import { Badge } from "@/components/ui/badge";
import { formatDate } from "@/components/ui/format";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import type { QuoteDto } from "@/lib/contracts/quote";

type QuoteScreenProps = { quote: QuoteDto; tag: string };

export function QuoteScreen({ quote, tag }: QuoteScreenProps) {
  const newest = quote.versions.reduce((most, { version }) => Math.max(most, version), quote.version);
  const editable = quote.state === "draft" && quote.version === newest;
  const key = `${quote.number} ${tag}`;
  return (
    <div className="mx-auto max-w-[90rem] px-4 py-5 lg:px-6">
      <QuoteHeader quote={quote} isNewest={quote.version === newest} />
      <div className="mt-5 grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_19rem] xl:gap-6">
        <div className="grid min-w-0 gap-5">
          {quote.version < newest ? (
            <Notice tone="low">
              This is version {quote.version}. The newest is{" "}
              <a className="link" href={`/quotes/${quote.number}`}>
                version {newest}
              </a>
              .
            </Notice>
          ) : null}
          {quote.decision ? <Decision decision={quote.decision} /> : null}
          <ApprovalPanel quote={quote} />
          <QuoteCustomer key={`customer ${key}`} quote={quote} tag={editable ? tag : null} />
          <QuoteLines quote={quote} />
          {editable ? <RetakeLines key={`lines ${key}`} number={quote.number} tag={tag} /> : null}
          <QuoteTexts key={`texts ${key}`} quote={quote} tag={editable ? tag : null} />
        </div>
        <div className="grid items-start gap-5 max-xl:sm:grid-cols-2 xl:sticky xl:top-18">
          <QuoteTotals quote={quote} />
          <PrintLinks number={quote.number} version={quote.version} paper={paperFor(quote.customer.country)} />
          <ShareLinks quote={quote} />
          <QuoteVersions quote={quote} />
          <QuoteTimeline quote={quote} />
        </div>
      </div>
    </div>
  );
}

function QuoteHeader({ quote, isNewest }: { quote: QuoteDto; isNewest: boolean }) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <p className="text-table text-ink-muted flex flex-wrap items-center gap-x-2 gap-y-1">
          <StateBadge state={quote.state} />
          {quote.approval?.needed && quote.state === "draft" ? <Badge tone="low">needs approval</Badge> : null}
          <span className="figures">
            {quote.number} · version {quote.version}
          </span>
          <span aria-hidden="true">·</span>
          <span className={quote.expired ? "text-stale font-medium" : undefined}>
            {quote.expired ? "was valid until " : "valid until "}
            <span className="figures">{formatDate(quote.validUntil, "UTC")}</span>
          </span>
          {quote.sentAt ? (
            <>
              <span aria-hidden="true">·</span>
              <span>
                sent <LocalTime iso={quote.sentAt} />
              </span>
            </>
          ) : null}
        </p>
        <h1 className="text-heading font-strong mt-1">{quote.title}</h1>
      </div>
      {isNewest ? (
        <QuoteMoves number={quote.number} version={quote.version} moves={quote.moves} customer={quote.customer.name} />
      ) : null}
    </header>
  );
}

function Decision({ decision }: { decision: NonNullable<QuoteDto["decision"]> }) {
  const accepted = decision.kind === "accepted";
  const who = [decision.name, decision.title, decision.email].filter(Boolean).join(", ");
  return (
    <Notice tone={accepted ? "good" : "loss"} title={accepted ? "Accepted" : "Declined"}>
      <p>
        By {who || "the customer"} on <LocalTime iso={decision.at} />
      </p>
      {decision.reason ? <p className="mt-0.5">“{decision.reason}”</p> : null}
    </Notice>
  );
}
