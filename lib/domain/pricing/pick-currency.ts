import type { PriceRow } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";

/** The currencies something is sold in, in the vendor's order; costs alone sell nothing. */
export function saleCurrencies(rows: readonly PriceRow[]): CurrencyCode[] {
  const sold = rows.filter((row) => row.side !== "cost");
  const recurring = sold.filter((row) => row.kind === "recurring");
  return [...new Set((recurring.length > 0 ? recurring : sold).map((row) => row.currency))];
}

/** The asked currency where there is a price in it, else the first there is; without any price that of a cost. */
export function pickCurrency(rows: readonly PriceRow[], asked: CurrencyCode): CurrencyCode {
  const sold = saleCurrencies(rows);
  const candidates = sold.length > 0 ? sold : rows.map((row) => row.currency);
  return candidates.includes(asked) ? asked : (candidates[0] ?? asked);
}
