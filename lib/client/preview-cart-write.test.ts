import { describe, expect, it } from "vitest";
import { sampleCart, sampleLine } from "@/lib/client/sample-cart";
import { previewWrite } from "@/lib/client/preview-cart-write";

const fix = { id: "add-e1", label: "Add E1", adds: [], changes: [{ lineId: "b", quantity: "7" }], removes: ["c"] };
const problem = { kind: "missing-requirement" as const, lineId: "b", message: "Needs E1", fixes: [fix], field: null };
const cart = sampleCart([sampleLine("a"), sampleLine("b"), sampleLine("c")], { problems: [problem] });
const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);

describe("a cart while a write is under way", () => {
  it("shows the new quantity and leaves the amounts to the server", () => {
    const after = previewWrite(cart, { kind: "quantity", lineId: "a", quantity: "5" });
    expect(after.lines[0]).toEqual({ ...cart.lines[0], quantity: "5" });
    expect(after.totals).toBe(cart.totals);
  });

  it("drops a removed line with its problems and from its order", () => {
    const after = previewWrite(cart, { kind: "remove", lineId: "b" });
    expect(ids(after.lines)).toEqual(["a", "c"]);
    expect(after.problems).toEqual([]);
    expect(after.orders[0]?.lines).toEqual(["a", "c"]);
  });

  it("drops an order that has no line left", () => {
    const single = sampleCart([sampleLine("a")]);
    expect(previewWrite(single, { kind: "remove", lineId: "a" }).orders).toEqual([]);
  });

  it("clears the problem that a fix answers and shows what the fix changes", () => {
    const after = previewWrite(cart, { kind: "fix", lineId: "b", fix });
    expect(after.problems).toEqual([]);
    expect(ids(after.lines)).toEqual(["a", "b"]);
    expect(after.lines[1]?.quantity).toBe("7");
  });

  it("stays as it is for an undo", () => {
    expect(previewWrite(cart, { kind: "undo" })).toBe(cart);
  });
});
