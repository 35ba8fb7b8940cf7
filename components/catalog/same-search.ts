/** Two addresses ask for the same list, however their parts are written and ordered. */
export function isSameSearch(one: string, other: string): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(search: string): string {
  const parts = [...new URLSearchParams(search)];
  return String(new URLSearchParams(parts.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))));
}
