export type FindingKind =
  | "rejected-record"
  | "unreadable-amount"
  | "dangling-requirement"
  | "requirement-cycle"
  | "unknown-currency"
  | "price-below-cost"
  | "cost-without-price"
  | "duplicate";

/** Something in a vendor's data that a person should look at. */
export type Finding = {
  readonly kind: FindingKind;
  readonly key: string | null;
  readonly name: string | null;
  readonly reason: string;
  readonly excerpt: string | null;
  /** True where the finding itself, not only its excerpt, tells a cost. */
  readonly showsCost: boolean;
};
