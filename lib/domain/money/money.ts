import { type CurrencyCode, minorUnits } from "@/lib/domain/money/currency";
import {
  compareDecimals,
  decimal,
  type Decimal,
  type DecimalString,
  formatDecimal,
  unitsAtScale,
} from "@/lib/domain/money/decimal";
import { addDecimals, multiplyDecimals, roundDecimal, subtractDecimals } from "@/lib/domain/money/decimal-arithmetic";

/** An exact amount: `units` counts 10^-scale of the currency, so "1.05" USD is 105 at scale 2. */
export type Money = Decimal & { readonly currency: CurrencyCode };

/** How an amount crosses the wire and is stored: a plain decimal with its currency. */
export type Amount = { readonly amount: DecimalString; readonly currency: CurrencyCode };

/** Throws a RangeError when `amount` is not a plain decimal; validate outside text with `parseDecimal` first. */
export function money(amount: DecimalString, currency: CurrencyCode): Money {
  return { ...decimal(amount), currency };
}

export function fromAmount(amount: Amount): Money {
  return money(amount.amount, amount.currency);
}

/** Padded to the minor unit, finer digits kept: 19.8 → "19.80", 0.0035 → "0.0035". */
export function toAmount(value: Money): Amount {
  return { amount: formatDecimal(value, minorUnits(value.currency)), currency: value.currency };
}

export function zero(currency: CurrencyCode): Money {
  return { units: 0n, scale: 0, currency };
}

/** Throws when the currencies differ: amounts of different currencies are never added up. */
export function addMoney(a: Money, b: Money): Money {
  return inCurrency(addDecimals(a, b), sharedCurrency(a, b));
}

export function subtractMoney(a: Money, b: Money): Money {
  return inCurrency(subtractDecimals(a, b), sharedCurrency(a, b));
}

export function sumMoney(values: readonly Money[], currency: CurrencyCode): Money {
  const total = { units: 0n, scale: 0 };
  for (const value of values) {
    if (value.currency !== currency) sharedCurrency(value, zero(currency));
    if (value.scale > total.scale) {
      total.units = unitsAtScale(total, value.scale);
      total.scale = value.scale;
    }
    total.units += value.scale === total.scale ? value.units : unitsAtScale(value, total.scale);
  }
  return inCurrency(total, currency);
}

/** Exact; the result's scale is the sum of both scales. Round with `roundToMinorUnit` at the line. */
export function multiplyMoney(value: Money, factor: Decimal): Money {
  return inCurrency(multiplyDecimals(value, factor), value.currency);
}

/** Half away from zero, to the currency's minor unit. */
export function roundToMinorUnit(value: Money): Money {
  return inCurrency(roundDecimal(value, minorUnits(value.currency)), value.currency);
}

export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  sharedCurrency(a, b);
  return compareDecimals(a, b);
}

function inCurrency({ units, scale }: Decimal, currency: CurrencyCode): Money {
  return { units, scale, currency };
}

function sharedCurrency(a: Money, b: Money): CurrencyCode {
  if (a.currency !== b.currency) throw new TypeError(`Amounts in ${a.currency} and ${b.currency} cannot be combined`);
  return a.currency;
}
