/** Every single key and what it does; each has a visible control that does the same. */
export const keys: readonly (readonly [string, string])[] = [
  ["/", "Search"],
  ["Ctrl or Cmd with K", "Go to, do or find anything"],
  ["g then c", "Go to the catalog"],
  ["g then b", "Go to the carts (baskets)"],
  ["g then q", "Go to the quotes"],
  ["j and k", "Next and previous row of a list"],
  ["Enter or o", "Open the row"],
  ["Space", "Preview the row beside the list"],
  ["x", "Select the row; shift-press takes the rows between along"],
  ["a", "Add the row or the product to the cart"],
  ["c", "Copy the part number"],
  ["f", "Go to the filters"],
  ["Esc", "Close, then clear"],
  ["?", "This list"],
];
