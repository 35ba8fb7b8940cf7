import type { ActiveFault } from "./fault";

/** The rows a request asks for, and what the answer claims about the whole list. */
export type PageWindow = { offset: number; limit: number; total: number };

/** Where the rows are really taken from while paging faults are on. */
export function bendWindow(window: PageWindow, faults: readonly ActiveFault[]): PageWindow {
  let { offset, limit, total } = window;
  for (const fault of faults) {
    if (fault.kind === "stuck-page") {
      total = Math.max(total, window.offset + 3 * limit);
      offset = 0;
    } else if (fault.kind === "repeat-page") offset = Math.max(0, offset - limit);
    else if (fault.kind === "overlap") offset = Math.max(0, offset - fault.rows);
    else if (fault.kind === "total-drift") total += fault.step * fault.hits;
    else if (fault.kind === "empty") ({ offset, limit, total } = { offset: 0, limit: 0, total: 0 });
  }
  return { offset, limit, total };
}

/** Rows of a list that is `own` followed by `extra`. */
export function readRows(
  window: PageWindow,
  own: { size: number; slice: (offset: number, limit: number) => unknown[] },
  extra: readonly unknown[],
): unknown[] {
  const rows = own.slice(window.offset, window.limit);
  const missing = window.limit - rows.length;
  if (missing <= 0) return rows;
  const from = Math.max(0, window.offset - own.size);
  return rows.concat(extra.slice(from, from + missing));
}

export function hasFault(faults: readonly ActiveFault[], kind: ActiveFault["kind"]): boolean {
  return faults.some((fault) => fault.kind === kind);
}
