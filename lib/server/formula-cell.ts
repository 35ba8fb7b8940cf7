/**
 * What a spreadsheet may run: a first `=`, `+`, `-` or `@`, also in its full-width form, or a control character, behind
 * which some look for one (OWASP CSV injection). A plain negative number is none.
 */
export const FORMULA = /^(?!-\d+(?:\.\d+)?$)[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\p{Cc}]/u;

/** Takes back the mark that keeps a spreadsheet from reading a cell as a formula. */
export function plainCell(cell: string): string {
  const text = cell.trim();
  return /^'[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\p{Cc}]/u.test(text) ? text.slice(1) : text;
}
