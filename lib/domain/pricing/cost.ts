import type { CostUnknownReason } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import type { Amount } from "@/lib/domain/money/money";

/** Where a cost comes from: the vendor's own row, a price rule, or a person. */
export type CostOrigin = "vendor" | "rule" | "typed";

export type KnownCost = Amount & { readonly origin: CostOrigin; readonly estimated?: true };

/** What we pay. Unknown carries its reason and never becomes 0 (product decision 3). */
export type Cost = KnownCost | { readonly unknown: CostUnknownReason };

export function isKnownCost(cost: Cost): cost is KnownCost {
  return "amount" in cost;
}

/** The cost where it can be set against amounts of that currency; there is no silent conversion. */
export function costIn(cost: Cost, currency: CurrencyCode): KnownCost | null {
  return isKnownCost(cost) && cost.currency === currency ? cost : null;
}
