import type { QuoteActor, QuoteState } from "@/lib/domain/quotes/quote-moves";
import { stateAsOf } from "@/lib/domain/quotes/quote-expiry";
import type { QuoteVersion } from "@/lib/server/quotes/quote-store";
import type { Viewer } from "@/lib/server/viewer";

/** `expired` is worked out whenever somebody looks, from the last day and never over a decision. */
export function effectiveState(
  { state, validUntil }: Pick<QuoteVersion, "state" | "validUntil">,
  timeZone: string,
  now: Date,
): QuoteState {
  return stateAsOf(state, { validUntil, timeZone, now: now.toISOString() });
}

export function actorFor(viewer: Viewer, ownerId: string): QuoteActor {
  const role = viewer.role === "seller-no-cost" ? "seller" : viewer.role;
  return { role, own: ownerId === viewer.userId };
}
