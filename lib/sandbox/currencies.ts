import { scaleAmount, toMillionths } from "./amounts";

export const CURRENCIES = ["USD", "EUR", "GBP", "JPY"] as const;
export type Currency = (typeof CURRENCIES)[number];

// Fixed demo rates per 100 US cents; not market rates.
const RATE_PERCENT: Record<Currency, bigint> = { USD: 100n, EUR: 92n, GBP: 79n, JPY: 15_000n };
const SYMBOL: Record<Currency, string> = { USD: "$", EUR: "€", GBP: "£", JPY: "¥" };

const ONE = 1_000_000n;

export function convertFromUsd(amount: string, currency: Currency): string {
  if (currency === "USD") return amount;
  const small = toMillionths(amount) < ONE;
  const places = small ? 4 : currency === "JPY" ? 0 : 2;
  return scaleAmount(amount, RATE_PERCENT[currency], 100n, places);
}

export function currencySymbol(currency: Currency): string {
  return SYMBOL[currency];
}
