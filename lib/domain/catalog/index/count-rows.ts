import {
  bitsetRows,
  bitsInWord,
  type Bitset,
  complementOf,
  countBits,
  isInBitset,
} from "@/lib/domain/catalog/index/bitset";
import type { FacetColumn } from "@/lib/domain/catalog/index/facet-column";

/** Rows to be counted in many columns, prepared for the cheapest way to do so. */
export type CountedRows = {
  readonly set: Bitset;
  readonly total: number;
  /** The rows themselves where they are few. */
  readonly few: Int32Array | null;
  /** The rows that are left out, where those are few. */
  readonly missing: Int32Array | null;
};

/** Below this share of all rows going through the rows is cheaper than going through the values. */
const FEW_ROWS_SHARE = 12;

export function countedRows(set: Bitset, size: number): CountedRows {
  const total = countBits(set);
  const others = size - total;
  const isFew = total * FEW_ROWS_SHARE < size;
  return {
    set,
    total,
    few: isFew ? bitsetRows(set, total) : null,
    missing: !isFew && others * FEW_ROWS_SHARE < size ? bitsetRows(complementOf(set, size), others) : null,
  };
}

/** How many of the rows have each value, by value. */
export function countFacet(column: FacetColumn, { set, few, missing }: CountedRows): Int32Array {
  if (few) return countByRow(column, few);
  if (!missing) return countByValue(column, set);
  const counts = countByRow(column, missing);
  for (let value = 0; value < counts.length; value += 1)
    counts[value] = (column.totals[value] ?? 0) - (counts[value] ?? 0);
  return counts;
}

function countByRow({ values, rowStarts, codes }: FacetColumn, rows: Int32Array): Int32Array {
  const counts = new Int32Array(values.length);
  for (const row of rows) {
    const end = rowStarts[row + 1] ?? 0;
    for (let at = rowStarts[row] ?? 0; at < end; at += 1) {
      const code = codes[at] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts;
}

function countByValue(column: FacetColumn, within: Bitset): Int32Array {
  const counts = new Int32Array(column.values.length);
  for (let value = 0; value < counts.length; value += 1) {
    const bitset = column.bitsetOf[value] ?? -1;
    counts[value] = bitset < 0 ? countListed(column, value, within) : countDense(column.bitsets, bitset, within);
  }
  return counts;
}

function countListed({ valueStarts, rows }: FacetColumn, value: number, within: Bitset): number {
  let count = 0;
  const end = valueStarts[value + 1] ?? 0;
  for (let at = valueStarts[value] ?? 0; at < end; at += 1) if (isInBitset(within, rows[at] ?? 0)) count += 1;
  return count;
}

function countDense(bitsets: Uint32Array, bitset: number, within: Bitset): number {
  let count = 0;
  const from = bitset * within.length;
  for (let i = 0; i < within.length; i += 1) count += bitsInWord((bitsets[from + i] ?? 0) & (within[i] ?? 0));
  return count;
}
