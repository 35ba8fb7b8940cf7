import { dayOf } from "@/lib/domain/quotes/quote-expiry";
import type { Desk } from "@/lib/server/desk";

/** The day it is where the house sells: price rules begin and end with it, as quotes do. */
export function today({ now, timeZone }: Pick<Desk, "now" | "timeZone">): string {
  return dayOf(now().toISOString(), timeZone);
}
