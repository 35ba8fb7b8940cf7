"use client";

import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { formatNumber } from "@/components/ui/format";
import { Menu } from "@/components/ui/menu";
import { exportHref, type ExportFormat } from "@/lib/client/bulk-queries";
import type { CatalogFilter } from "@/lib/client/catalog-queries";

/** As the API stops; the file says so too. */
const ROWS_MAX = 10_000;

const formats: readonly { format: ExportFormat; words: string }[] = [
  { format: "csv", words: "CSV" },
  { format: "xlsx", words: "Spreadsheet (XLSX)" },
];

const look = "btn border-line-strong! bg-surface text-ink!";

type ExportMenuProps = { label: ReactNode; onExport: (format: ExportFormat) => void };

export function ExportMenu({ label, onExport }: ExportMenuProps) {
  return (
    <Menu label={label} buttonClassName={look} className="w-52">
      {formats.map(({ format, words }) => (
        <button key={format} type="button" className="menu-item" data-closes onClick={() => onExport(format)}>
          {words}
        </button>
      ))}
    </Menu>
  );
}

type ListExportProps = { filter: CatalogFilter; columns: readonly string[]; total: number };

/** The whole list with the columns shown, in its order; links, so that they work like any download. */
export function ListExport({ filter, columns, total }: ListExportProps) {
  return (
    <Menu
      label={
        <>
          <Download aria-hidden="true" />
          Export
        </>
      }
      buttonClassName={look}
      className="w-64"
    >
      {formats.map(({ format, words }) => (
        <a key={format} href={exportHref(filter, format, columns)} download className="menu-item">
          {words}
        </a>
      ))}
      <p className="text-caption text-ink-muted px-2.5 pt-1 pb-1.5">
        {total > ROWS_MAX
          ? `The first ${formatNumber(String(ROWS_MAX))} of ${formatNumber(String(total))} rows; narrow the list for the rest.`
          : "The columns shown, all rows, in this order. It can be pasted back."}
      </p>
    </Menu>
  );
}
