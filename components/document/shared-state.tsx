import { formatDate, formatDateTime } from "@/components/ui/format";
import type { Tone } from "@/components/ui/tone";
import type { SharedQuote } from "@/lib/contracts/quote-sharing";

type Words = { tone: Tone; title: string; text: string };

/** Where the quote stands, in words. */
export function SharedState({ quote }: { quote: SharedQuote }) {
  const { tone, title, text } = wordsFor(quote);
  return (
    <div data-tone={tone} className="tone rounded-panel mt-5 px-5 py-3.5">
      <p className="text-reading font-strong">{title}</p>
      <p className="text-table text-ink mt-0.5">{text}</p>
    </div>
  );
}

function wordsFor({ state, decision, validUntil, timeZone, mayDecide, seller, customer }: SharedQuote): Words {
  const { language } = customer;
  const lastDay = formatDate(validUntil, "UTC", language);
  const decided = decision
    ? `By ${decision.name} on ${formatDateTime(decision.at, timeZone, language)} (${timeZone}).`
    : "";
  if (state === "accepted") return { tone: "good", title: "Accepted", text: `${decided} Thank you.` };
  if (state === "declined") {
    return { tone: "neutral", title: "Declined", text: `${decided} ${seller.company} was told.` };
  }
  if (state === "expired") {
    return {
      tone: "stale",
      title: "Expired",
      text: `It was valid until ${lastDay} and cannot be accepted any more. Ask ${seller.company} for a new one.`,
    };
  }
  return mayDecide
    ? { tone: "info", title: `Open until ${lastDay}`, text: `Through the end of that day (${timeZone}).` }
    : { tone: "stale", title: "Being changed", text: `${seller.company} is preparing a new version for you.` };
}
