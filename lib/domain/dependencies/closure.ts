import { missingRequirements, type RequirementGraph } from "@/lib/domain/dependencies/requirement-graph";

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
  const lost = new Set<string>();
  const waiting: string[] = [];
  const lose = (id: string) => {
    if (lost.has(id)) return;
    lost.add(id);
    waiting.push(id);
  };
  const groupsByTarget = new Map<string, { readonly owner: string; open: number }[]>();
  for (const id of ids) {
    if (supply.isPresent(id)) continue;
    if (!supply.isUsable(id)) lose(id);
    for (const group of missingRequirements(graph, id, supply.isPresent)) {
      const targets = group.length > 1 ? [...new Set(group)] : group;
      const entry = { owner: id, open: targets.length };
      if (entry.open === 0) lose(id);
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
    for (const target of new Set(graph.groupsOf(id).flat())) appendTo(dependents, target, id);
  }
  return dependents;
}

/** The starts with everything that can no longer stay once they are gone, in the order it falls. */
export function dependentsClosure(
  starts: readonly string[],
  dependents: ReadonlyMap<string, readonly string[]>,
  graph: RequirementGraph,
  isPresent: (id: string) => boolean,
): Set<string> {
  const gone = new Set(starts);
  const stays = (id: string) => !gone.has(id) && isPresent(id);
  for (const id of gone) {
    for (const dependent of dependents.get(id) ?? []) {
      const breaks = graph.groupsOf(dependent).some((group) => group.includes(id) && !group.some(stays));
      if (breaks) gone.add(dependent);
    }
  }
  return gone;
}

function appendTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
