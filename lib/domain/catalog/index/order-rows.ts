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

/** Among fewer rows putting all in order is cheaper than finding those that come first. */
const SELECTED_FROM = 8_192;
const HALF_BITS = 16;
const HALF = 1 << HALF_BITS;

/** `take` rows after the first `skip` in ascending order of `keys[i]` for `rows[i]`; only what comes before is ordered. */
export function pageByKey(rows: Int32Array, keys: Uint32Array, skip: number, take: number): Int32Array {
  const wanted = Math.min(rows.length, skip + take);
  if (wanted <= skip) return new Int32Array();
  if (rows.length < SELECTED_FROM) return rowsAt(rows, orderByKey(placesOf(rows), keys).subarray(skip, wanted));
  const last = keyAtPlace(keys, wanted - 1);
  const nearer = new Int32Array(wanted);
  const equal = new Int32Array(wanted);
  let [nearerCount, equalCount] = [0, 0];
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] ?? 0;
    if (key < last) {
      nearer[nearerCount] = i;
      nearerCount += 1;
    } else if (key === last && equalCount < wanted) {
      equal[equalCount] = i;
      equalCount += 1;
    }
  }
  const places = new Int32Array(wanted);
  places.set(orderByKey(nearer.subarray(0, nearerCount), keys));
  places.set(equal.subarray(0, wanted - nearerCount), nearerCount);
  return rowsAt(rows, places.subarray(skip, wanted));
}

function placesOf(rows: Int32Array): Int32Array {
  return rows.map((_, place) => place);
}

function rowsAt(rows: Int32Array, places: Int32Array): Int32Array {
  return places.map((place) => rows[place] ?? 0);
}

/** The key that would stand at this place if all were in order. */
function keyAtPlace(keys: Uint32Array, place: number): number {
  const highs = new Int32Array(HALF);
  for (let i = 0; i < keys.length; i += 1) {
    const high = (keys[i] ?? 0) >>> HALF_BITS;
    highs[high] = (highs[high] ?? 0) + 1;
  }
  const [high, before] = bucketOf(highs, place);
  const lows = new Int32Array(HALF);
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] ?? 0;
    if (key >>> HALF_BITS === high) lows[key & (HALF - 1)] = (lows[key & (HALF - 1)] ?? 0) + 1;
  }
  const [low] = bucketOf(lows, place - before);
  return high * HALF + low;
}

/** The bucket that holds this place, and how many stand before it. */
function bucketOf(counts: Int32Array, place: number): readonly [bucket: number, before: number] {
  let before = 0;
  for (let bucket = 0; bucket < counts.length; bucket += 1) {
    const count = counts[bucket] ?? 0;
    if (before + count > place) return [bucket, before];
    before += count;
  }
  return [counts.length - 1, before];
}
