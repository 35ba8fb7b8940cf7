import { type DecimalString, formatDecimal, parseDecimal } from "@/lib/domain/money/decimal";

const asWeWrite = /^(?:0|[1-9]\d{0,14})(?:\.\d{0,9}[1-9])?$/;
const wholeWithZeros = /^(?:0|[1-9]\d{0,14})\.0{1,10}$/;

/** A plain decimal as we write it; vendors mostly write it so, too. */
function normalized(text: string): DecimalString | null {
  if (asWeWrite.test(text)) return text;
  if (wholeWithZeros.test(text)) return text.slice(0, text.indexOf("."));
  const parsed = parseDecimal(text);
  return parsed && formatDecimal(parsed);
}

/** An amount as vendors must send it: a plain decimal text, not negative. Anything else is not a price. */
export function readAmount(value: unknown): DecimalString | null {
  if (typeof value !== "string") return null;
  const amount = normalized(value);
  return amount === null || amount.startsWith("-") ? null : amount;
}

/** A quantity or tier start: a plain decimal text, or a JSON number that is exact as text. Never money. */
export function readQuantity(value: unknown): DecimalString | null {
  const text = typeof value === "number" && Number.isFinite(value) ? String(value) : value;
  return typeof text === "string" ? normalized(text) : null;
}
