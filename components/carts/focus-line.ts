export const lineElementId = (lineId: string) => `line-${lineId}`;

/** Puts focus back on a line after an act on it, so that the keyboard never loses its place. */
export function focusLine(lineId: string): void {
  requestAnimationFrame(() => document.getElementById(lineElementId(lineId))?.focus());
}

/** After a removal: the line that takes its place, else the one before it, else the heading of the cart. */
export function focusAfterRemoval(lineId: string): void {
  const lines = [...document.querySelectorAll<HTMLElement>("[data-cart-line]")];
  const index = lines.findIndex((element) => element.id === lineElementId(lineId));
  const next = lines[index + 1] ?? lines[index - 1] ?? document.getElementById("cart-name");
  requestAnimationFrame(() => next?.focus());
}
