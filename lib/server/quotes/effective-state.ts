import type { QuoteActor, QuoteState } from "@/lib/domain/quotes/quote-moves";
import type { QuoteVersion } from "@/lib/server/quotes/quote-store";
import { isPast } from "@/lib/server/quotes/validity";
import type { Viewer } from "@/lib/server/viewer";

/** `expired` is worked out whenever somebody looks, from the last day and never over a decision. */
export function effectiveState(
  version: Pick<QuoteVersion, "state" | "validUntil">,
  timeZone: string,
  now: Date,
): QuoteState {
  const open = version.state === "sent" || version.state === "changes-requested";
  return open && isPast(version.validUntil, timeZone, now) ? "expired" : version.state;
}

export function actorFor(viewer: Viewer, ownerId: string): QuoteActor {
  const role = viewer.role === "seller-no-cost" ? "seller" : viewer.role;
  return { role, own: ownerId === viewer.userId };
}
