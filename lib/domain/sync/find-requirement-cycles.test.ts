import fc from "fast-check";
import { expect, it } from "vitest";
import { findRequirementCycles, type RequirementGraph } from "@/lib/domain/sync/find-requirement-cycles";

const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges));

it("finds circles and what requires itself, and nothing else", () => {
  expect(
    findRequirementCycles(
      graph({ a: ["b"], b: ["c"], c: ["a", "gone"], d: ["a"], e: ["e"], f: ["g", "h"], g: ["i"], h: ["i"], i: [] }),
    ),
  ).toEqual([["a", "b", "c"], ["e"]]);
});

it("gives two circles that touch as one", () => {
  expect(findRequirementCycles(graph({ a: ["b"], b: ["a", "c"], c: ["b"] }))).toEqual([["a", "b", "c"]]);
});

it("walks a chain of 50,000 without running out of stack", () => {
  const chain = new Map(Array.from({ length: 50_000 }, (_, i) => [`${i}`, [`${i + 1}`]]));
  expect(findRequirementCycles(chain)).toEqual([]);
  chain.set("49999", ["0"]);
  expect(findRequirementCycles(chain)[0]).toHaveLength(50_000);
});

const graphs = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 30 }).map((edges): RequirementGraph => {
  const targets = Map.groupBy(edges, ([from]) => `${from}`);
  return new Map([...targets].map(([from, list]) => [from, list.map(([, to]) => `${to}`)]));
});

/** Plainly: a key is in a circle when it can be reached from one of its own requirements. */
function reaches(edges: RequirementGraph, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [...(edges.get(from) ?? [])];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (key === to) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    open.push(...(edges.get(key) ?? []));
  }
  return false;
}

it("agrees with the plain definition on random graphs", () => {
  fc.assert(
    fc.property(graphs, (edges) => {
      const cycles = findRequirementCycles(edges);
      const members = cycles.flat();
      expect(new Set(members).size).toBe(members.length);
      for (const key of edges.keys()) expect([key, members.includes(key)]).toEqual([key, reaches(edges, key, key)]);
      for (const cycle of cycles) {
        for (const one of cycle) for (const other of cycle) expect(reaches(edges, one, other)).toBe(true);
      }
    }),
  );
});
