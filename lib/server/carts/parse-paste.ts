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

/** Reads lists as they come from spreadsheets, mails and our own exports; empty lines are skipped. */
export function parsePaste(text: string): readonly PastedRow[] {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "" && !EXPORT_HEAD.test(line))
    .map(parseRow);
}

function parseRow(line: string): PastedRow {
  const input = line.trim();
  const [partNumber = "", given = ""] = columnsOf(line);
  if (partNumber === "" || partNumber.length > PART_NUMBER_MAX) {
    return { input, partNumber: "", quantity: null, unreadable: "There is no part number on this line." };
  }
  if (given === "") return { input, partNumber, quantity: null, unreadable: null };
  const quantity = /^\d{1,9}(\.\d{1,4})?$/.test(given) ? parseDecimal(given) : null;
  if (!quantity || quantity.units === 0n) {
    return { input, partNumber, quantity: null, unreadable: `“${given}” is not a quantity.` };
  }
  return { input, partNumber, quantity: formatDecimal(trimDecimal(quantity)), unreadable: null };
}

/** By tab, semicolon or comma, whichever comes first in that order; else by blanks, with an "x" between them. */
function columnsOf(line: string): string[] {
  const separator = ["\t", ";", ","].find((mark) => line.includes(mark));
  const columns = separator === undefined ? line.trim().split(/\s+(?:[x×]\s+)?/i) : line.split(separator);
  return columns.map((column) =>
    column
      .trim()
      .replace(/^"(.*)"$/s, "$1")
      .replace(/^'/, "")
      .trim(),
  );
}
