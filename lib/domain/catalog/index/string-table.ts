/** Many short texts in two typed arrays: no heap object per text, and moved between threads without a copy. */
export type StringTable = {
  /** UTF-16 code units, a byte each where none of them needs more. */
  readonly units: Uint8Array | Uint16Array;
  /** Text i is units[starts[i] … starts[i + 1]). */
  readonly starts: Uint32Array;
};

export function createStringTable(texts: readonly string[]): StringTable {
  const starts = new Uint32Array(texts.length + 1);
  let total = 0;
  texts.forEach((text, i) => {
    total += text.length;
    starts[i + 1] = total;
  });
  const units = texts.every(isNarrow) ? new Uint8Array(total) : new Uint16Array(total);
  let at = 0;
  for (const text of texts) {
    for (let i = 0; i < text.length; i += 1) units[at + i] = text.charCodeAt(i);
    at += text.length;
  }
  return { units, starts };
}

function isNarrow(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 0xff) return false;
  return true;
}

export function tableSize(table: StringTable): number {
  return table.starts.length - 1;
}

export function textAt(table: StringTable, index: number): string {
  return String.fromCharCode(...table.units.subarray(table.starts[index] ?? 0, table.starts[index + 1] ?? 0));
}

/** First index whose text is not before `text`; the table must be in code unit order. */
export function lowerBound(table: StringTable, text: string): number {
  return bound(table, (index) => compareAt(table, index, text) < 0);
}

/** The texts that begin with `prefix` as the half-open range [from, to). */
export function prefixRange(table: StringTable, prefix: string): readonly [number, number] {
  const from = lowerBound(table, prefix);
  const to = bound(table, (index) => index < from || startsWithAt(table, index, prefix), from);
  return [from, to];
}

/** The index of exactly this text, or -1. */
export function indexOfText(table: StringTable, text: string): number {
  const index = lowerBound(table, text);
  return index < tableSize(table) && compareAt(table, index, text) === 0 ? index : -1;
}

/** Calls `found` with each text that contains `fragment`, once each. Steps over what cannot match (Horspool). */
export function findContaining(table: StringTable, fragment: string, found: (index: number) => void): void {
  const { units, starts } = table;
  const last = fragment.length - 1;
  const steps = stepsOf(fragment);
  const lastUnit = fragment.charCodeAt(last);
  let index = 0;
  for (let end = last; end < units.length;) {
    const unit = units[end] ?? 0;
    if (unit === lastUnit && matchesAt(units, end - last, fragment)) {
      index = textAround(table, end - last, index);
      const next = starts[index + 1] ?? units.length;
      if (end < next) {
        found(index);
        end = next + last;
        continue;
      }
    }
    end += steps[unit & 255] ?? 1;
  }
}

/** How far a window may move when it ends in this unit; units with equal low bytes share the smaller step. */
function stepsOf(fragment: string): Uint16Array {
  const steps = new Uint16Array(256).fill(fragment.length);
  for (let i = 0; i < fragment.length - 1; i += 1) steps[fragment.charCodeAt(i) & 255] = fragment.length - 1 - i;
  return steps;
}

/** The text that the unit at this place belongs to; not before `from`, and found fastest close to it. */
function textAround(table: StringTable, at: number, from: number): number {
  const last = tableSize(table) - 1;
  let [low, high, step] = [from, from, 1];
  while (high < last && (table.starts[high + 1] ?? 0) <= at) {
    low = high + 1;
    high = Math.min(last, high + step);
    step *= 2;
  }
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((table.starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function bound(table: StringTable, isBefore: (index: number) => boolean, from = 0): number {
  let [low, high] = [from, tableSize(table)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareAt(table: StringTable, index: number, text: string): number {
  const start = table.starts[index] ?? 0;
  const length = (table.starts[index + 1] ?? 0) - start;
  const shared = Math.min(length, text.length);
  for (let i = 0; i < shared; i += 1) {
    const difference = (table.units[start + i] ?? 0) - text.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return length - text.length;
}

function startsWithAt(table: StringTable, index: number, prefix: string): boolean {
  const start = table.starts[index] ?? 0;
  return (table.starts[index + 1] ?? 0) - start >= prefix.length && matchesAt(table.units, start, prefix);
}

function matchesAt(units: StringTable["units"], at: number, text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (units[at + i] !== text.charCodeAt(i)) return false;
  return true;
}
