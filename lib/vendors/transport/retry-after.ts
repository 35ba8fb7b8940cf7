const waitMinMs = 1_000;
const waitMaxMs = 600_000;
const waitDefaultMs = 30_000;

/**
 * How long a vendor wants us to wait (RFC 9110 10.2.3: seconds or a date), clamped to 1 s … 10 min. A date is measured
 * against the answer's own `Date`, so that our clock may be wrong. Null where the header is absent.
 */
export function readRetryAfter(header: string | null, answerDate: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d+$/.test(text)) return clamp(parseInt(text, 10) * 1000);
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(date)) return waitDefaultMs;
  const from = answerDate === null ? Number.NaN : Date.parse(answerDate);
  return clamp(date - (Number.isNaN(from) ? nowMs : from));
}

/** The wait after a 429 that names none. */
export const throttleDefaultMs = 2_000;

function clamp(ms: number): number {
  return Math.min(waitMaxMs, Math.max(waitMinMs, ms));
}
