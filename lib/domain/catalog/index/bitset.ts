/** A set of row numbers, 32 rows a word. Bits beyond the last row are always 0. */
export type Bitset = Uint32Array;

export function wordsFor(size: number): number {
  return (size + 31) >>> 5;
}

export function emptyBitset(size: number): Bitset {
  return new Uint32Array(wordsFor(size));
}

export function fullBitset(size: number): Bitset {
  const set = emptyBitset(size).fill(0xffffffff);
  const rest = size & 31;
  if (rest !== 0) set[set.length - 1] = 0xffffffff >>> (32 - rest);
  return set;
}

export function addToBitset(set: Bitset, row: number): void {
  set[row >>> 5] = (set[row >>> 5] ?? 0) | (1 << (row & 31));
}

export function isInBitset(set: Bitset, row: number): boolean {
  return (((set[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

/** Keeps in `target` what is in `other` too. */
export function intersectInto(target: Bitset, other: Bitset): void {
  for (let i = 0; i < target.length; i += 1) target[i] = (target[i] ?? 0) & (other[i] ?? 0);
}

/** The rows of 0 … size - 1 that are not in the set. */
export function complementOf(set: Bitset, size: number): Bitset {
  const others = fullBitset(size);
  for (let i = 0; i < others.length; i += 1) others[i] = (others[i] ?? 0) & ~(set[i] ?? 0);
  return others;
}

export function bitsInWord(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countBits(set: Bitset): number {
  let count = 0;
  for (const word of set) count += bitsInWord(word);
  return count;
}

/** Row numbers in ascending order. */
export function bitsetRows(set: Bitset, count: number): Int32Array {
  const rows = new Int32Array(count);
  let filled = 0;
  for (let i = 0; i < set.length && filled < count; i += 1) {
    let word = set[i] ?? 0;
    while (word !== 0) {
      rows[filled] = (i << 5) + 31 - Math.clz32(word & -word);
      filled += 1;
      word &= word - 1;
    }
  }
  return rows;
}

/** `take` rows in ascending order after skipping `skip`. */
export function sliceOfBitset(set: Bitset, skip: number, take: number): number[] {
  const rows: number[] = [];
  let left = skip;
  for (let i = 0; i < set.length && rows.length < take; i += 1) {
    let word = set[i] ?? 0;
    if (word === 0) continue;
    const bits = bitsInWord(word);
    if (left >= bits) {
      left -= bits;
      continue;
    }
    for (; word !== 0 && rows.length < take; word &= word - 1) {
      if (left > 0) left -= 1;
      else rows.push((i << 5) + 31 - Math.clz32(word & -word));
    }
  }
  return rows;
}
