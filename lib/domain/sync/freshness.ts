export type Freshness = "none" | "fresh" | "ageing" | "stale";

const HOUR_MS = 3_600_000;

/** Fresh below 24 hours, ageing below 72, stale beyond; both instants ISO 8601. */
export function freshnessOf(asOf: string | null, now: string): Freshness {
  if (asOf === null) return "none";
  const ageMs = Date.parse(now) - Date.parse(asOf);
  if (ageMs < 24 * HOUR_MS) return "fresh";
  return ageMs < 72 * HOUR_MS ? "ageing" : "stale";
}
