const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** Rows in ascending order of their key; rows with equal keys keep the order they came in. Keys are below 2^32. */
export function orderByKey(rows: Int32Array, keyOf: Uint32Array): Int32Array {
  let from: Int32Array = rows;
  let to: Int32Array = new Int32Array(rows.length);
  const largest = largestKey(rows, keyOf);
  for (let shift = 0; shift === 0 || (shift < 32 && largest >>> shift > 0); shift += DIGIT_BITS) {
    const starts = digitStarts(from, keyOf, shift);
    for (const row of from) {
      const digit = ((keyOf[row] ?? 0) >>> shift) & (DIGITS - 1);
      const at = starts[digit] ?? 0;
      to[at] = row;
      starts[digit] = at + 1;
    }
    [from, to] = [to, from === rows ? new Int32Array(rows.length) : from];
  }
  return from;
}

function largestKey(rows: Int32Array, keyOf: Uint32Array): number {
  let largest = 0;
  for (const row of rows) largest = Math.max(largest, keyOf[row] ?? 0);
  return largest;
}

function digitStarts(rows: Int32Array, keyOf: Uint32Array, shift: number): Int32Array {
  const starts = new Int32Array(DIGITS + 1);
  for (const row of rows) {
    const next = (((keyOf[row] ?? 0) >>> shift) & (DIGITS - 1)) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let i = 1; i <= DIGITS; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  return starts;
}
