import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cart, CartLine } from "@/lib/domain/cart/cart";
import { describeChange } from "@/lib/domain/cart/describe-change";
import { addLine, applyFix, changeLine, removeLine } from "@/lib/domain/cart/edit-cart";
import { sampleComponent, samplePlan, sampleProduct } from "@/lib/domain/catalog/sample-products";

const empty: Cart = { currency: "USD", lines: [] };
const e1 = sampleProduct("E1", { name: "Office 365 E1" });
const toAdd = { vendor: "cloudblue", key: "E1", quantity: "2.0" };
const one = addLine(empty, toAdd, "a", e1);
const nameOf = (line: CartLine) => `Product ${line.key}`;

describe("edits of a cart", () => {
  test("adding names the plan and writes the quantity in its shortest form", () => {
    expect(one.lines).toEqual([
      { id: "a", vendor: "cloudblue", key: "E1", plan: "plan", quantity: "2", components: [], attributes: {} },
    ]);
    expect(empty.lines).toEqual([]);
  });

  test("the same product, plan and configuration is one line, whatever order it was written in", () => {
    const twice = addLine(one, { ...toAdd, plan: "plan", quantity: "0.5" }, "b", e1);
    expect(twice.lines.map(({ id, quantity }) => [id, quantity])).toEqual([["a", "2.5"]]);
    const configured = { ...toAdd, components: [{ key: "X" }, { key: "Y" }], attributes: { X: { m: "1", n: "2" } } };
    const other = addLine(twice, configured, "c", e1);
    expect(other.lines).toHaveLength(2);
    const turned = { ...toAdd, components: [{ key: "Y" }, { key: "X" }], attributes: { X: { n: "2", m: "1" } } };
    expect(addLine(other, turned, "d", e1).lines.map(({ quantity }) => quantity)).toEqual(["2.5", "4"]);
  });

  test("base and required parts are there from the start, unless parts were chosen", () => {
    const components = [
      sampleComponent("BASE", { kind: "base" }),
      sampleComponent("NEED", { required: true }),
      sampleComponent("OPT"),
    ];
    const rest = { allowedPlanChanges: [], cancellable: true, subscriptionManaged: true, countries: null };
    const ibm = sampleProduct("IBM", { plans: [samplePlan({ configuration: { components, ...rest } })] });
    const preset = addLine(empty, { ...toAdd, key: "IBM" }, "a", ibm);
    expect(preset.lines[0]?.components).toEqual([{ key: "BASE" }, { key: "NEED" }]);
    const chosen = addLine(empty, { ...toAdd, key: "IBM", components: [] }, "a", ibm);
    expect(chosen.lines[0]?.components).toEqual([]);
  });

  test("a change touches what it names and nothing else", () => {
    const typed = changeLine(one, "a", { typed: { cost: "5" } });
    expect(typed.lines[0]).toEqual({ ...one.lines[0], typed: { cost: "5" } });
    expect(changeLine(typed, "a", { quantity: "7.0" }).lines[0]).toEqual({ ...typed.lines[0], quantity: "7" });
    expect(changeLine(typed, "a", { typed: null })).toEqual(one);
    expect(changeLine(one, "nobody", { quantity: "9" })).toEqual(one);
  });

  test("adding and removing again restores", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("A", "B", "C"), { maxLength: 5 }), (keys) => {
        const cart = keys.reduce((so, key, at) => addLine(so, { ...toAdd, key }, `l${at}`, null), empty);
        const more = addLine(cart, { ...toAdd, key: "NEW" }, "new", null);
        expect(removeLine(more, "new")).toEqual(cart);
        const kinds = new Set(keys);
        expect(cart.lines).toHaveLength(kinds.size);
      }),
    );
  });

  test("a fix does what it says", () => {
    const fix = {
      id: "f",
      label: "",
      adds: [{ ...toAdd, key: "B" }],
      changes: [{ lineId: "a", quantity: "3" }],
      removes: ["gone"],
    };
    const cart = {
      ...one,
      lines: [...one.lines, { ...toAdd, id: "gone", plan: null, components: [], attributes: {} }],
    };
    const after = applyFix(
      cart,
      fix,
      () => "new",
      () => null,
    );
    expect(after.lines.map(({ id, quantity }) => [id, quantity])).toEqual([
      ["a", "3"],
      ["new", "2"],
    ]);
  });
});

describe("a change in words", () => {
  const two = addLine(one, { ...toAdd, key: "B" }, "b", null);

  test.each<[Cart, Cart, string | null]>([
    [empty, one, "Add Product E1"],
    [one, empty, "Remove Product E1"],
    [two, empty, "Clear the cart (2 lines)"],
    [one, changeLine(one, "a", { quantity: "5000" }), "Change Product E1 from 2 to 5,000"],
    [one, changeLine(one, "a", { plan: "x" }), "Change the plan of Product E1"],
    [one, changeLine(one, "a", { typed: { cost: "1" } }), "Change the price of Product E1"],
    [one, changeLine(one, "a", { components: [{ key: "X" }] }), "Change the configuration of Product E1"],
    [two, changeLine(removeLine(two, "b"), "a", { quantity: "1" }), "Remove Product B; Change Product E1 from 2 to 1"],
    [one, { ...one, currency: "EUR" }, "Change the currency to EUR"],
    [one, structuredClone(one), null],
  ])("%#", (before, after, words) => {
    expect(describeChange(before, after, nameOf)).toBe(words);
  });
});
