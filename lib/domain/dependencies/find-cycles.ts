type Visit = {
  readonly id: string;
  readonly order: number;
  readonly edges: readonly string[];
  next: number;
  low: number;
  isOpen: boolean;
};

/**
 * Groups of two or more that need each other, by Tarjan's strongly connected components with a stack of its own, so that
 * a long chain cannot exhaust the call stack. Members are in order of discovery.
 */
export function findCycles(ids: readonly string[], edgesOf: (id: string) => readonly string[]): string[][] {
  const visits = new Map<string, Visit>();
  const open: Visit[] = [];
  const cycles: string[][] = [];

  const enter = (id: string): Visit => {
    const order = visits.size;
    const visit = { id, order, edges: edgesOf(id), next: 0, low: order, isOpen: true };
    visits.set(id, visit);
    open.push(visit);
    return visit;
  };
  const leave = (visit: Visit) => {
    if (visit.low !== visit.order) return;
    const members: string[] = [];
    for (let member = open.pop(); member; member = member === visit ? undefined : open.pop()) {
      member.isOpen = false;
      members.push(member.id);
    }
    if (members.length > 1) cycles.push(members.toReversed());
  };

  for (const start of ids) {
    if (visits.has(start)) continue;
    const path = [enter(start)];
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const next = visit.edges[visit.next];
      visit.next += 1;
      if (next === undefined) {
        path.pop();
        leave(visit);
        const parent = path.at(-1);
        if (parent) parent.low = Math.min(parent.low, visit.low);
        continue;
      }
      const met = visits.get(next);
      if (!met) path.push(enter(next));
      else if (met.isOpen) visit.low = Math.min(visit.low, met.order);
    }
  }
  return cycles;
}
