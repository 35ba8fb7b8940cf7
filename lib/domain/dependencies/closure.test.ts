import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dependentsClosure,
  dependentsIndex,
  findUnobtainable,
  requirementClosure,
} from "@/lib/domain/dependencies/closure";
import {
  danglingRequirements,
  missingRequirements,
  reachableFrom,
  type RequirementGraph,
} from "@/lib/domain/dependencies/requirement-graph";

type Groups = Readonly<Record<string, readonly (readonly string[])[]>>;
const graphOf = (groups: Groups): RequirementGraph => ({ groupsOf: (id) => groups[id] ?? [] });
const nothing = () => false;
const everything = () => true;
const first = (group: readonly string[]) => group[0] ?? null;

describe("requirements", () => {
  const graph = graphOf({ addOn: [["e1", "e3"], ["tenant"]], e1: [["tenant"]], tenant: [] });

  test("all groups must be met, any alternative meets one", () => {
    const present = new Set(["addOn", "e3"]);
    expect(missingRequirements(graph, "addOn", (id) => present.has(id))).toEqual([["tenant"]]);
    expect(missingRequirements(graph, "unheardOf", nothing)).toEqual([]);
  });

  test("adding brings what the added needs too", () => {
    expect(requirementClosure("addOn", graph, nothing, first)).toEqual(["addOn", "e1", "tenant"]);
    expect(requirementClosure("addOn", graph, (id) => id === "e3", first)).toEqual(["addOn", "tenant"]);
  });

  test("one choice that meets two groups is added once", () => {
    const shared = graphOf({ a: [["b"], ["x", "b"]] });
    expect(requirementClosure("a", shared, nothing, first)).toEqual(["a", "b"]);
  });

  test("what a removal leaves without its need goes too, unless something else meets it", () => {
    const lines = ["addOn", "e1", "e3", "tenant"];
    const index = dependentsIndex(lines, graph);
    const present = (id: string) => lines.includes(id);
    expect(dependentsClosure(["e1"], index, graph, present)).toEqual(["e1"]);
    expect(dependentsClosure(["tenant"], index, graph, present).toSorted()).toEqual(["addOn", "e1", "tenant"]);
  });

  test("a name nobody answers to is told", () => {
    expect(danglingRequirements(["addOn", "e1"], graph, (id) => id !== "tenant")).toEqual([
      { id: "addOn", target: "tenant" },
      { id: "e1", target: "tenant" },
    ]);
  });

  test("what needs something unusable cannot be had, a pair that needs each other can", () => {
    const mixed = graphOf({ a: [["b"]], b: [["gone"]], c: [["d"]], d: [["c"]], e: [["b", "c"]], f: [[]] });
    const ids = ["a", "b", "c", "d", "e", "f", "gone"];
    const supply = { isPresent: nothing, isUsable: (id: string) => id !== "gone" };
    expect([...findUnobtainable(ids, mixed, supply)].toSorted()).toEqual(["a", "b", "f", "gone"]);
  });
});

describe("laws of the closure", () => {
  const size = 10;
  const group = fc.array(fc.nat(size - 1), { minLength: 1, maxLength: 3 });
  const randomGroups = fc.array(fc.array(group, { maxLength: 3 }), { minLength: size, maxLength: size });
  const toGraph = (all: readonly (readonly (readonly number[])[])[]) =>
    graphOf(Object.fromEntries(all.map((groups, id) => [`${id}`, groups.map((of) => of.map(String))])));

  test("afterwards nothing is missing, cycles or not", () => {
    fc.assert(
      fc.property(randomGroups, fc.nat(size - 1), (all, start) => {
        const graph = toGraph(all);
        const added = new Set(requirementClosure(`${start}`, graph, nothing, first));
        for (const id of added) expect(missingRequirements(graph, id, (other) => added.has(other))).toEqual([]);
      }),
    );
  });

  test("what can be had has a closure of things that can be had, the rest has none", () => {
    const unusable = fc.array(fc.nat(size - 1), { maxLength: 4 });
    fc.assert(
      fc.property(randomGroups, unusable, (all, bad) => {
        const graph = toGraph(all);
        const isUsable = (id: string) => !bad.map(String).includes(id);
        const ids = Array.from({ length: size }, (_, index) => `${index}`);
        const lost = findUnobtainable(ids, graph, { isPresent: nothing, isUsable });
        const choose = (of: readonly string[]) => of.find((id) => !lost.has(id)) ?? null;
        for (const id of ids) {
          const closed = requirementClosure(id, graph, nothing, choose);
          const complete =
            closed.every(isUsable) &&
            closed.every((one) => missingRequirements(graph, one, (other) => closed.includes(other)).length === 0);
          expect(complete).toBe(!lost.has(id));
        }
      }),
    );
  });

  test("removing leaves nothing newly unmet", () => {
    fc.assert(
      fc.property(randomGroups, fc.subarray(Array.from({ length: size }, (_, i) => `${i}`)), (all, lines) => {
        fc.pre(lines.length > 0);
        const graph = toGraph(all);
        const present = new Set(lines);
        const index = dependentsIndex(lines, graph);
        const gone = new Set(dependentsClosure(lines.slice(0, 1), index, graph, (id) => present.has(id)));
        const left = new Set(lines.filter((id) => !gone.has(id)));
        for (const id of left) {
          const before = missingRequirements(graph, id, (other) => present.has(other));
          expect(missingRequirements(graph, id, (other) => left.has(other))).toEqual(before);
        }
      }),
    );
  });

  test("5,000 in a chain close within 100 ms", () => {
    const graph: RequirementGraph = { groupsOf: (id) => (id === "4999" ? [] : [[`${parseInt(id, 10) + 1}`]]) };
    const started = performance.now();
    expect(requirementClosure("0", graph, nothing, first)).toHaveLength(5000);
    const ids = reachableFrom(["0"], (id) => graph.groupsOf(id).flat());
    expect(ids).toHaveLength(5000);
    expect(findUnobtainable(ids, graph, { isPresent: nothing, isUsable: everything }).size).toBe(0);
    expect(findUnobtainable(ids, graph, { isPresent: nothing, isUsable: (id) => id !== "4999" }).size).toBe(5000);
    expect(performance.now() - started).toBeLessThan(100);
  });
});
