import { type Bitset, bitsetRows, isInBitset, sliceOfBitset } from "@/lib/domain/catalog/index/bitset";
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
  { scores, descending }: { readonly scores: Uint32Array; readonly descending: boolean },
): number[] {
  const rows = bitsetRows(set, total);
  const keys = new Uint32Array(total);
  for (let i = 0; i < total; i += 1) {
    const score = scores[rows[i] ?? 0] ?? 0;
    keys[i] = descending ? score : NEAREST - score;
  }
  return Array.from(pageByKey(rows, keys, skip, take));
}

/** The rows of the set as they come in an order of all rows. */
export function pageOfOrder(set: Bitset, order: Int32Array, { skip, take }: Slice): number[] {
  const rows: number[] = [];
  let passed = 0;
  for (let i = 0; i < order.length && rows.length < take; i += 1) {
    const row = order[i] ?? 0;
    if (!isInBitset(set, row)) continue;
    if (passed >= skip) rows.push(row);
    passed += 1;
  }
  return rows;
}
