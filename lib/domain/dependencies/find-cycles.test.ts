import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCycles } from "@/lib/domain/dependencies/find-cycles";

const edges = (graph: Readonly<Record<string, readonly string[]>>) => (id: string) => graph[id] ?? [];

describe("findCycles", () => {
  test("names those that need each other, once", () => {
    const graph = { a: ["b"], b: ["c"], c: ["a", "d"], d: ["e"], e: [] };
    expect(findCycles(["a", "b", "c", "d", "e"], edges(graph))).toEqual([["a", "b", "c"]]);
  });

  test("two cycles joined by one arrow stay two", () => {
    const graph = { a: ["b"], b: ["a", "c"], c: ["d"], d: ["c"] };
    expect(findCycles(["a"], edges(graph)).map((cycle) => cycle.toSorted())).toEqual([
      ["c", "d"],
      ["a", "b"],
    ]);
  });

  test("a chain and what needs itself are no cycle", () => {
    expect(findCycles(["a"], edges({ a: ["b"], b: ["c"], c: ["c"] }))).toEqual([]);
  });

  test("members are exactly those that reach each other", () => {
    const size = 8;
    const pairs = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 20 });
    fc.assert(
      fc.property(pairs, (arrows) => {
        const ids = Array.from({ length: size }, (_, index) => `n${index}`);
        const edgesOf = (id: string) => arrows.filter(([from]) => `n${from}` === id).map(([, to]) => `n${to}`);
        const reach = reachability(size, arrows);
        const inCycle = new Map(findCycles(ids, edgesOf).flatMap((cycle, at) => cycle.map((id) => [id, at] as const)));
        for (const a of ids.keys()) {
          for (const b of ids.keys()) {
            if (a === b) continue;
            const mutual = reach[a]?.[b] === true && reach[b]?.[a] === true;
            const together = inCycle.has(`n${a}`) && inCycle.get(`n${a}`) === inCycle.get(`n${b}`);
            expect(together).toBe(mutual);
          }
        }
      }),
    );
  });

  test("5,000 in one ring and 5,000 in one chain need no deep stack", () => {
    const ids = Array.from({ length: 5000 }, (_, index) => `${index}`);
    const ring = (id: string) => [`${(parseInt(id, 10) + 1) % 5000}`];
    expect(findCycles(ids, ring)).toHaveLength(1);
    expect(findCycles(ids, ring)[0]).toHaveLength(5000);
    const chain = (id: string) => (id === "4999" ? [] : [`${parseInt(id, 10) + 1}`]);
    expect(findCycles(ids, chain)).toEqual([]);
  });
});

function reachability(size: number, arrows: readonly (readonly [number, number])[]): boolean[][] {
  const reach = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [from, to] of arrows) (reach[from] ?? [])[to] = true;
  for (let k = 0; k < size; k += 1) {
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) if (reach[i]?.[k] && reach[k]?.[j]) (reach[i] ?? [])[j] = true;
    }
  }
  return reach;
}
