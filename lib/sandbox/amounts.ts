// The vendors send amounts as decimal strings, so demo prices are derived with whole numbers of millionths, never floats.
const PLACES = 6;
const MILLION = 1_000_000n;
const PLAIN_DECIMAL = /^(-?)(\d+)(?:\.(\d{1,6})\d*)?$/;

export function toMillionths(text: string): bigint {
  const match = PLAIN_DECIMAL.exec(text.trim());
  if (!match) throw new Error(`Not a plain decimal: ${text}`);
  const [, sign, whole = "0", fraction = ""] = match;
  const units = BigInt(whole) * MILLION + BigInt(fraction.padEnd(PLACES, "0"));
  return sign ? -units : units;
}

export function isPlainDecimal(text: string): boolean {
  return PLAIN_DECIMAL.test(text.trim());
}

/** "17.5", "1.05", "20": no trailing zeros, as CloudBlue writes amounts. */
export function fromMillionths(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(PLACES + 1, "0");
  const whole = digits.slice(0, -PLACES);
  const fraction = digits.slice(-PLACES).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${whole}${fraction && `.${fraction}`}`;
}

/** `amount × numerator ÷ denominator`, rounded half up to `places` decimals. */
export function scaleAmount(amount: string, numerator: bigint, denominator: bigint, places: number): string {
  const step = 10n ** BigInt(PLACES - places);
  const divisor = denominator * step;
  const scaled = toMillionths(amount) * numerator;
  return fromMillionths(((scaled * 2n + divisor) / (divisor * 2n)) * step);
}

export function multiplyAmounts(amount: string, quantity: string): string {
  return fromMillionths((toMillionths(amount) * toMillionths(quantity)) / MILLION);
}

export function addAmounts(amounts: readonly string[]): string {
  return fromMillionths(amounts.reduce((sum, amount) => sum + toMillionths(amount), 0n));
}

/** "30.00": two decimals as IBM writes prices; yen without. */
export function padAmount(amount: string, currency: string): string {
  if (currency === "JPY") return amount;
  const [whole = "0", fraction = ""] = amount.split(".");
  return `${whole}.${fraction.padEnd(2, "0")}`;
}
