import fc from "fast-check";
import { expect, it } from "vitest";
import { createByteList } from "@/lib/domain/catalog/index/growing";

const piece = fc.oneof(
  fc.nat(255),
  fc.string({ unit: "grapheme", maxLength: 50 }),
  fc.uint8Array({ maxLength: 50 }),
  // Of a length; some do not fit into what is reserved at a time.
  fc.record({ length: fc.integer({ min: 60_000, max: 1_500_000 }) }),
);

type Piece = number | string | Uint8Array | { readonly length: number };

const bytesOf = (one: Piece): Uint8Array => {
  if (typeof one === "number") return Uint8Array.of(one);
  if (typeof one === "string") return new TextEncoder().encode(one);
  return one instanceof Uint8Array ? one : new Uint8Array(one.length).fill(7);
};

it("is all that was pushed, in its order", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const list = createByteList();
      for (const one of pieces) {
        if (typeof one === "number") list.push(one);
        else if (typeof one === "string") list.pushText(one);
        else list.pushBytes(bytesOf(one));
      }
      const all = Buffer.concat(pieces.map(bytesOf));
      expect(list.size()).toBe(all.length);
      expect(Buffer.compare(list.take(), all)).toBe(0);
    }),
    { numRuns: 40 },
  );
});
