import { missingRequirements, namedIn, type RequirementGraph } from "@/lib/domain/dependencies/requirement-graph";

/** What is there already and what could be added. */
export type Supply = {
  readonly isPresent: (id: string) => boolean;
  /** Whether something exists and can be ordered by itself, whatever it needs. */
  readonly isUsable: (id: string) => boolean;
};

/**
 * Ids that cannot be had: not usable, or in need of something that cannot be had. Two that need each other can be had
 * together, so this starts from "all can" and takes away.
 */
export function findUnobtainable(ids: readonly string[], graph: RequirementGraph, supply: Supply): Set<string> {
  const absent = ids.filter((id) => !supply.isPresent(id));
  const missing = (id: string) => missingRequirements(graph, id, supply.isPresent);
  const lost = new Set(absent.filter((id) => !supply.isUsable(id) || missing(id).some((group) => group.length === 0)));
  // Where nothing is lost to begin with, nothing follows from it.
  if (lost.size === 0) return lost;
  const waiting = [...lost];
  const lose = (id: string) => {
    if (lost.has(id)) return;
    lost.add(id);
    waiting.push(id);
  };
  const groupsByTarget = new Map<string, { readonly owner: string; open: number }[]>();
  for (const id of absent) {
    for (const group of missing(id)) {
      const targets = group.length > 1 ? [...new Set(group)] : group;
      const entry = { owner: id, open: targets.length };
      for (const target of targets) appendTo(groupsByTarget, target, entry);
    }
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const entry of groupsByTarget.get(id) ?? []) {
      entry.open -= 1;
      if (entry.open === 0) lose(entry.owner);
    }
  }
  return lost;
}

/** Everything that must be added so that `start` has all it needs, `start` first. Survives cycles. */
export function requirementClosure(
  start: string,
  graph: RequirementGraph,
  isPresent: (id: string) => boolean,
  choose: (alternatives: readonly string[]) => string | null,
): string[] {
  if (graph.groupsOf(start).length === 0) return [start];
  const added = new Set([start]);
  const isMet = (id: string) => added.has(id) || isPresent(id);
  for (const id of added) {
    for (const group of missingRequirements(graph, id, isMet)) {
      // An earlier group of the same id may have brought what this one needs.
      const choice = group.some(isMet) ? null : choose(group);
      if (choice !== null) added.add(choice);
    }
  }
  return [...added];
}

/** Who among the ids names whom in any group, the other way round. */
export function dependentsIndex(
  ids: Iterable<string>,
  graph: RequirementGraph,
): ReadonlyMap<string, readonly string[]> {
  const dependents = new Map<string, string[]>();
  for (const id of new Set(ids)) {
    for (const target of namedIn(graph.groupsOf(id))) {
      // All that one id names comes in one go: named twice, it stands last already.
      if (dependents.get(target)?.at(-1) !== id) appendTo(dependents, target, id);
    }
  }
  return dependents;
}

/** The starts with everything that can no longer stay once they are gone, in the order it falls. */
export function dependentsClosure(
  starts: readonly string[],
  dependents: ReadonlyMap<string, readonly string[]>,
  graph: RequirementGraph,
  isPresent: (id: string) => boolean,
): readonly string[] {
  if (!starts.some((id) => dependents.has(id))) return starts;
  const gone = new Set(starts);
  const stays = (id: string) => !gone.has(id) && isPresent(id);
  for (const id of gone) {
    for (const dependent of dependents.get(id) ?? []) {
      const breaks = graph.groupsOf(dependent).some((group) => group.includes(id) && !group.some(stays));
      if (breaks) gone.add(dependent);
    }
  }
  return [...gone];
}

function appendTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
