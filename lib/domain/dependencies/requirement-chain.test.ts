import fc from "fast-check";
import { expect, test } from "vitest";
import { layOutChain } from "@/lib/domain/dependencies/chain-picture";
import { dependentsIndex } from "@/lib/domain/dependencies/closure";
import { chainLimits, requirementChain } from "@/lib/domain/dependencies/requirement-chain";

const size = { box: { width: 160, height: 44 }, gap: { x: 48, y: 12 } };

type Needs = Readonly<Record<string, readonly (readonly string[])[]>>;

function chainOf(start: string, needs: Needs) {
  const graph = { groupsOf: (id: string) => needs[id] ?? [] };
  const dependents = dependentsIndex(Object.keys(needs), graph);
  return requirementChain(start, { ...graph, dependentsOf: (id) => dependents.get(id) ?? [] });
}

const layersOf = (start: string, needs: Needs) =>
  Object.fromEntries(chainOf(start, needs).nodes.map(({ id, layer }) => [id, layer]));

test("what is needed stands left by its longest way, what needs it right", () => {
  const needs = { dialOut: [["phone"], ["audio"]], phone: [["teams"]], audio: [["teams"]], teams: [] };
  expect(layersOf("dialOut", needs)).toEqual({ dialOut: 0, phone: -1, audio: -1, teams: -2 });
  expect(layersOf("teams", needs)).toEqual({ teams: 0, phone: 1, audio: 1, dialOut: 2 });
  const skipping = { top: [["middle"], ["bottom"]], middle: [["bottom"]], bottom: [] };
  expect(layersOf("top", skipping)).toEqual({ top: 0, middle: -1, bottom: -2 });
  expect(layersOf("middle", skipping)).toEqual({ middle: 0, bottom: -1, top: 1 });
});

test("alternatives are told from what must be there; naming it alone as well makes it a must", () => {
  const { edges } = chainOf("a", { a: [["b", "c"], ["d"], ["c"]] });
  expect(edges.map(({ from, choice }) => [from, choice])).toEqual([
    ["b", true],
    ["c", false],
    ["d", false],
  ]);
});

test("a circle is drawn once as one, and ends", () => {
  const { nodes, edges } = chainOf("a", { a: [["b"]], b: [["a"]] });
  expect(nodes).toHaveLength(2);
  expect(edges.map(({ from, to, circle }) => [from, to, circle])).toEqual([
    ["b", "a", false],
    ["a", "b", true],
  ]);
  expect(chainOf("a", { a: [["a"]] }).edges).toEqual([{ from: "a", to: "a", choice: false, circle: true }]);
});

test("a target nobody offers is part of the picture", () => {
  expect(chainOf("a", { a: [["missing"]] }).nodes.map(({ id }) => id)).toEqual(["a", "missing"]);
});

test("large fans are folded with their number, and a fold never stands for one alone", () => {
  const fan = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`add-on ${i}`, [["base"]]]).concat([["base", []]]));
  const folded = chainOf("base", fan(40)).nodes.filter((node) => node.folded > 0);
  expect(folded.map((node) => [node.layer, node.folded])).toEqual([[1, 40 - (chainLimits.neededBy[0] ?? 0)]]);
  const justFits = chainOf("base", fan((chainLimits.neededBy[0] ?? 0) + 1));
  expect(justFits.nodes.some((node) => node.folded > 0)).toBe(false);
  expect(justFits.nodes).toHaveLength((chainLimits.neededBy[0] ?? 0) + 2);
});

const names = Array.from({ length: 9 }, (_, i) => `p${i}`);
const anyNeeds = fc.dictionary(
  fc.constantFrom(...names),
  fc.array(fc.array(fc.constantFrom(...names), { maxLength: 6 }), { maxLength: 6 }),
);

test("of any graph, circles included: each product once, every line between two boxes, none against the layers", () => {
  fc.assert(
    fc.property(anyNeeds, fc.constantFrom(...names), (needs, start) => {
      const chain = chainOf(start, needs);
      const layers = new Map(chain.nodes.map(({ id, layer }) => [id, layer]));
      expect(layers.size).toBe(chain.nodes.length);
      expect(layers.get(start)).toBe(0);
      for (const { from, to, circle } of chain.edges) {
        const [left, right] = [layers.get(from), layers.get(to)];
        if (left === undefined || right === undefined) throw new Error(`a line leads nowhere: ${from} ${to}`);
        expect(left < right).toBe(!circle);
      }
      if (findsCircle(needs)) return;
      expect(chain.edges.filter(({ circle }) => circle)).toEqual([]);
    }),
  );
});

test("boxes never overlap, nothing leaves the frame, and lines touch their boxes", () => {
  const { box } = size;
  fc.assert(
    fc.property(anyNeeds, fc.constantFrom(...names), (needs, start) => {
      const picture = layOutChain(chainOf(start, needs), size);
      for (const [index, one] of picture.boxes.entries()) {
        expect(one.x >= 0 && one.y >= 0 && one.x + box.width <= picture.width).toBe(true);
        expect(one.y + box.height <= picture.height).toBe(true);
        for (const other of picture.boxes.slice(index + 1)) {
          const apart = Math.abs(one.x - other.x) >= box.width || Math.abs(one.y - other.y) >= box.height;
          expect([one.id, other.id, apart]).toEqual([one.id, other.id, true]);
        }
      }
      for (const { to, circle, tip } of picture.lines) {
        const target = picture.boxes.find(({ id }) => id === to);
        expect(tip.y).toBe((target?.y ?? -1) + (circle ? box.height : box.height / 2));
      }
    }),
  );
});

test("a line passes a column beside its boxes, never through one", () => {
  const needs = { top: [["middle"], ["bottom"]], middle: [["bottom"]], bottom: [] };
  const picture = layOutChain(chainOf("top", needs), size);
  const middle = picture.boxes.find(({ id }) => id === "middle");
  const long = picture.lines.find(({ from, to }) => from === "bottom" && to === "top");
  const [, , y] = /(\d+) (\d+)H/.exec(long?.path ?? "") ?? [];
  const passes = parseInt(y ?? "", 10);
  expect(passes < (middle?.y ?? 0) || passes > (middle?.y ?? 0) + size.box.height).toBe(true);
});

function findsCircle(needs: Needs): boolean {
  const reaches = (from: string, target: string, seen = new Set<string>()): boolean =>
    (needs[from] ?? []).flat().some((next) => {
      if (next === target) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, target, seen);
    });
  return names.some((name) => reaches(name, name));
}
