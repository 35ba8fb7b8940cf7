import { Temporal } from "temporal-polyfill";
import type { Day } from "@/lib/domain/pricing/price-rule";

/** The calendar day it is in a time zone. */
export function dayIn(timeZone: string, now: Date): Day {
  return zoned(timeZone, now).toString();
}

export function dayAfter(timeZone: string, now: Date, days: number): Day {
  return zoned(timeZone, now).add({ days }).toString();
}

/** Valid through the end of the last day, there where the seller is. */
export function isPast(validUntil: Day, timeZone: string, now: Date): boolean {
  return dayIn(timeZone, now) > validUntil;
}

function zoned(timeZone: string, now: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}
