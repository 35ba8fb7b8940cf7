import {
  add,
  compare,
  dinero,
  halfAwayFromZero,
  multiply,
  subtract,
  transformScale,
  type Dinero,
} from "dinero.js/bigint";
import { type CurrencyCode, minorUnits } from "@/lib/domain/money/currency";
import { decimal, type Decimal, type DecimalString, formatDecimal } from "@/lib/domain/money/decimal";

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
  return fromDinero(add(toDinero(a), toDinero(b)), a.currency);
}

export function subtractMoney(a: Money, b: Money): Money {
  return fromDinero(subtract(toDinero(a), toDinero(b)), a.currency);
}

export function sumMoney(values: readonly Money[], currency: CurrencyCode): Money {
  return values.reduce(addMoney, zero(currency));
}

/** Exact; the result's scale is the sum of both scales. Round with `roundToMinorUnit` at the line. */
export function multiplyMoney(value: Money, factor: Decimal): Money {
  const product = multiply(toDinero(value), { amount: factor.units, scale: BigInt(factor.scale) });
  return fromDinero(product, value.currency);
}

/** Half away from zero, to the currency's minor unit. */
export function roundToMinorUnit(value: Money): Money {
  const digits = minorUnits(value.currency);
  return fromDinero(transformScale(toDinero(value), BigInt(digits), halfAwayFromZero), value.currency);
}

export function compareMoney(a: Money, b: Money): number {
  return compare(toDinero(a), toDinero(b));
}

function toDinero(value: Money): Dinero<bigint> {
  const currency = { code: value.currency, base: 10n, exponent: BigInt(minorUnits(value.currency)) };
  return dinero({ amount: value.units, currency, scale: BigInt(value.scale) });
}

function fromDinero(value: Dinero<bigint>, currency: CurrencyCode): Money {
  const { amount, scale } = value.toJSON();
  let digits = 0;
  while (BigInt(digits) < scale) digits += 1;
  return { units: amount, scale: digits, currency };
}
