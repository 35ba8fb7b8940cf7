/** ISO 4217 alphabetic code, upper case. */
export type CurrencyCode = string;

/** ISO 4217 lists these units of account beside the tender that ECMA-402 knows; CLF and its like do stand in price lists. */
const fundCodes = ["BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW"];
const knownCurrencies: ReadonlySet<string> = new Set([...Intl.supportedValuesOf("currency"), ...fundCodes]);
const minorUnitsByCurrency = new Map<CurrencyCode, number>();

export function isCurrencyCode(text: string): boolean {
  return knownCurrencies.has(text);
}

/** Decimal places of the currency's minor unit: 2 for USD, 0 for JPY, 3 for KWD (ISO 4217, as ECMA-402 carries it). */
export function minorUnits(currency: CurrencyCode): number {
  const cached = minorUnitsByCurrency.get(currency);
  if (cached !== undefined) return cached;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  minorUnitsByCurrency.set(currency, digits);
  return digits;
}
