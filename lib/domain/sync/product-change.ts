/** What a sync can find changed about a product. */
export type ProductChangeKind =
  | "new"
  | "gone"
  | "archived"
  | "restored"
  | "price"
  | "list-price"
  | "cost"
  | "terms"
  | "limits"
  | "requirements"
  | "renamed";

/** One fact with what it was and what it is; null = was not there. Amounts read "19.80 USD". */
export type ProductChange = {
  readonly kind: ProductChangeKind;
  /** The plan and price row the change is about. */
  readonly what: string;
  readonly old: string | null;
  readonly new: string | null;
};

/** True where the change tells nothing but costs, so that whoever may not see costs learns nothing of it. */
export function isCostOnly(changes: readonly ProductChange[]): boolean {
  return changes.length > 0 && changes.every((change) => change.kind === "cost");
}
