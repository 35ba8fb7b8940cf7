import { indexOfText, prefixRange, type StringTable } from "@/lib/domain/catalog/index/string-table";
import { hasDigit } from "@/lib/domain/catalog/text/fold-text";

const SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz";
/** Read off paper or a screen, these are taken for each other. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  "0": "o",
  o: "0",
  "1": "il",
  i: "1l",
  l: "1i",
  "5": "s",
  s: "5",
  "8": "b",
  b: "8",
  "2": "z",
  z: "2",
};
const LENGTH_MAX = 40;
/** Letters alone are a part number only from this length on; shorter ones are words. */
const LETTERS_MIN = 6;
const MIXED_MIN = 4;

/**
 * Part numbers one slip away from this one: two signs swapped, one wrong, one too many, one left out; the likeliest
 * slips first. Looked up one by
 * one, so that the size of the catalog does not matter. Answers places in the table.
 */
export function nearNumbers(table: StringTable, number: string, most: number): number[] {
  if (number.length < (hasDigit(number) ? MIXED_MIN : LETTERS_MIN) || number.length > LENGTH_MAX) return [];
  const found = new Set<number>();
  for (const slip of slipsOf(number, sharedSigns(table, number))) {
    const at = indexOfText(table, slip);
    if (at >= 0 && slip !== number) found.add(at);
    if (found.size === most) break;
  }
  return [...found];
}

/** How many of its first signs the number shares with any in the table: a slip cannot come later than that. */
function sharedSigns(table: StringTable, number: string): number {
  let length = 0;
  for (; length < number.length; length += 1) {
    const [from, to] = prefixRange(table, number.slice(0, length + 1));
    if (from === to) break;
  }
  return length;
}

/** The likeliest first. */
function* slipsOf(number: string, last: number): Generator<string> {
  const end = Math.min(number.length, last + 1);
  for (let i = 0; i < end && i + 1 < number.length; i += 1)
    yield `${number.slice(0, i)}${number.charAt(i + 1)}${number.charAt(i)}${number.slice(i + 2)}`;
  for (const signsFor of [(sign: string) => LOOK_ALIKES[sign] ?? "", () => SIGNS])
    for (let i = 0; i < end; i += 1)
      for (const sign of signsFor(number.charAt(i))) yield number.slice(0, i) + sign + number.slice(i + 1);
  for (let i = 0; i < end; i += 1) yield number.slice(0, i) + number.slice(i + 1);
  for (let i = 0; i <= end; i += 1) for (const sign of SIGNS) yield number.slice(0, i) + sign + number.slice(i);
}
