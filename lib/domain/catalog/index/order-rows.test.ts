import fc from "fast-check";
import { expect, test } from "vitest";
import { orderByKey, pageByKey } from "@/lib/domain/catalog/index/order-rows";

const keys = fc.oneof(
  fc.uint32Array({ maxLength: 60, max: 5 }),
  fc.uint32Array({ maxLength: 60 }),
  fc
    .tuple(fc.nat(1_000), fc.integer({ min: 1, max: 7 }))
    .map(([seed, spread]) =>
      Uint32Array.from({ length: 9_000 }, (_, i) => 0x7fff0000 + (((i * 7_919 + seed) % 65_537) << spread)),
    ),
);

test("rows come by key, equal ones as they came, and a page of them is that part of the whole order", () => {
  fc.assert(
    fc.property(keys, fc.nat(9_500), fc.nat(200), (list, skip, take) => {
      const rows = Int32Array.from(list, (_, i) => i * 3);
      const byRow = new Uint32Array(list.length * 3);
      list.forEach((key, i) => (byRow[i * 3] = key));
      const expected = Array.from(rows).toSorted((a, b) => (byRow[a] ?? 0) - (byRow[b] ?? 0) || a - b);
      expect(Array.from(orderByKey(rows, byRow))).toEqual(expected);
      expect(Array.from(pageByKey(rows, list, skip, take))).toEqual(expected.slice(skip, skip + take));
    }),
    { numRuns: 100 },
  );
});
