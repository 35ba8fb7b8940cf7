import { Hand, OctagonAlert, TriangleAlert } from "lucide-react";
import { LocalTime } from "@/components/ui/local-time";
import { formatMoney } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { QuoteDto } from "@/lib/contracts/quote";

type Approval = NonNullable<QuoteDto["approval"]>;

const icons = { block: OctagonAlert, ask: Hand, warn: TriangleAlert };
const words = { block: "Cannot be sent", ask: "Needs approval", warn: "Note" } as const;
const tones = { block: "loss", ask: "low", warn: "info" } as const;

/** What stands between a quote and its being sent, who is asked about it, and what they said. */
export function ApprovalPanel({ quote }: { quote: Pick<QuoteDto, "state" | "approval"> }) {
  const { approval, state } = quote;
  if (!approval || (approval.findings.length === 0 && approval.steps.length === 0)) return null;
  return (
    <section aria-labelledby="approval-title" className="panel">
      <h2 id="approval-title" className="font-strong px-4 pt-3">
        Approval
      </h2>
      <div className="grid gap-3 px-4 pt-2 pb-4">
        <Standing approval={approval} state={state} />
        {approval.findings.length > 0 ? <Findings findings={approval.findings} /> : null}
        {approval.steps.length > 0 ? <Steps steps={approval.steps} /> : null}
      </div>
    </section>
  );
}

function Standing({ approval, state }: { approval: Approval; state: QuoteDto["state"] }) {
  if (approval.findings.some(({ policy }) => policy === "block")) {
    return (
      <Notice tone="loss" title="This quote cannot be sent at these prices">
        Change the prices in the cart, then take the lines anew.
      </Notice>
    );
  }
  if (state === "in-approval") {
    return (
      <Notice tone="stale" title="Waits for a decision">
        A manager or an administrator decides. Managers do not decide about their own quotes.
      </Notice>
    );
  }
  if (state === "approved") return <Notice tone="good" title="Approved; it may be sent as it stands" />;
  if (!approval.needed) return <Notice tone="good" title="No approval is needed at these prices" />;
  return (
    <Notice tone="low" title="This quote needs approval before it is sent">
      Ask for it, and a manager or an administrator decides. Or change the prices in the cart and take the lines anew.
    </Notice>
  );
}

function Findings({ findings }: Pick<Approval, "findings">) {
  return (
    <ul className="grid gap-2" aria-label="Limits that prices of this quote break">
      {findings.map(({ lineId, name, policy, message, limit, reason }) => {
        const Icon = icons[policy];
        const telling = limit !== null && !message.includes(limit.amount);
        return (
          <li
            key={`${lineId} ${policy} ${message}`}
            className="text-table flex items-start gap-2"
            data-tone={tones[policy]}
          >
            <Icon aria-hidden="true" className="tone-ink mt-0.5 shrink-0" />
            <p className="min-w-0">
              <span className="font-medium">{name}</span>
              <span className="text-ink-muted"> · {words[policy]}</span>
              <span className="block">
                {message}
                {telling ? ` (${formatMoney(limit)})` : ""}
              </span>
              {reason ? <span className="text-ink-muted block">Reason given: “{reason}”</span> : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

const stepWords = {
  requested: "asked for approval",
  approved: "approved it",
  refused: "sent it back",
  "taken-back": "took it back to draft",
} as const;

function Steps({ steps }: Pick<Approval, "steps">) {
  return (
    <ol className="text-table grid gap-1 border-t pt-2.5" aria-label="Steps of the approval">
      {steps.map(({ kind, at, by, note }) => (
        <li key={`${at} ${kind}`}>
          <span className="font-medium">{by}</span> {stepWords[kind]}
          {note ? `: “${note}”` : ""} <LocalTime iso={at} className="text-caption text-ink-muted" />
        </li>
      ))}
    </ol>
  );
}
