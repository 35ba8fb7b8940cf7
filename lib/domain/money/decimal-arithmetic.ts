import { type Decimal, divideHalfAwayFromZero, powerOfTen, unitsAtScale } from "@/lib/domain/money/decimal";

export const decimalZero: Decimal = { units: 0n, scale: 0 };

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { units: a.units + b.units, scale: a.scale };
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAtScale(a, scale) + unitsAtScale(b, scale), scale };
}

export function negateDecimal(value: Decimal): Decimal {
  return { units: -value.units, scale: value.scale };
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, negateDecimal(b));
}

/** Exact; the scale is the sum of both scales. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** Half away from zero to `scale` digits; a coarser value stays as it is. */
export function roundDecimal(value: Decimal, scale: number): Decimal {
  if (value.scale <= scale) return value;
  return { units: divideHalfAwayFromZero(value.units, powerOfTen(value.scale - scale)), scale };
}

/** `a / b` rounded half away from zero to `scale` digits. Throws a RangeError when `b` is 0. */
export function divideDecimals(a: Decimal, b: Decimal, scale: number): Decimal {
  const numerator = a.units * powerOfTen(b.scale + scale);
  return { units: divideHalfAwayFromZero(numerator, b.units * powerOfTen(a.scale)), scale };
}

/** How often `divisor` fits into `value`, rounded towards minus infinity. Throws a RangeError when `divisor` is 0. */
export function floorDivide(value: Decimal, divisor: Decimal): bigint {
  const scale = Math.max(value.scale, divisor.scale);
  const n = unitsAtScale(value, scale);
  const d = unitsAtScale(divisor, scale);
  if (d === 0n) throw new RangeError("division by zero");
  const quotient = n / d;
  return n % d !== 0n && n < 0n !== d < 0n ? quotient - 1n : quotient;
}

export function isMultipleOf(value: Decimal, step: Decimal): boolean {
  const scale = Math.max(value.scale, step.scale);
  return unitsAtScale(value, scale) % unitsAtScale(step, scale) === 0n;
}

/** The same number without trailing zeros in its scale, so that "1.0" and "1" become one form. */
export function trimDecimal(value: Decimal): Decimal {
  if (value.scale === 0) return value;
  let { units, scale } = value;
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return { units, scale };
}
