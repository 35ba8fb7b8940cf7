import { Temporal } from "temporal-polyfill";
import type { QuoteState } from "@/lib/domain/quotes/quote-moves";

/** Days a quote is valid where nobody says otherwise (ux B13.2). */
export const DEFAULT_VALID_DAYS = 30;

/** A day in the seller's time zone and the instant it is asked at (ISO 8601). */
type Validity = { readonly validUntil: string; readonly timeZone: string; readonly now: string };

/** The first instant at which the quote is no longer valid: the seller's midnight after its last day. */
export function expiresAt({ validUntil, timeZone }: Pick<Validity, "validUntil" | "timeZone">): string {
  return Temporal.PlainDate.from(validUntil).add({ days: 1 }).toZonedDateTime(timeZone).toInstant().toString();
}

export function isPastValidity(validity: Validity): boolean {
  return Temporal.Instant.compare(validity.now, expiresAt(validity)) >= 0;
}

/** The state as of now, whether a job ran or not. A decision stays what it is. */
export function stateAsOf(state: QuoteState, validity: Validity): QuoteState {
  const open = state === "sent" || state === "changes-requested";
  return open && isPastValidity(validity) ? "expired" : state;
}

/** The calendar day in the seller's time zone. */
export function dayOf(now: string, timeZone: string): string {
  return Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

export function defaultValidUntil(now: string, timeZone: string, days = DEFAULT_VALID_DAYS): string {
  return Temporal.PlainDate.from(dayOf(now, timeZone)).add({ days }).toString();
}
