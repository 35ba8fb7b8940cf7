import { minorUnits } from "@/lib/domain/money/currency";
import { compareDecimals, decimal, type Decimal, type DecimalString, formatDecimal } from "@/lib/domain/money/decimal";
import { addDecimals, decimalZero, multiplyDecimals, roundDecimal } from "@/lib/domain/money/decimal-arithmetic";
import { addPercent, priceAtMargin } from "@/lib/domain/pricing/effect";
import type { TypedPriceKind } from "@/lib/domain/pricing/priced-line";
import { unitScale } from "@/lib/domain/pricing/rounding";

/** What somebody wrote instead of a price: "19.80", "m20", "u15", "d10", "+5%", "-3", "*2". */
export type PriceEntry = {
  readonly kind: TypedPriceKind | "by-percent" | "by-amount" | "times";
  readonly value: DecimalString;
};

const FORMS: readonly (readonly [RegExp, PriceEntry["kind"]])[] = [
  [/^=?(\d{1,12}(?:\.\d{1,6})?)$/, "amount"],
  [/^m(-?\d{1,3}(?:\.\d{1,4})?)%?$/, "margin"],
  [/^u(-?\d{1,5}(?:\.\d{1,4})?)%?$/, "markup"],
  [/^d(-?\d{1,3}(?:\.\d{1,4})?)%?$/, "discount"],
  [/^([+-]\d{1,5}(?:\.\d{1,4})?)%$/, "by-percent"],
  [/^([+-]\d{1,12}(?:\.\d{1,6})?)$/, "by-amount"],
  [/^[*x×](\d{1,5}(?:\.\d{1,6})?)$/, "times"],
];

/** Null where the text is none of the forms; a comma is never guessed to be a point. */
export function readPriceEntry(text: string): PriceEntry | null {
  const plain = text.replace(/\s/g, "").replace("−", "-").toLowerCase();
  for (const [form, kind] of FORMS) {
    const value = form.exec(plain)?.[1];
    if (value !== undefined) return { kind, value: value.replace("+", "") };
  }
  return null;
}

/** Unit amounts of the line an entry is about, without the entry. */
export type EntryBasis = {
  readonly currency: string;
  readonly price: DecimalString | null;
  readonly cost: DecimalString | null;
  readonly list: DecimalString | null;
};

export type EnteredPrice =
  | {
      /** What is kept; a percentage stays one, a change of the price becomes the new amount. */
      readonly typed: { readonly kind: TypedPriceKind; readonly value: DecimalString };
      /** The unit price it comes to now. */
      readonly price: DecimalString;
    }
  | { readonly reason: string };

export function enterPrice({ kind, value }: PriceEntry, basis: EntryBasis): EnteredPrice {
  const number = decimal(value);
  if (kind === "amount") return entered("amount", value, number, basis, number);
  if (kind === "margin" || kind === "markup") {
    if (basis.cost === null) return { reason: "the cost is not known" };
    const cost = decimal(basis.cost);
    if (compareDecimals(cost, decimalZero) <= 0) return { reason: "the cost is 0" };
    if (kind === "markup") return entered(kind, value, addPercent(cost, number), basis, cost);
    if (compareDecimals(number, hundred) >= 0) return { reason: "a margin of 100 % or more has no price" };
    return entered(kind, value, priceAtMargin(cost, number), basis, cost);
  }
  if (kind === "discount") {
    if (basis.list === null) return { reason: "there is no list price" };
    const list = decimal(basis.list);
    return entered(kind, value, addPercent(list, { units: -number.units, scale: number.scale }), basis, list);
  }
  if (basis.price === null) return { reason: "there is no price to start from" };
  return changed(kind, number, decimal(basis.price), basis);
}

const hundred: Decimal = { units: 100n, scale: 0 };

function changed(
  kind: "by-percent" | "by-amount" | "times",
  by: Decimal,
  from: Decimal,
  basis: EntryBasis,
): EnteredPrice {
  const exact =
    kind === "by-percent"
      ? addPercent(from, by)
      : kind === "times"
        ? multiplyDecimals(from, by)
        : addDecimals(from, by);
  const rounded = roundDecimal(exact, Math.max(unitScale(basis.currency, from), kind === "by-amount" ? by.scale : 0));
  return entered("amount", formatDecimal(rounded, minorUnits(basis.currency)), rounded, basis, rounded);
}

function entered(
  kind: TypedPriceKind,
  value: DecimalString,
  exact: Decimal,
  { currency }: EntryBasis,
  source: Decimal,
): EnteredPrice {
  if (exact.units < 0n) return { reason: "the price would be below 0" };
  const price = roundDecimal(exact, unitScale(currency, source));
  return { typed: { kind, value }, price: formatDecimal(price, minorUnits(currency)) };
}
