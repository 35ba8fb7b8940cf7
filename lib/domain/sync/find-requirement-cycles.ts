/** `edges` leads from a key to the keys it requires. */
export type RequirementGraph = ReadonlyMap<string, readonly string[]>;

type Visit = { readonly key: string; next: number };

/**
 * The groups of keys that require each other in a circle, each in the order of `graph`; a key that requires itself is
 * one too. Tarjan's strongly connected components with a worklist of its own, so that long chains cannot overflow.
 */
export function findRequirementCycles(graph: RequirementGraph): string[][] {
  const order = new Map([...graph.keys()].map((key, index) => [key, index]));
  const search = createSearch(graph);
  const cycles: string[][] = [];
  for (const [key, targets] of graph) {
    // Most products require some that require nothing: no circle leads through them.
    if (!targets.some((target) => graph.has(target))) continue;
    for (const component of search(key)) {
      const [only] = component;
      const circular = component.length > 1 || (only !== undefined && (graph.get(only) ?? []).includes(only));
      if (circular) cycles.push(component.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
    }
  }
  return cycles;
}

function createSearch(graph: RequirementGraph): (start: string) => string[][] {
  const indexOf = new Map<string, number>();
  const lowOf = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const enter = (key: string): Visit => {
    lowOf.set(key, indexOf.size);
    indexOf.set(key, indexOf.size);
    open.push(key);
    isOpen.add(key);
    return { key, next: 0 };
  };
  const lower = (key: string, to: number) => lowOf.set(key, Math.min(lowOf.get(key) ?? to, to));
  const close = (key: string): string[] => {
    const component = open.splice(open.lastIndexOf(key));
    for (const member of component) isOpen.delete(member);
    return component;
  };
  return (start) => {
    if (indexOf.has(start)) return [];
    const components: string[][] = [];
    const path = [enter(start)];
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const target = graph.get(visit.key)?.[visit.next];
      if (target !== undefined) {
        visit.next += 1;
        if (!graph.has(target)) continue;
        if (!indexOf.has(target)) path.push(enter(target));
        else if (isOpen.has(target)) lower(visit.key, indexOf.get(target) ?? 0);
        continue;
      }
      path.pop();
      if (lowOf.get(visit.key) === indexOf.get(visit.key)) components.push(close(visit.key));
      const parent = path.at(-1);
      if (parent) lower(parent.key, lowOf.get(visit.key) ?? 0);
    }
    return components;
  };
}
