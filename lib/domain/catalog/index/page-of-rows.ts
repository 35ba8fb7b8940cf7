import { type Bitset, bitsetRows, sliceOfBitset } from "@/lib/domain/catalog/index/bitset";
import { pageByKey } from "@/lib/domain/catalog/index/order-rows";

/** A part of a list: `take` rows after `skip`. */
export type Slice = { readonly skip: number; readonly take: number };

/** Rows are numbered by name, so that their order is the order of names. */
export function pageByName(set: Bitset, total: number, { skip, take }: Slice, descending: boolean): number[] {
  return descending ? sliceOfBitset(set, total - skip - take, take).toReversed() : sliceOfBitset(set, skip, take);
}

const NEAREST = 0x7fffffff;

/** Highest scores first unless turned round; equal ones by name. */
export function pageByScore(
  set: Bitset,
  total: number,
  { skip, take }: Slice,
  { scoreOf, descending }: { readonly scoreOf: (row: number) => number; readonly descending: boolean },
): number[] {
  const rows = bitsetRows(set, total);
  const keys = new Uint32Array(total);
  for (let i = 0; i < total; i += 1) {
    const score = scoreOf(rows[i] ?? 0);
    keys[i] = descending ? score : NEAREST - score;
  }
  return Array.from(pageByKey(rows, keys, skip, take));
}

/** Lowest keys first; equal ones by name. */
export function pageBySortKey(set: Bitset, total: number, { skip, take }: Slice, keyOf: Uint32Array): number[] {
  const rows = bitsetRows(set, total);
  const keys = new Uint32Array(total);
  for (let i = 0; i < total; i += 1) keys[i] = keyOf[rows[i] ?? 0] ?? 0;
  return Array.from(pageByKey(rows, keys, skip, take));
}
