/** A complete answer below this share of the last catalog is not believed at once. */
const BELIEVED_SHARE_PERCENT = 80;

export type Shrinkage =
  | { readonly kind: "believed" }
  /** Nothing came although there was something: never believed. */
  | { readonly kind: "empty" }
  /** Believed only when the next complete answer misses the same products. */
  | { readonly kind: "held"; readonly missingPercent: number };

export type CatalogComparison = {
  readonly before: number;
  readonly after: number;
  /** Keys of the published catalog that the new answer lacks. */
  readonly missing: readonly string[];
  /** Keys that the complete answer before this one lacked, where that answer was held. */
  readonly missingLastTime: ReadonlySet<string> | null;
};

/** Single withdrawals are believed at once; a collapse needs a second complete answer that says the same. */
export function judgeShrinkage({ before, after, missing, missingLastTime }: CatalogComparison): Shrinkage {
  if (before === 0) return { kind: "believed" };
  if (after === 0) return { kind: "empty" };
  if ((before - missing.length) * 100 >= before * BELIEVED_SHARE_PERCENT) return { kind: "believed" };
  if (missingLastTime !== null && missing.every((key) => missingLastTime.has(key))) return { kind: "believed" };
  return { kind: "held", missingPercent: Math.round((missing.length * 100) / before) };
}
