import Papa from "papaparse";
import type { ExportTable } from "@/lib/server/export/export-table";
import { FORMULA } from "@/lib/server/formula-cell";

const BYTE_ORDER_MARK = "\uFEFF";

/** Notes about a file that is not complete come last, so that the head stays the first line. */
export function writeCsv({ titles, rows, notes }: ExportTable): Uint8Array<ArrayBuffer> {
  const data = rows.map((row) =>
    row.map((cell) => (cell === null ? "" : cell.kind === "text" ? cell.text : cell.decimal)),
  );
  const told = notes.length > 1 ? notes.map((note) => [`# ${note}`]) : [];
  const csv = Papa.unparse({ fields: [...titles], data: [...data, ...told] }, { escapeFormulae: FORMULA });
  return new TextEncoder().encode(BYTE_ORDER_MARK + csv);
}
