import { type Period, periodMonths } from "@/lib/domain/catalog/period";
import { decimal, type Decimal, type DecimalString, powerOfTen } from "@/lib/domain/money/decimal";

/** An amount spread over whole months, kept as a fraction so that 100.00 a year stays exact. */
export type PerMonth = { readonly amount: DecimalString; readonly months: number };

/** Null for one-time amounts and for periods counted in days: neither is a whole number of months. */
export function perMonth(amount: DecimalString | null, billing: Period | null): PerMonth | null {
  if (amount === null || billing === null) return null;
  const months = periodMonths(billing);
  return months === null ? null : { amount, months };
}

export function comparePerMonth(a: PerMonth, b: PerMonth): number {
  const [left, right] = [decimal(a.amount), decimal(b.amount)];
  return compareFractions(left, BigInt(a.months), right, BigInt(b.months));
}

/** Like `comparePerMonth` against an amount that is per month already. */
export function comparePerMonthTo(a: PerMonth, monthly: Decimal): number {
  return compareFractions(decimal(a.amount), BigInt(a.months), monthly, 1n);
}

/** Compares a/n with b/m for positive n and m. */
export function compareFractions(a: Decimal, n: bigint, b: Decimal, m: bigint): number {
  const left = a.units * powerOfTen(b.scale) * m;
  const right = b.units * powerOfTen(a.scale) * n;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
