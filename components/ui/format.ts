/**
 * The one place where values become words and figures. The words are English; papers for a customer write figures and
 * dates in the way of the `language` they name.
 */
const english = "en-GB";
const MINUS = "−";

/** "1234567.5" → "1,234,567.5", in German "1.234.567,5"; digits are never changed, so nothing is rounded here. */
export function formatNumber(decimal: string, language?: string): string {
  if (language !== undefined) return numberFormat(language, fractionDigits(decimal))(decimal);
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction] = (negative ? decimal.slice(1) : decimal).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${negative ? MINUS : ""}${grouped}${fraction ? `.${fraction}` : ""}`;
}

const numberFormats = new Map<string, (decimal: string) => string>();

function numberFormat(language: string, digits: number): (decimal: string) => string {
  const key = `${language} ${digits}`;
  const known = numberFormats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(localesOf(language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // ECMA-402 reads a decimal string digit by digit; the library's type for such strings is narrower than ours.
  const made = (decimal: string) => format.format(decimal as `${number}`).replace("-", MINUS);
  numberFormats.set(key, made);
  return made;
}

/** Our calendar and digits in every language; English for one that the platform does not know. */
function localesOf(language: string): string[] {
  return [`${language}-u-ca-gregory-nu-latn`, english];
}

/** "5.0000" → "5": quantities show no idle zeros. */
export function formatQuantity(decimal: string, language?: string): string {
  return formatNumber(decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal, language);
}

/** "USD 19.80" */
export function formatMoney({ amount, currency }: { amount: string; currency: string }): string {
  return `${currency} ${formatNumber(amount)}`;
}

export function formatPercent(percent: string): string {
  return `${formatNumber(percent)} %`;
}

/** "0.00" is said in a word: Free. */
export function isZero(decimal: string): boolean {
  return /^-?0*(\.0*)?$/.test(decimal);
}

export function fractionDigits(decimal: string): number {
  return decimal.split(".")[1]?.length ?? 0;
}

const periodWords: Record<string, string> = {
  P1D: "Daily",
  P7D: "Weekly",
  P1M: "Monthly",
  P3M: "Quarterly",
  P6M: "Half-yearly",
  P1Y: "Yearly",
};

function split(period: string): { count: number; unit: "day" | "month" | "year" } | null {
  const match = /^P(\d+)([DMY])$/.exec(period);
  if (!match) return null;
  const unit = match[2] === "D" ? "day" : match[2] === "M" ? "month" : "year";
  return { count: parseInt(match[1] ?? "1", 10), unit };
}

/** "P1M" → "1 month" */
export function formatPeriod(period: string): string {
  const parts = split(period);
  if (!parts) return period;
  return `${parts.count} ${parts.unit}${parts.count === 1 ? "" : "s"}`;
}

/** How often it is billed: "Monthly", "Every 3 years"; without a period it is billed once. */
export function formatBilling(period: string | null): string {
  if (period === null) return "One-time";
  return periodWords[period] ?? `Every ${formatPeriod(period)}`;
}

/** How long one is bound: "1 year", or nothing. */
export function formatCommitment(period: string | null): string {
  return period === null ? "None" : formatPeriod(period);
}

const shortUnits = { day: "day", month: "mo", year: "yr" };

/** What stands behind a price: "/ mo", "/ 3 yr", "once". */
export function formatPer(period: string | null): string {
  if (period === null) return "once";
  const parts = split(period);
  if (!parts) return `/ ${period}`;
  return parts.count === 1 ? `/ ${shortUnits[parts.unit]}` : `/ ${parts.count} ${shortUnits[parts.unit]}`;
}

/** The same in full, for screen readers and tooltips. */
export function formatPerInFull(period: string | null): string {
  if (period === null) return "one-time";
  const parts = split(period);
  if (!parts) return `per ${period}`;
  return parts.count === 1 ? `per ${parts.unit}` : `per ${formatPeriod(period)}`;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function formatWith(options: Intl.DateTimeFormatOptions, iso: string, language: string): string {
  const key = JSON.stringify([language, options]);
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(localesOf(language), options);
  dateFormats.set(key, format);
  return format.format(new Date(iso));
}

/** "22 Nov 2026, 09:14" in the zone asked for; without one, in that of whoever reads. */
export function formatDateTime(iso: string, timeZone?: string, language = english): string {
  return formatWith(
    { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone },
    iso,
    language,
  );
}

/** "22 Nov 2026" */
export function formatDate(iso: string, timeZone?: string, language = english): string {
  return formatWith({ day: "numeric", month: "short", year: "numeric", timeZone }, iso, language);
}

/** "2 h", "3 days", "just now": how long ago, for quiet places. */
export function formatAge(iso: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(iso)) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / 1440)} days`;
}

/** "1 product", "2 products" */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(String(count))} ${count === 1 ? one : many}`;
}
