/** ISO 4217 alphabetic code, upper case. */
export type CurrencyCode = string;

/** ISO 4217 lists these units of account beside the tender that ECMA-402 knows; CLF and its like do stand in price lists. */
const fundCodes = ["BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW"];
const knownCurrencies: ReadonlySet<string> = new Set([...Intl.supportedValuesOf("currency"), ...fundCodes]);
/**
 * ISO 4217, list one: every other currency has two places. ECMA-402 asks CLDR, which counts the coins in use instead and
 * has none for HUF, IDR, COP, IQD and others.
 */
const placesByCurrency: ReadonlyMap<CurrencyCode, number> = new Map([
  ...list("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 0),
  ...list("BHD IQD JOD KWD LYD OMR TND", 3),
  ...list("CLF UYW", 4),
]);

export function isCurrencyCode(text: string): boolean {
  return knownCurrencies.has(text);
}

/** Decimal places of the currency's minor unit: 2 for USD, 0 for JPY, 3 for KWD. */
export function minorUnits(currency: CurrencyCode): number {
  return placesByCurrency.get(currency) ?? 2;
}

function list(currencies: string, places: number): [CurrencyCode, number][] {
  return currencies.split(" ").map((currency) => [currency, places]);
}
