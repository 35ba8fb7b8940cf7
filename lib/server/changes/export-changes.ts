import Papa from "papaparse";
import { FORMULA } from "@/lib/server/formula-cell";
import { type ChangeFilter, listChanges } from "@/lib/server/changes/list-changes";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

const PAGE_ROWS = 500;
const ROWS_MAX = 20_000;
const BYTE_ORDER_MARK = "\uFEFF";
const columns = ["When (UTC)", "Vendor", "Product", "Key", "Change", "What", "Before", "Now"];

/** The filtered list as a spreadsheet reads it; cells that a spreadsheet would take for a formula are defused. */
export async function exportChanges(db: Database, viewer: Viewer, filter: ChangeFilter): Promise<string> {
  const rows: string[][] = [];
  for (let page = 1; rows.length < ROWS_MAX; page += 1) {
    const { items } = await listChanges(db, viewer, filter, { page, pageSize: PAGE_ROWS });
    for (const { at, vendor, name, key, kind, what, old, new: now } of items) {
      rows.push([at, vendor, name, key, kind, what, old ?? "", now ?? ""]);
    }
    if (items.length < PAGE_ROWS) break;
  }
  return BYTE_ORDER_MARK + Papa.unparse({ fields: columns, data: rows }, { escapeFormulae: FORMULA });
}
