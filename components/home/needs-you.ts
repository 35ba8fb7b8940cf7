import type { Tone } from "@/components/ui/tone";
import { formatCount } from "@/components/ui/format";
import type { CartSummary } from "@/lib/contracts/cart";
import type { QuoteSummary } from "@/lib/contracts/quote";
import type { VendorStatusDto } from "@/lib/contracts/status";

export type Need = { key: string; tone: Tone; what: string; why: string; href: string };

const DAY = 86_400_000;
const SOON_DAYS = 7;

/** Whole days from today to the last valid day; 0 on that day itself. */
function daysLeft(validUntil: string, now: number): number {
  return Math.round((Date.parse(`${validUntil}T00:00:00Z`) - Math.floor(now / DAY) * DAY) / DAY);
}

function needOfQuote(quote: QuoteSummary, now: number): Omit<Need, "key" | "what" | "href"> | null {
  switch (quote.state) {
    case "changes-requested":
      return { tone: "low", why: "the customer asks for changes" };
    case "accepted":
      return { tone: "good", why: "accepted: place the order" };
    case "in-approval":
      return { tone: "info", why: "waits for approval" };
    case "approved":
      return { tone: "info", why: "approved and ready to send" };
    case "sent": {
      const days = daysLeft(quote.validUntil, now);
      if (days < 0 || days > SOON_DAYS) return null;
      return { tone: "stale", why: days === 0 ? "expires today" : `expires in ${formatCount(days, "day")}` };
    }
    default:
      return null;
  }
}

type Known = { carts: readonly CartSummary[]; quotes: readonly QuoteSummary[]; vendors: readonly VendorStatusDto[] };

/** What waits for somebody today: decisions first, then orders that cannot be placed, then data that grows old. */
export function needsOf({ carts, quotes, vendors }: Known, now: number): Need[] {
  const needs: Need[] = [];
  for (const quote of quotes) {
    const need = needOfQuote(quote, now);
    if (!need) continue;
    needs.push({
      ...need,
      key: quote.number,
      what: `${quote.number} · ${quote.customer.name}`,
      href: `/quotes/${quote.number}`,
    });
  }
  for (const cart of carts) {
    if (cart.problemCount === 0) continue;
    const why = `${formatCount(cart.problemCount, "problem")} to fix before it can be ordered`;
    needs.push({ key: cart.id, tone: "loss", what: `Cart “${cart.name}”`, why, href: `/carts/${cart.id}` });
  }
  for (const vendor of vendors) {
    const trouble = troubleOf(vendor);
    if (trouble) needs.push({ key: vendor.vendor, tone: "stale", what: vendor.label, why: trouble, href: "/status" });
  }
  return needs;
}

function troubleOf({ reachable, freshness, credential }: VendorStatusDto): string | null {
  if (credential === "rejected") return "its prices cannot be refreshed: the credential was rejected";
  if (reachable === false) return "cannot be reached; the last good copy is in use";
  return freshness === "stale" ? "its prices are older than three days" : null;
}
