import { parseDecimal, formatDecimal } from "@/lib/domain/money/decimal";
import { trimDecimal } from "@/lib/domain/money/decimal-arithmetic";

/** One line of pasted text: a part number and, where one is given, a quantity. */
export type PastedRow = {
  readonly input: string;
  readonly partNumber: string;
  readonly quantity: string | null;
  /** Why the line cannot be read; null where it can. */
  readonly unreadable: string | null;
};

export const PASTED_ROWS_MAX = 1_000;

const PART_NUMBER_MAX = 120;

/** The first line of our own exports, as a file or as cells. */
const EXPORT_HEAD = /^\uFEFF?"?Part number"?[\t,;]"?Quantity\b/i;
/** What stands over the quantities of other lists. */
const QUANTITY_HEAD = /^(quantity|qty|menge|anzahl|quantité|cantidad|count|units?|seats?|licen[cs]es?)\.?$/i;
const QUANTITY = /^\d{1,9}(\.\d{1,4})?$/;
/** "5x", "x 5", "5 pcs", "5 users". */
const COUNTED = /^(?:[x×]\s*)?(\d[\d.]*)\s*(?:[x×]|pcs?\.?|pieces|ea|users?|seats?|licen[cs]es?|stk\.?|stück)?$/iu;
/** Signs that are not seen and come along from web pages and mails. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Reads lists as they come from spreadsheets, mails and our own exports; empty lines are skipped. */
export function parsePaste(text: string): readonly PastedRow[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.replace(UNSEEN, "").trim() !== "" && !EXPORT_HEAD.test(line));
  const [first = ""] = lines;
  const isHead = lines.length > 1 && QUANTITY_HEAD.test(columnsOf(first)[1] ?? "");
  return (isHead ? lines.slice(1) : lines).map(parseRow);
}

function parseRow(line: string): PastedRow {
  const input = line.trim();
  const [partNumber = "", given = ""] = inOrder(columnsOf(line));
  if (partNumber === "" || partNumber.length > PART_NUMBER_MAX) {
    return { input, partNumber: "", quantity: null, unreadable: "There is no part number on this line." };
  }
  if (given === "") return { input, partNumber, quantity: null, unreadable: null };
  const counted = COUNTED.exec(given.normalize("NFKC"))?.[1] ?? "";
  const quantity = QUANTITY.test(counted) ? parseDecimal(counted) : null;
  if (!quantity || quantity.units === 0n) {
    return { input, partNumber, quantity: null, unreadable: `“${given}” is not a quantity.` };
  }
  return { input, partNumber, quantity: formatDecimal(trimDecimal(quantity)), unreadable: null };
}

/** Some lists begin with the quantity; two numbers stay as they stand. */
function inOrder([first = "", second = "", ...others]: readonly string[]): string[] {
  const isTurned = COUNTED.test(first) && /\p{L}/u.test(second) && /[\p{N}-]/u.test(second) && !COUNTED.test(second);
  return isTurned ? [second, first, ...others] : [first, second, ...others];
}

/** By tab, semicolon or comma, whichever comes first in that order; else by blanks, with an "x" between them. */
function columnsOf(line: string): string[] {
  const seen = line.replace(UNSEEN, "").replace(/[“”„«»]/g, '"');
  const separator = ["\t", ";", ","].find((mark) => seen.includes(mark));
  const columns = separator === undefined ? seen.trim().split(/\s+(?:[x×]\s+)?/i) : seen.split(separator);
  return columns.map((column) =>
    column
      .trim()
      .replace(/^"(.*)"$/s, "$1")
      .replace(/^'/, "")
      .trim(),
  );
}
