type Visit = { readonly id: string; readonly edges: readonly string[]; next: number };

/**
 * Groups of two or more that need each other, by Tarjan's strongly connected components with a stack of its own, so that
 * a long chain cannot exhaust the call stack. Members are in order of discovery.
 */
export function findCycles(ids: readonly string[], edgesOf: (id: string) => readonly string[]): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const cycles: string[][] = [];

  const enter = (id: string): Visit => {
    order.set(id, order.size);
    low.set(id, order.size - 1);
    open.push(id);
    isOpen.add(id);
    return { id, edges: edgesOf(id), next: 0 };
  };
  const lower = (id: string, value: number | undefined) => {
    const current = low.get(id);
    if (current !== undefined && value !== undefined && value < current) low.set(id, value);
  };
  const leave = (id: string) => {
    if (low.get(id) !== order.get(id)) return;
    const members = open.splice(open.lastIndexOf(id));
    for (const member of members) isOpen.delete(member);
    if (members.length > 1) cycles.push(members);
  };

  for (const start of ids) {
    if (order.has(start)) continue;
    const path = [enter(start)];
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const next = visit.edges[visit.next];
      visit.next += 1;
      if (next === undefined) {
        path.pop();
        leave(visit.id);
        const parent = path.at(-1);
        if (parent) lower(parent.id, low.get(visit.id));
      } else if (!order.has(next)) path.push(enter(next));
      else if (isOpen.has(next)) lower(visit.id, order.get(next));
    }
  }
  return cycles;
}
