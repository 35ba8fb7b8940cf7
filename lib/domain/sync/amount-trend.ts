import { compareDecimals, parseDecimal } from "@/lib/domain/money/decimal";

export type ChangeDirection = "up" | "down";

/** Whether an amount rose or fell; null where either is missing or the currencies differ. */
export function changeDirection(before: string | null, after: string | null): ChangeDirection | null {
  const [old, current] = [readAmount(before), readAmount(after)];
  if (!old || !current || old.currency !== current.currency) return null;
  const order = compareDecimals(current.value, old.value);
  if (order === 0) return null;
  return order > 0 ? "up" : "down";
}

function readAmount(text: string | null) {
  const match = /^(-?[\d.]+) ([A-Z]{3})$/.exec(text ?? "");
  const value = match?.[1] ? parseDecimal(match[1]) : null;
  return value && match?.[2] ? { value, currency: match[2] } : null;
}
