/** Where the focus goes when what had it is taken away: to the count, from which the list is read on. */
export function focusTotal(): void {
  requestAnimationFrame(() => document.getElementById("product-total")?.focus());
}
