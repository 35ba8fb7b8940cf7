import { compareDecimals, type Decimal, parseDecimal, powerOfTen } from "@/lib/domain/money/decimal";

export type AmountTrend = "up" | "down";

/** Whether an amount rose or fell, both written as "19.80 USD"; null where either is missing or the currencies differ. */
export function amountTrend(before: string | null, after: string | null): AmountTrend | null {
  const pair = comparable(before, after);
  if (!pair) return null;
  const order = compareDecimals(pair.after, pair.before);
  if (order === 0) return null;
  return order > 0 ? "up" : "down";
}

/** Whether an amount moved by more than this share of what it was; from nothing to anything counts. */
export function movedBeyond(before: string | null, after: string | null, percent: bigint): boolean {
  const pair = comparable(before, after);
  if (!pair) return false;
  const scale = Math.max(pair.before.scale, pair.after.scale);
  const [old, current] = [atScale(pair.before, scale), atScale(pair.after, scale)];
  const moved = current > old ? current - old : old - current;
  return moved * 100n > old * percent;
}

const atScale = ({ units, scale }: Decimal, wanted: number) => units * powerOfTen(wanted - scale);

function comparable(before: string | null, after: string | null) {
  const [old, current] = [readAmount(before), readAmount(after)];
  if (!old || !current || old.currency !== current.currency) return null;
  return { before: old.value, after: current.value };
}

function readAmount(text: string | null): { readonly value: Decimal; readonly currency: string } | null {
  const match = /^(\d[\d.]*) ([A-Z]{3})$/.exec(text ?? "");
  const value = match?.[1] ? parseDecimal(match[1]) : null;
  return value && match?.[2] ? { value, currency: match[2] } : null;
}
