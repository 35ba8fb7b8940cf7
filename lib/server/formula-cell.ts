/**
 * What a spreadsheet may run: a first `=`, `+`, `-` or `@`, also in its full-width form, or a control character, behind
 * which some look for one (OWASP CSV injection). A plain negative number is none.
 */
export const FORMULA = /^(?!-\d+(?:\.\d+)?$)[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\p{Cc}]/u;
