import type { ExportCell } from "@/lib/server/export/export-columns";

/** What goes into a file: a head, rows of cells, and sentences about how old and how complete it is. */
export type ExportTable = {
  readonly titles: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (ExportCell | null)[])[];
  readonly notes: readonly string[];
};
