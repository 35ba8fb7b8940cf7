import fc from "fast-check";
import { expect, it } from "vitest";
import list from "@/lib/vendors/cloudblue/fixtures/products-1.6.json";
import old from "@/lib/vendors/cloudblue/fixtures/product-1.4.json";
import late from "@/lib/vendors/cloudblue/fixtures/product-1.15.json";
import { type CloudBlueProduct, ProductSchema, readPlainProduct } from "@/lib/vendors/cloudblue/schemas";

const fields = Object.keys(ProductSchema.shape) as (keyof CloudBlueProduct)[];

const values = fc.oneof(
  fc.constantFrom(undefined, null, "", "1", "x".repeat(41), "x".repeat(101), 0, 1, 1.5, -1, 2 ** 60, true, [], {}),
  fc.constantFrom(
    ["A"],
    ["A", ""],
    ["x".repeat(201)],
    Array(101).fill("A"),
    [null],
    [{ mpn: "A" }],
    Array(1_001).fill(null),
    { type: "month", duration: 1 },
  ),
  fc.constantFrom({ type: "month", duration: "1" }, { type: "x".repeat(51), duration: 1 }, { type: "month" }),
  fc.constantFrom({ type: "month", duration: 1.5 }, { type: "month", duration: 2 ** 60 }, { required: "ALLOWED" }),
);

const records = fc
  .tuple(
    fc.constantFrom<object>(...list.data, old, late),
    fc.dictionary(fc.constantFrom(...fields), values, { maxKeys: 3 }),
  )
  .map(([record, changes]): Record<string, unknown> => Object.assign({}, record, changes));

it("makes of a plain record what the schema makes of it", () => {
  let plain = 0;
  fc.assert(
    fc.property(records, (record) => {
      const read = readPlainProduct(record);
      if (!read) return;
      plain += 1;
      const known = Object.fromEntries(fields.filter((name) => name in read).map((name) => [name, read[name]]));
      expect(ProductSchema.parse(record)).toEqual(known);
    }),
    { numRuns: 5_000 },
  );
  expect(plain).toBeGreaterThan(200);
});

it("leaves what is no record to the schema", () => {
  for (const value of [null, undefined, "text", 1, [], {}]) expect(readPlainProduct(value)).toBeNull();
});

it("knows the vendor's usual records", () => {
  expect(list.data.map(readPlainProduct)).not.toContain(null);
});
