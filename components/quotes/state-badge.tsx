import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { QuoteDto } from "@/lib/client/quote-shapes";

export type QuoteState = QuoteDto["state"];

export const stateWords: Readonly<Record<QuoteState, string>> = {
  draft: "Draft",
  "in-approval": "In approval",
  approved: "Approved",
  sent: "Sent",
  "changes-requested": "Changes requested",
  accepted: "Accepted",
  declined: "Declined",
  expired: "Expired",
  withdrawn: "Withdrawn",
  superseded: "Replaced",
  ordered: "Ordered",
};

const tones: Readonly<Record<QuoteState, Tone>> = {
  draft: "neutral",
  "in-approval": "stale",
  approved: "info",
  sent: "info",
  "changes-requested": "stale",
  accepted: "good",
  declined: "loss",
  expired: "stale",
  withdrawn: "neutral",
  superseded: "neutral",
  ordered: "good",
};

export function StateBadge({ state }: { state: QuoteState }) {
  return <Badge tone={tones[state]}>{stateWords[state]}</Badge>;
}
