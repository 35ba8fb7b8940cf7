import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readingOrder } from "@/lib/domain/cart/reading-order";

const nesting = (under: Readonly<Record<string, string>>) => new Map(Object.entries(under));

describe("the order in which lines are read", () => {
  it("puts an add-on right after what it needs", () => {
    const order = readingOrder(["backup", "mail", "server"], {
      orders: [{ lines: ["backup", "mail", "server"] }],
      nesting: nesting({ backup: "server" }),
    });
    expect(order).toEqual(["mail", "server", "backup"]);
  });

  it("keeps the lines of one order together and what fits none at the end", () => {
    const order = readingOrder(["gone", "a1", "b1", "a2"], {
      orders: [{ lines: ["a1", "a2"] }, { lines: ["b1"] }],
      nesting: new Map(),
    });
    expect(order).toEqual(["a1", "a2", "b1", "gone"]);
  });

  it("names every line once, whatever hangs under what", () => {
    const parents = fc.array(fc.option(fc.nat(6)), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(parents, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6].map(String)), (under, lines) => {
        const ids = under.map((_, index) => `${index}`);
        const hanging = new Map(under.map((parent, index) => [`${index}`, parent === null ? null : `${parent}`]));
        const order = readingOrder(ids, { orders: [{ lines }], nesting: hanging });
        expect(order.toSorted()).toEqual(ids);
      }),
    );
  });
});
