import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cartGroups } from "@/components/carts/cart-groups";
import { sampleCart, sampleLine } from "@/lib/client/sample-cart";

const outline = (cart: Parameters<typeof cartGroups>[0]) =>
  cartGroups(cart).map((group) => group.lines.map(({ line, depth }) => "  ".repeat(depth) + line.id));

describe("the groups of a cart", () => {
  it("put an add-on under the line it needs, however the lines came", () => {
    const lines = [sampleLine("storage", { under: "e1" }), sampleLine("e3"), sampleLine("e1")];
    expect(outline(sampleCart(lines))).toEqual([["e3", "e1", "  storage"]]);
  });

  it("show an add-on at the top once what it needs is gone", () => {
    expect(outline(sampleCart([sampleLine("storage", { under: "removed" })]))).toEqual([["storage"]]);
  });

  it("keep lines that fit no order in a last group", () => {
    const cart = sampleCart([sampleLine("e1"), sampleLine("gone", { offered: false })]);
    const orders = cart.orders.map((order) => ({ ...order, lines: ["e1"] }));
    expect(outline({ ...cart, orders })).toEqual([["e1"], ["gone"]]);
    expect(cartGroups({ ...cart, orders })[1]?.order).toBeNull();
  });

  it("hand each problem to its line", () => {
    const problem = { kind: "missing-requirement", lineId: "b", message: "Needs a", fixes: [], field: null } as const;
    const cart = sampleCart([sampleLine("a"), sampleLine("b")], { problems: [{ ...problem, fixes: [] }] });
    expect(cartGroups(cart)[0]?.lines.map(({ problems }) => problems.length)).toEqual([0, 1]);
  });

  it("hold every line exactly once, even where lines need each other in a circle", () => {
    const under = fc.array(fc.option(fc.nat(7)), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(under, (parents) => {
        const lines = parents.map((parent, index) =>
          sampleLine(`${index}`, { under: parent === null ? null : `${parent}` }),
        );
        const shown = cartGroups(sampleCart(lines)).flatMap((group) => group.lines.map(({ line }) => line.id));
        expect(shown.toSorted()).toEqual(lines.map((line) => line.id));
      }),
    );
  });
});
