import Papa from "papaparse";
import { expect, it, test } from "vitest";
import { FORMULA } from "@/lib/server/formula-cell";

const written = (text: string) => Papa.unparse([[text]], { escapeFormulae: FORMULA });
const readBack = (csv: string) => Papa.parse<string[]>(csv).data[0]?.[0] ?? "";

it.each(["=", "+", "-", "@", "\t", "\r", "\n", "\0", "\u000b", "＝", "＋", "－", "＠"])(
  "defuses a cell that begins with %j, on one line or several",
  (sign) => {
    for (const rest of ["", "1+1", 'HYPERLINK("https://evil.example")', "a\nb", "\r\n=1", "é\u2028x"]) {
      const cell = readBack(written(sign + rest));
      expect(cell.startsWith("'")).toBe(true);
      expect(cell.slice(1)).toBe(sign + rest);
    }
  },
);

test("plain texts and negative amounts stay as they are", () => {
  for (const text of ["-12", "-0.50", "Office 365 E3", "a=b", "007", "", " =1"])
    expect(readBack(written(text))).toBe(text);
});
