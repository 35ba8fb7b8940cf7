type Named = { readonly id: string; readonly own: boolean; readonly name: string };

/** One's own first, then by name; "Week 2" comes before "Week 10". */
export function compareViews(a: Named, b: Named): number {
  if (a.own !== b.own) return a.own ? -1 : 1;
  return a.name.localeCompare(b.name, "en", { numeric: true }) || (a.id < b.id ? -1 : 1);
}
