import type { DecimalString } from "@/lib/domain/money/decimal";
import type { Amount } from "@/lib/domain/money/money";
import type { MissingFact, NeutralOrder } from "@/lib/vendors/order-draft";

/** What the vendor would charge us for an order; null is what it did not say. */
export type OrderEstimate = {
  readonly kind: "estimate";
  readonly total: Amount | null;
  /** In the vendor's order, with what it would add by itself. */
  readonly lines: readonly {
    readonly partNumber: string;
    readonly quantity: DecimalString | null;
    readonly cost: Amount | null;
  }[];
};

/** The vendor was not asked: this is what it would have to be told first. */
export type IncompleteOrder = { readonly kind: "incomplete"; readonly missing: readonly MissingFact[] };

/** A vendor's own price check of an order. Nothing is ordered; may throw a `VendorError`. */
export type EstimateOrder = (order: NeutralOrder, signal: AbortSignal) => Promise<OrderEstimate | IncompleteOrder>;
