import { addToBitset, type Bitset, emptyBitset, wordsFor } from "@/lib/domain/catalog/index/bitset";
import { createIntList } from "@/lib/domain/catalog/index/growing";

/**
 * One facet over all rows, both ways: the values of each row, and the rows of each value. Values stand with the most
 * frequent first, so that a screen's order stays still while counts change. Frequent values keep their rows as a
 * bitset, the others as a list.
 */
export type FacetColumn = {
  readonly values: readonly string[];
  /** By value: how many rows have it. */
  readonly totals: Int32Array;
  readonly rowStarts: Int32Array;
  readonly codes: Int32Array;
  readonly valueStarts: Int32Array;
  readonly rows: Int32Array;
  /** By value: which slice of `bitsets` holds its rows, or -1. */
  readonly bitsetOf: Int32Array;
  readonly bitsets: Uint32Array;
};

export type FacetColumnBuilder = {
  addRow(values: readonly (string | null)[]): void;
  finish(rowOf: Int32Array): FacetColumn;
};

export function createFacetColumnBuilder(): FacetColumnBuilder {
  const codeOf = new Map<string, number>();
  const [codes, starts] = [createIntList(), createIntList()];
  return {
    addRow(values) {
      starts.push(codes.size());
      for (const value of values.length > 1 ? new Set(values) : values) {
        if (value === null) continue;
        const code = codeOf.get(value) ?? codeOf.size;
        codeOf.set(value, code);
        codes.push(code);
      }
    },
    finish(rowOf) {
      starts.push(codes.size());
      return finishColumn([...codeOf.keys()], codes.take(), starts.take(), rowOf);
    },
  };
}

function finishColumn(names: readonly string[], added: Int32Array, starts: Int32Array, rowOf: Int32Array): FacetColumn {
  const counts = new Int32Array(names.length);
  for (const code of added) counts[code] = (counts[code] ?? 0) + 1;
  const order = names.map((_, code) => code).sort((a, b) => compareValues(a, b, counts, names));
  const rankOf = new Int32Array(names.length);
  order.forEach((code, rank) => (rankOf[code] = rank));
  const { rowStarts, codes } = codesByRow(added, starts, rowOf, rankOf);
  const values = order.map((code) => names[code] ?? "");
  return { values, rowStarts, codes, ...rowsByValue(values.length, rowStarts, codes) };
}

/** A column of rows that have one value each, or none where the code is -1. */
export function columnOfCodes(values: readonly string[], codeOf: Int8Array): FacetColumn {
  const rowStarts = new Int32Array(codeOf.length + 1);
  const codes = new Int32Array(codeOf.length);
  let filled = 0;
  for (let row = 0; row < codeOf.length; row += 1) {
    const code = codeOf[row] ?? -1;
    if (code >= 0) {
      codes[filled] = code;
      filled += 1;
    }
    rowStarts[row + 1] = filled;
  }
  return { values, rowStarts, codes, ...rowsByValue(values.length, rowStarts, codes.subarray(0, filled)) };
}

function compareValues(a: number, b: number, counts: Int32Array, names: readonly string[]): number {
  const difference = (counts[b] ?? 0) - (counts[a] ?? 0);
  if (difference !== 0) return difference;
  return (names[a] ?? "") < (names[b] ?? "") ? -1 : 1;
}

function codesByRow(added: Int32Array, starts: Int32Array, rowOf: Int32Array, rankOf: Int32Array) {
  const size = rowOf.length;
  const rowStarts = new Int32Array(size + 1);
  for (let i = 0; i < size; i += 1) rowStarts[(rowOf[i] ?? 0) + 1] = (starts[i + 1] ?? 0) - (starts[i] ?? 0);
  for (let row = 1; row <= size; row += 1) rowStarts[row] = (rowStarts[row] ?? 0) + (rowStarts[row - 1] ?? 0);
  const codes = new Int32Array(added.length);
  for (let i = 0; i < size; i += 1) {
    let to = rowStarts[rowOf[i] ?? 0] ?? 0;
    for (let from = starts[i] ?? 0; from < (starts[i + 1] ?? 0); from += 1, to += 1)
      codes[to] = rankOf[added[from] ?? 0] ?? 0;
  }
  return { rowStarts, codes };
}

function rowsByValue(valuesCount: number, rowStarts: Int32Array, codes: Int32Array) {
  const size = rowStarts.length - 1;
  const words = wordsFor(size);
  const counts = new Int32Array(valuesCount);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  const bitsetOf = new Int32Array(valuesCount).fill(-1);
  const valueStarts = new Int32Array(valuesCount + 1);
  let bitsetCount = 0;
  counts.forEach((count, value) => {
    const isFrequent = count > words;
    if (isFrequent) {
      bitsetOf[value] = bitsetCount;
      bitsetCount += 1;
    }
    valueStarts[value + 1] = (valueStarts[value] ?? 0) + (isFrequent ? 0 : count);
  });
  const bitsets = new Uint32Array(bitsetCount * words);
  const rows = new Int32Array(valueStarts[valuesCount] ?? 0);
  const next = valueStarts.slice();
  for (let row = 0; row < size; row += 1) {
    for (let at = rowStarts[row] ?? 0; at < (rowStarts[row + 1] ?? 0); at += 1) {
      const value = codes[at] ?? 0;
      const bitset = bitsetOf[value] ?? -1;
      const word = bitset * words + (row >>> 5);
      if (bitset >= 0) bitsets[word] = (bitsets[word] ?? 0) | (1 << (row & 31));
      else rows[bumped(next, value)] = row;
    }
  }
  return { totals: counts, valueStarts, rows, bitsetOf, bitsets };
}

function bumped(counts: Int32Array, at: number): number {
  const before = counts[at] ?? 0;
  counts[at] = before + 1;
  return before;
}

/** The values of one row in the product's own order. */
export function facetValuesOfRow(column: FacetColumn, row: number): string[] {
  const codes = column.codes.subarray(column.rowStarts[row] ?? 0, column.rowStarts[row + 1] ?? 0);
  return Array.from(codes, (code) => column.values[code] ?? "");
}

/** Rows that have any of the values. */
export function rowsWithAny(column: FacetColumn, values: readonly number[]): Bitset {
  const size = column.rowStarts.length - 1;
  const words = wordsFor(size);
  const set = emptyBitset(size);
  for (const value of values) {
    const bitset = column.bitsetOf[value] ?? -1;
    if (bitset < 0) {
      for (let at = column.valueStarts[value] ?? 0; at < (column.valueStarts[value + 1] ?? 0); at += 1) {
        addToBitset(set, column.rows[at] ?? 0);
      }
      continue;
    }
    for (let i = 0; i < words; i += 1) set[i] = (set[i] ?? 0) | (column.bitsets[bitset * words + i] ?? 0);
  }
  return set;
}
