/** An exact decimal: `units` counts 10^-scale, so "1.05" is 105 at scale 2. */
export type Decimal = { readonly units: bigint; readonly scale: number };

/** A decimal number in plain digits, as vendors send it and as our API answers: "17.5", "0.0035", "-3". */
export type DecimalString = string;

const PLAIN_DECIMAL = /^(-)?(\d{1,15})(?:\.(\d{1,10}))?$/;

/** Quantities, limits and percentages come again and again; there are only so many texts this short. */
const SHORT = 4;
const shortOnes = new Map<string, Decimal>();

/** Reads a plain decimal; null for anything else (grouping, exponents, currency words, empty text, NaN). */
export function parseDecimal(text: string): Decimal | null {
  if (text.length > SHORT) return readDecimal(text);
  const known = shortOnes.get(text);
  if (known) return known;
  const read = readDecimal(text);
  if (read) shortOnes.set(text, read);
  return read;
}

function readDecimal(text: string): Decimal | null {
  const match = PLAIN_DECIMAL.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = "0", fraction = ""] = match;
  const units = BigInt(whole + fraction);
  return { units: sign ? -units : units, scale: fraction.length };
}

/** Like `parseDecimal` for text that was validated before; throws when it was not. */
export function decimal(text: DecimalString): Decimal {
  const parsed = parseDecimal(text);
  if (!parsed) throw new RangeError(`Not a plain decimal: ${JSON.stringify(text.slice(0, 40))}`);
  return parsed;
}

const powersOfTen = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent));

export function powerOfTen(exponent: number): bigint {
  return powersOfTen[exponent] ?? 10n ** BigInt(exponent);
}

/** The same number counted at a finer scale; never loses a digit. */
export function unitsAtScale(value: Decimal, scale: number): bigint {
  if (scale < value.scale) throw new RangeError("unitsAtScale only refines");
  return value.units * powerOfTen(scale - value.scale);
}

export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale);
  const left = unitsAtScale(a, scale);
  const right = unitsAtScale(b, scale);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

const UNSIGNED_DECIMAL = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/;

/** Digits without a sign and without zeros in front, as `formatDecimal` writes what is not negative. */
export function isPlainDecimal(text: string): boolean {
  return UNSIGNED_DECIMAL.test(text);
}

/** Like `compareDecimals` for two texts that `isPlainDecimal` knows, digit by digit: nothing is made of them. */
export function comparePlainDecimals(a: DecimalString, b: DecimalString): -1 | 0 | 1 {
  const [wholeA, wholeB] = [wholeDigits(a), wholeDigits(b)];
  if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1;
  const length = Math.max(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    // The points stand at the same place; digits that are not written are zeros.
    const [left, right] = [at < a.length ? a.charCodeAt(at) : ZERO, at < b.length ? b.charCodeAt(at) : ZERO];
    if (left !== right && at !== wholeA) return left < right ? -1 : 1;
  }
  return 0;
}

function wholeDigits(text: string): number {
  const point = text.indexOf(".");
  return point === -1 ? text.length : point;
}

/** Division rounded half away from zero, the one rounding of this project (product decision 4). */
export function divideHalfAwayFromZero(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError("division by zero");
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

const ZERO = "0".charCodeAt(0);

/** Plain digits with at least `fractionDigitsMin` and without further trailing zeros. */
export function formatDecimal(value: Decimal, fractionDigitsMin = 0): DecimalString {
  const negative = value.units < 0n;
  const digits = (negative ? -value.units : value.units).toString().padStart(value.scale + 1, "0");
  const point = digits.length - value.scale;
  const whole = digits.slice(0, point);
  const least = point + fractionDigitsMin;
  let end = digits.length;
  while (end > point && end > least && digits.charCodeAt(end - 1) === ZERO) end -= 1;
  const fraction = digits.slice(point, end).padEnd(fractionDigitsMin, "0");
  return `${negative ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}
