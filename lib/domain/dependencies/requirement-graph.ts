/** Who needs what, by id: every group must be met, any of its alternatives meets it. An unknown id needs nothing. */
export type RequirementGraph = { readonly groupsOf: (id: string) => readonly (readonly string[])[] };

/** The groups of `id` that nothing present meets, in the order they are given. */
export function missingRequirements(
  graph: RequirementGraph,
  id: string,
  isPresent: (id: string) => boolean,
): readonly (readonly string[])[] {
  const groups = graph.groupsOf(id);
  return groups.some((group) => group.some(isPresent)) ? groups.filter((group) => !group.some(isPresent)) : groups;
}

/** Every id named in any group, in order. */
export function namedIn(groups: readonly (readonly string[])[]): readonly string[] {
  const [first, second] = groups;
  if (!first) return nobody;
  return second ? groups.flat() : first;
}

const nobody: readonly string[] = [];

/** Every id the starts need directly or through others, the starts included, each once, in order of discovery. */
export function reachableFrom(starts: readonly string[], edgesOf: (id: string) => readonly string[]): string[] {
  const seen = new Set(starts);
  for (const id of seen) for (const next of edgesOf(id)) seen.add(next);
  return [...seen];
}

/** Requirements that name something which does not exist, each once per needing id. */
export function danglingRequirements(
  ids: readonly string[],
  graph: RequirementGraph,
  exists: (id: string) => boolean,
): { readonly id: string; readonly target: string }[] {
  return ids.flatMap((id) => {
    const targets = new Set(graph.groupsOf(id).flat());
    return [...targets].filter((target) => !exists(target)).map((target) => ({ id, target }));
  });
}
