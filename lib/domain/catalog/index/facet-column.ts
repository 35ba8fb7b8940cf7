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
  readonly ofRows: RowValues;
  /** Every row has exactly one value. */
  readonly isPartition: boolean;
  readonly valueStarts: Int32Array;
  readonly rows: Int32Array;
  /** By value: which slice of `bitsets` holds its rows, or -1. */
  readonly bitsetOf: Int32Array;
  readonly bitsets: Uint32Array;
};

/** Most facets have one value at most in every row, and few values: then a small number is enough, 0 for none. */
export type RowValues =
  | { readonly kind: "one"; readonly codes: Uint8Array | Uint16Array }
  | { readonly kind: "many"; readonly starts: Int32Array; readonly codes: Int32Array };

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
  const values = order.map((code) => names[code] ?? "");
  const byRow = codesByRow(added, starts, rowOf, rankOf);
  return finished(values, rowValues(byRow, values.length), byRow);
}

/** A column of rows that have one value each, or none where the code is 0; the first value has code 1. */
export function columnOfCodes(values: readonly string[], codes: Uint8Array): FacetColumn {
  const starts = new Int32Array(codes.length + 1);
  const listed = new Int32Array(codes.length);
  let filled = 0;
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? 0;
    if (code > 0) {
      listed[filled] = code - 1;
      filled += 1;
    }
    starts[row + 1] = filled;
  }
  return finished(values, { kind: "one", codes }, { starts, codes: listed });
}

function finished(values: readonly string[], ofRows: RowValues, byRow: CodesByRow): FacetColumn {
  const size = byRow.starts.length - 1;
  const isPartition = ofRows.kind === "one" && values.length > 0 && byRow.starts[size] === size;
  return { values, ofRows, isPartition, ...rowsByValue(values.length, byRow) };
}

function compareValues(a: number, b: number, counts: Int32Array, names: readonly string[]): number {
  const difference = (counts[b] ?? 0) - (counts[a] ?? 0);
  if (difference !== 0) return difference;
  return (names[a] ?? "") < (names[b] ?? "") ? -1 : 1;
}

/** The values of row r are codes[starts[r] … starts[r + 1]). */
type CodesByRow = { readonly starts: Int32Array; readonly codes: Int32Array };

function codesByRow(added: Int32Array, addedStarts: Int32Array, rowOf: Int32Array, rankOf: Int32Array): CodesByRow {
  const size = rowOf.length;
  const starts = new Int32Array(size + 1);
  for (let i = 0; i < size; i += 1) starts[(rowOf[i] ?? 0) + 1] = (addedStarts[i + 1] ?? 0) - (addedStarts[i] ?? 0);
  for (let row = 1; row <= size; row += 1) starts[row] = (starts[row] ?? 0) + (starts[row - 1] ?? 0);
  const codes = new Int32Array(added.length);
  for (let i = 0; i < size; i += 1) {
    let to = starts[rowOf[i] ?? 0] ?? 0;
    for (let from = addedStarts[i] ?? 0; from < (addedStarts[i + 1] ?? 0); from += 1, to += 1)
      codes[to] = rankOf[added[from] ?? 0] ?? 0;
  }
  return { starts, codes };
}

const ONE_BYTE = 0xff;
const TWO_BYTES = 0xffff;

function rowValues({ starts, codes }: CodesByRow, valuesCount: number): RowValues {
  const size = starts.length - 1;
  let isOne = valuesCount <= TWO_BYTES;
  for (let row = 0; row < size && isOne; row += 1) isOne = (starts[row + 1] ?? 0) - (starts[row] ?? 0) <= 1;
  if (!isOne) return { kind: "many", starts, codes };
  const small = valuesCount <= ONE_BYTE ? new Uint8Array(size) : new Uint16Array(size);
  for (let row = 0; row < size; row += 1) {
    const at = starts[row] ?? 0;
    if (at < (starts[row + 1] ?? 0)) small[row] = (codes[at] ?? 0) + 1;
  }
  return { kind: "one", codes: small };
}

function rowsByValue(valuesCount: number, { starts, codes }: CodesByRow) {
  const size = starts.length - 1;
  const words = wordsFor(size);
  const totals = new Int32Array(valuesCount);
  for (let at = 0; at < (starts[size] ?? 0); at += 1) bumped(totals, codes[at] ?? 0);
  const bitsetOf = new Int32Array(valuesCount).fill(-1);
  const valueStarts = new Int32Array(valuesCount + 1);
  let bitsetCount = 0;
  totals.forEach((count, value) => {
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
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const value = codes[at] ?? 0;
      const bitset = bitsetOf[value] ?? -1;
      const word = bitset * words + (row >>> 5);
      if (bitset >= 0) bitsets[word] = (bitsets[word] ?? 0) | (1 << (row & 31));
      else rows[bumped(next, value)] = row;
    }
  }
  return { totals, valueStarts, rows, bitsetOf, bitsets };
}

function bumped(counts: Int32Array, at: number): number {
  const before = counts[at] ?? 0;
  counts[at] = before + 1;
  return before;
}

/** The values of one row in the product's own order. */
export function facetValuesOfRow({ values, ofRows }: FacetColumn, row: number): string[] {
  if (ofRows.kind === "one") {
    const value = values[(ofRows.codes[row] ?? 0) - 1];
    return value === undefined ? [] : [value];
  }
  const codes = ofRows.codes.subarray(ofRows.starts[row] ?? 0, ofRows.starts[row + 1] ?? 0);
  return Array.from(codes, (code) => values[code] ?? "");
}

/** Rows that have any of the values, of a catalog of `size` rows. */
export function rowsWithAny(column: FacetColumn, values: readonly number[], size: number): Bitset {
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
    const from = bitset * words;
    for (let i = 0; i < words; i += 1) set[i] = (set[i] ?? 0) | (column.bitsets[from + i] ?? 0);
  }
  return set;
}
