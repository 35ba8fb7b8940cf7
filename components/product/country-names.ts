/** "DE" → "Germany"; what is no country code stays as the vendor writes it. */
export function countryNames(countries: readonly string[]): string {
  const names = new Intl.DisplayNames("en-GB", { type: "region", fallback: "code" });
  return countries.map((code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code)).join(", ");
}
