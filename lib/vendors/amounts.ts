import { type DecimalString, formatDecimal, parseDecimal } from "@/lib/domain/money/decimal";

/** An amount as vendors must send it: a plain decimal text, not negative. Anything else is not a price. */
export function readAmount(value: unknown): DecimalString | null {
  if (typeof value !== "string") return null;
  const parsed = parseDecimal(value);
  return parsed === null || parsed.units < 0n ? null : formatDecimal(parsed);
}

/** A quantity or tier start: a plain decimal text, or a JSON number that is exact as text. Never money. */
export function readQuantity(value: unknown): DecimalString | null {
  const text = typeof value === "number" && Number.isFinite(value) ? String(value) : value;
  if (typeof text !== "string") return null;
  const parsed = parseDecimal(text);
  return parsed === null ? null : formatDecimal(parsed);
}
