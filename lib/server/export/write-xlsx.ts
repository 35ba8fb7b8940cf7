import writeExcelFile, { type Cell, type SheetData } from "write-excel-file/node";
import type { ExportCell } from "@/lib/server/export/export-columns";
import type { ExportTable } from "@/lib/server/export/export-table";

/** A spreadsheet's numbers carry 15 digits; a longer decimal stays text rather than change. */
const DIGITS_MAX = 15;

/** The list on the first sheet, its age and completeness on the second. */
export async function writeXlsx({ titles, widths, rows, notes }: ExportTable): Promise<Uint8Array<ArrayBuffer>> {
  const head = titles.map((title): Cell => ({ value: title, type: String, fontWeight: "bold" }));
  const data: SheetData = [head, ...rows.map((row) => row.map(toCell))];
  const about: SheetData = notes.map((note) => [{ value: note, type: String, wrap: true }]);
  const file = writeExcelFile([
    { data, sheet: "Products", columns: widths.map((width) => ({ width })), stickyRowsCount: 1 },
    { data: about, sheet: "About", columns: [{ width: 100 }] },
  ]);
  return new Uint8Array(await file.toBuffer());
}

/** Text is written as text, which a spreadsheet neither runs as a formula nor strips of leading zeros. */
function toCell(cell: ExportCell | null): Cell {
  if (cell === null) return null;
  if (cell.kind === "text") return { value: cell.text, type: String, format: "@" };
  const { decimal } = cell;
  const fraction = decimal.split(".")[1]?.length ?? 0;
  if (decimal.replace(/[-.]/g, "").length > DIGITS_MAX) return { value: decimal, type: String };
  return { value: Number(decimal), type: Number, format: fraction > 0 ? `#,##0.${"0".repeat(fraction)}` : "0" };
}
