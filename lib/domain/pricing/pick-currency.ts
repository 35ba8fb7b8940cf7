import type { PriceRow } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";

/** The currencies something is sold in, in the vendor's order; costs alone sell nothing. */
export function saleCurrencies(rows: readonly PriceRow[]): CurrencyCode[] {
  const sold = rows.filter((row) => row.side !== "cost");
  const recurring = sold.filter((row) => row.kind === "recurring");
  return [...new Set((recurring.length > 0 ? recurring : sold).map((row) => row.currency))];
}

/** The currencies something is sold in instead of the asked one; empty where it is sold in that too, or not at all. */
export function soldElsewhere(rows: readonly PriceRow[], asked: CurrencyCode): CurrencyCode[] {
  if (isPlainlySold(rows, asked)) return [];
  const sold = saleCurrencies(rows);
  return sold.includes(asked) ? [] : sold;
}

/** The asked currency where there is a price in it, else the first there is; without any price that of a cost. */
export function pickCurrency(rows: readonly PriceRow[], asked: CurrencyCode): CurrencyCode {
  if (isPlainlySold(rows, asked)) return asked;
  const sold = saleCurrencies(rows);
  const candidates = sold.length > 0 ? sold : rows.map((row) => row.currency);
  return candidates.includes(asked) ? asked : (candidates[0] ?? asked);
}

function isPlainlySold(rows: readonly PriceRow[], asked: CurrencyCode): boolean {
  return rows.some((row) => row.currency === asked && row.kind === "recurring" && row.side !== "cost");
}
