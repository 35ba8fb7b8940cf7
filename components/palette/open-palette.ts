export const OPEN_PALETTE = "desk:palette";

/** Asks the shell for the command palette; it is loaded when first asked for. */
export function openPalette(): void {
  document.dispatchEvent(new CustomEvent(OPEN_PALETTE));
}
