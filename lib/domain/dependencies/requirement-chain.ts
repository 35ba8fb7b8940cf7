import type { RequirementGraph } from "@/lib/domain/dependencies/requirement-graph";

/** A product of the chain, or, with `folded`, a stand-in for that many more of the same neighbour. */
export type ChainNode = {
  readonly id: string;
  /** 0 = the product asked about, below it what it needs, above it what needs it. */
  readonly layer: number;
  readonly folded: number;
};

/** `to` needs `from`; with `choice` any other alternative of the group would do as well. */
export type ChainEdge = {
  readonly from: string;
  readonly to: string;
  readonly choice: boolean;
  /** Runs against the layers: the two need each other, directly or through others. */
  readonly circle: boolean;
};

export type RequirementChain = { readonly nodes: readonly ChainNode[]; readonly edges: readonly ChainEdge[] };

export type ChainLimits = {
  /** Neighbours of one product that are shown beside each other, by distance: needs, then needed by. */
  readonly needs: number;
  readonly neededBy: readonly number[];
  readonly depth: number;
  readonly nodes: number;
};

export const chainLimits: ChainLimits = { needs: 4, neededBy: [4, 2], depth: 6, nodes: 28 };

export type ChainGraph = RequirementGraph & {
  /** Who names this one in any group. */
  readonly dependentsOf: (id: string) => readonly string[];
};

type Side = { readonly ids: readonly string[]; readonly folds: ReadonlyMap<string, number> };

/** Everything around one product that is worth drawing: what it needs to the end, and the first ones that need it. */
export function requirementChain(
  start: string,
  graph: ChainGraph,
  limits: ChainLimits = chainLimits,
): RequirementChain {
  const needsOf = (id: string) => [...new Set(graph.groupsOf(id).flat())];
  const below = walk(start, needsOf, () => limits.needs, limits.depth, limits.nodes);
  const taken = new Set(below.ids);
  const dependents = (id: string) => graph.dependentsOf(id).filter((other) => other === start || !taken.has(other));
  const room = Math.max(limits.neededBy[0] ?? 0, limits.nodes - below.ids.length);
  const above = walk(start, dependents, (distance) => limits.neededBy[distance] ?? 0, limits.neededBy.length, room);
  const shown = new Set([...below.ids, ...above.ids]);
  const edges = [...shown].flatMap((id) => edgesInto(id, graph, shown));
  const layers = new Map([
    ...layersOf(above.ids, edges, "from").entries(),
    ...[...layersOf(below.ids, edges, "to")].map(([id, distance]): [string, number] => [
      id,
      distance === 0 ? 0 : -distance,
    ]),
  ]);
  const layerOf = (id: string) => layers.get(id) ?? 0;
  return {
    nodes: [
      ...[...shown].map((id) => ({ id, layer: layerOf(id), folded: 0 })),
      ...foldNodes(below.folds, "needs", (id) => layerOf(id) - 1),
      ...foldNodes(above.folds, "needed by", (id) => layerOf(id) + 1),
    ],
    edges: [
      ...edges.map(({ from, to, choice }) => ({ from, to, choice, circle: layerOf(from) >= layerOf(to) })),
      ...foldEdges(below.folds, above.folds),
    ],
  };
}

/** Breadth first to the given depth; what does not fit beside its siblings or in the whole is only counted. */
function walk(
  start: string,
  nextOf: (id: string) => readonly string[],
  shownAt: (distance: number) => number,
  depth: number,
  nodes: number,
): Side {
  const distances = new Map([[start, 0]]);
  const folds = new Map<string, number>();
  for (const [id, distance] of distances) {
    const fresh = nextOf(id).filter((next) => !distances.has(next));
    const fits = distance < depth ? Math.min(shownAt(distance), Math.max(0, nodes - distances.size)) : 0;
    // A stand-in for one alone would take the room of that one.
    const kept = fresh.length === fits + 1 && fits > 0 ? fresh : fresh.slice(0, fits);
    for (const next of kept) distances.set(next, distance + 1);
    if (fresh.length > kept.length) folds.set(id, fresh.length - kept.length);
  }
  return { ids: [...distances.keys()], folds };
}

type PlainEdge = Omit<ChainEdge, "circle">;

function edgesInto(id: string, graph: RequirementGraph, shown: ReadonlySet<string>): PlainEdge[] {
  const edges = new Map<string, PlainEdge>();
  for (const group of graph.groupsOf(id)) {
    const targets = new Set(group);
    for (const from of targets) {
      if (!shown.has(from)) continue;
      const choice = targets.size > 1 && (edges.get(from)?.choice ?? true);
      edges.set(from, { from, to: id, choice });
    }
  }
  return [...edges.values()];
}

/** The longest way from the first id to each, following edges by `end`; edges that would close a circle do not count. */
function layersOf(ids: readonly string[], edges: readonly PlainEdge[], end: "from" | "to"): Map<string, number> {
  const other = end === "to" ? "from" : "to";
  const inside = new Set(ids);
  const nextOf = (id: string) =>
    edges
      .filter((edge) => edge[end] === id && edge[other] !== id && inside.has(edge[other]))
      .map((edge) => edge[other]);
  const layers = new Map<string, number>();
  for (const id of topologicalOrder(ids, nextOf)) {
    const layer = layers.get(id.id) ?? 0;
    layers.set(id.id, layer);
    for (const next of id.next) layers.set(next, Math.max(layers.get(next) ?? 0, layer + 1));
  }
  return layers;
}

/** Depth first from the first id, finished last comes first; the edges kept hold no circle. */
function topologicalOrder(ids: readonly string[], nextOf: (id: string) => readonly string[]) {
  const state = new Map<string, "open" | "done">();
  const finished: { readonly id: string; readonly next: readonly string[] }[] = [];
  for (const start of ids) {
    const path = state.has(start) ? [] : [{ id: start, rest: [...nextOf(start)], next: [] as string[] }];
    if (path.length > 0) state.set(start, "open");
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const next = visit.rest.shift();
      if (next === undefined) {
        state.set(visit.id, "done");
        finished.push({ id: visit.id, next: visit.next });
        path.pop();
        continue;
      }
      if (state.get(next) === "open") continue;
      visit.next.push(next);
      if (state.has(next)) continue;
      state.set(next, "open");
      path.push({ id: next, rest: [...nextOf(next)], next: [] });
    }
  }
  return finished.toReversed();
}

type FoldSide = "needs" | "needed by";

function foldId(id: string, side: FoldSide): string {
  return JSON.stringify([side, id]);
}

function foldNodes(folds: ReadonlyMap<string, number>, side: FoldSide, layerOf: (id: string) => number): ChainNode[] {
  return [...folds].map(([id, folded]) => ({ id: foldId(id, side), layer: layerOf(id), folded }));
}

function foldEdges(below: ReadonlyMap<string, number>, above: ReadonlyMap<string, number>): ChainEdge[] {
  const edge = (from: string, to: string) => ({ from, to, choice: false, circle: false });
  return [
    ...[...below.keys()].map((id) => edge(foldId(id, "needs"), id)),
    ...[...above.keys()].map((id) => edge(id, foldId(id, "needed by"))),
  ];
}
