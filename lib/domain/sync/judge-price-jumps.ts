import { movedBeyond } from "@/lib/domain/sync/amount-trend";
import type { ProductChange } from "@/lib/domain/sync/product-change";

/** An amount that moved by more than this, or that is no longer told, jumped. */
const JUMP_PERCENT = 50n;
/** Jumps in more than this share of the catalog look like the vendor's mistake. */
const BELIEVED_SHARE_PERCENT = 20;
/** A handful of products may change as they like, however small the catalog. */
const BELIEVED_PRODUCTS = 10;

const amounts: ReadonlySet<ProductChange["kind"]> = new Set(["price", "list-price", "cost"]);

export function hasPriceJump(changes: readonly ProductChange[]): boolean {
  return changes.some(
    ({ kind, old, new: current }) =>
      amounts.has(kind) && ((old !== null && current === null) || movedBeyond(old, current, JUMP_PERCENT)),
  );
}

export type PriceJumps =
  | { readonly kind: "believed" }
  /** Believed only when a person asks again and the vendor still says the same. */
  | { readonly kind: "held"; readonly percent: number };

export type JumpComparison = {
  /** Products of the published catalog. */
  readonly before: number;
  /** Keys of those whose prices or costs jumped. */
  readonly jumped: readonly string[];
  /** Keys that jumped in the answer that was held before this one; null where none was. */
  readonly jumpedLastTime: ReadonlySet<string> | null;
  readonly askedByPerson: boolean;
};

/** Single jumps are believed at once; a catalog full of them waits for somebody who has looked at it. */
export function judgePriceJumps({ before, jumped, jumpedLastTime, askedByPerson }: JumpComparison): PriceJumps {
  if (jumped.length < BELIEVED_PRODUCTS || jumped.length * 100 <= before * BELIEVED_SHARE_PERCENT) {
    return { kind: "believed" };
  }
  if (askedByPerson && jumpedLastTime !== null && jumped.every((key) => jumpedLastTime.has(key))) {
    return { kind: "believed" };
  }
  return { kind: "held", percent: Math.round((jumped.length * 100) / before) };
}
