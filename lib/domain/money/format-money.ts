import { minorUnits } from "@/lib/domain/money/currency";
import type { DecimalString } from "@/lib/domain/money/decimal";
import type { Margin } from "@/lib/domain/money/margin";
import type { Amount } from "@/lib/domain/money/money";

/** symbol: "$19.80" · code: "USD 19.80" (where two dollars could be meant) · plain: "19.80" (column names the currency). */
export type AmountStyle = "symbol" | "code" | "plain";

/** Vendors and our own schemas allow ten digits after the point. */
const MAXIMUM_DIGITS = 10;

const formatters = new Map<string, Intl.NumberFormat>();

/** Every digit of the amount, at least those of the minor unit, in the reader's number format. */
export function formatAmount(amount: Amount, locale: string, style: AmountStyle = "symbol"): string {
  const digits = minorUnits(amount.currency);
  const key = `${locale} ${style} ${style === "plain" ? digits : amount.currency}`;
  return formatWith(key, amount.amount, locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, MAXIMUM_DIGITS),
    ...(style === "plain" ? {} : { style: "currency", currency: amount.currency, currencyDisplay: style }),
  });
}

/** "1.0" → "1", "12500" → "12,500". */
export function formatQuantity(quantity: DecimalString, locale: string): string {
  return formatWith(`${locale} quantity`, quantity, locale, { maximumFractionDigits: MAXIMUM_DIGITS });
}

/** A percentage given in percent: "11.6" → "11.6 %"; null → a dash. The space does not break. */
export function formatPercent(percent: DecimalString | null, locale: string): string {
  if (percent === null) return "–";
  const digits = formatWith(`${locale} percent`, percent, locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: MAXIMUM_DIGITS,
  });
  return `${digits}\u00a0%`;
}

/** "2.30 · 11.6 %"; a negative margin also carries the word. */
export function formatMargin(margin: Margin, locale: string): string {
  const text = `${formatAmount(margin, locale, "plain")} · ${formatPercent(margin.percent, locale)}`;
  return margin.amount.startsWith("-") ? `${text} loss` : text;
}

function formatWith(key: string, value: DecimalString, locale: string, options: Intl.NumberFormatOptions): string {
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale, options);
    formatters.set(key, formatter);
  }
  // ECMA-402 reads a decimal string digit by digit; the library's type for such strings is narrower than ours.
  return formatter.format(value as `${number}`);
}
