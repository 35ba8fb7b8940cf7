import type { Decimal } from "@/lib/domain/money/decimal";

/** ISO 8601 duration in one unit: "P1M", "P1Y", "P30D". */
export type Period = string;

const PERIOD = /^P([1-9]\d{0,3})([DMY])$/;

export type PeriodUnit = "day" | "month" | "year";

const letters: Record<PeriodUnit, string> = { day: "D", month: "M", year: "Y" };

/** 12 months become a year, so that the vendors' two ways of saying it meet. */
export function period(unit: PeriodUnit, count: number): Period {
  if (unit === "month" && count % 12 === 0) return `P${count / 12}Y`;
  return `P${count}${letters[unit]}`;
}

export function isPeriod(text: string): boolean {
  return PERIOD.test(text);
}

/** Whole months of the period, or null where it is counted in days. */
export function periodMonths(value: Period): number | null {
  const before = known.get(value);
  if (before !== undefined) return before;
  const months = readMonths(value);
  if (isPeriod(value)) known.set(value, months);
  return months;
}

/** There are only so many of them, and every line of a cart names two. */
const known = new Map<Period, number | null>();

function readMonths(value: Period): number | null {
  const match = PERIOD.exec(value);
  if (!match || match[2] === "D") return null;
  const count = parseInt(match[1] ?? "", 10);
  return match[2] === "Y" ? count * 12 : count;
}

/**
 * How often it is billed until the commitment ends. Who is bound to nothing owes the first bill alone, and a bill that
 * covers more than the commitment is due as a whole.
 */
export function billingsInCommitment(billing: Period | null, commitment: Period | null): bigint {
  if (billing === null || commitment === null) return 1n;
  const [each, all] = [periodMonths(billing), periodMonths(commitment)];
  if (each !== null && all !== null) return wholeTimes(BigInt(all), BigInt(each));
  return wholeTimes(twelfthsOfDays(commitment), twelfthsOfDays(billing));
}

function wholeTimes(all: bigint, each: bigint): bigint {
  return each <= 0n || all <= each ? 1n : (all + each - 1n) / each;
}

/** A month counts as the twelfth part of 365 days, so that both ways of counting meet at the year. */
function twelfthsOfDays(value: Period): bigint {
  const months = periodMonths(value);
  if (months !== null) return BigInt(months) * 365n;
  return BigInt(parseInt(PERIOD.exec(value)?.[1] ?? "0", 10)) * 12n;
}

/** How often a period is billed within a year: 12 for P1M, 1 for P1Y, 1/3 of P3Y counts as billed once at its start. */
export function billingsInFirstYear(value: Period): Decimal | null {
  const months = periodMonths(value);
  if (months !== null) return { units: BigInt(Math.max(1, Math.ceil(12 / months))), scale: 0 };
  const match = PERIOD.exec(value);
  if (!match) return null;
  return { units: BigInt(Math.max(1, Math.ceil(365 / parseInt(match[1] ?? "", 10)))), scale: 0 };
}
