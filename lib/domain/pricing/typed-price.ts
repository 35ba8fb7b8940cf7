import type { CurrencyCode } from "@/lib/domain/money/currency";
import type { TypedAmounts } from "@/lib/domain/pricing/priced-line";

/** What was typed, where it says anything of a price in that currency: there is no silent conversion. */
export function typedPriceIn(typed: TypedAmounts | undefined, currency: CurrencyCode): TypedAmounts["price"] | null {
  if (!typed?.price) return null;
  const isElsewhere = typed.currency !== undefined && typed.currency !== currency;
  return typed.price.kind === "amount" && isElsewhere ? null : typed.price;
}
