import {
  bitsetRows,
  bitsInWord,
  type Bitset,
  complementOf,
  countBits,
  isInBitset,
} from "@/lib/domain/catalog/index/bitset";
import type { FacetColumn, RowValues } from "@/lib/domain/catalog/index/facet-column";

/** Rows to be counted in many columns. */
export type CountedRows = {
  readonly set: Bitset;
  readonly total: number;
  /** Those of the rows inside and the rows outside that are fewer; listed when first asked for. */
  readonly fewer: { readonly count: number; readonly areInside: boolean; list(): Int32Array };
};

export function countedRows(set: Bitset, size: number): CountedRows {
  const total = countBits(set);
  const areInside = total * 2 <= size;
  const count = areInside ? total : size - total;
  let rows: Int32Array | null = null;
  const list = () => (rows ??= bitsetRows(areInside ? set : complementOf(set, size), count));
  return { set, total, fewer: { count, areInside, list } };
}

/** What a step of each way costs beside one word of a bitset. */
const steps = { listedRow: 2, rowWithOne: 2, rowWithMany: 5 } as const;

/** How many of the rows have each value, by value; row by row or value by value, whichever is less to do. */
export function countFacet(column: FacetColumn, { set, total, fewer }: CountedRows): Int32Array {
  const frequent = column.bitsets.length;
  const byValue = frequent + column.rows.length * steps.listedRow;
  const byRow = fewer.count * (column.ofRows.kind === "one" ? steps.rowWithOne : steps.rowWithMany);
  if (byValue < byRow) return countByValue(column, set, total);
  const counts = countByRow(column.ofRows, column.values.length, fewer.list());
  if (fewer.areInside) return counts;
  for (let value = 0; value < counts.length; value += 1)
    counts[value] = (column.totals[value] ?? 0) - (counts[value] ?? 0);
  return counts;
}

function countByRow(ofRows: RowValues, valuesCount: number, rows: Int32Array): Int32Array {
  const counts = new Int32Array(valuesCount + 1);
  if (ofRows.kind === "one") {
    countOnes(ofRows.codes, rows, counts);
    return counts.subarray(1);
  }
  const { starts, codes } = ofRows;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at += 1) {
      const code = codes[at] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts.subarray(0, valuesCount);
}

function countOnes(codes: Uint8Array | Uint16Array, rows: Int32Array, counts: Int32Array): void {
  for (let i = 0; i < rows.length; i += 1) {
    const code = codes[rows[i] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
}

/** Where every row has exactly one value, the most frequent one has what the others leave. */
function countByValue(column: FacetColumn, within: Bitset, total: number): Int32Array {
  const counts = new Int32Array(column.values.length);
  const first = column.isPartition ? 1 : 0;
  let others = 0;
  for (let value = first; value < counts.length; value += 1) {
    const bitset = column.bitsetOf[value] ?? -1;
    const count = bitset < 0 ? countListed(column, value, within) : countDense(column.bitsets, bitset, within);
    counts[value] = count;
    others += count;
  }
  if (first === 1) counts[0] = total - others;
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
