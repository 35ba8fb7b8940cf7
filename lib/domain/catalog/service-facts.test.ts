import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleProduct } from "@/lib/domain/catalog/arbitrary-product";
import { createServiceFactsBuilder, productsMoved, productsToMap } from "@/lib/domain/catalog/service-facts";
import { applyTaxonomy, type TaxonomyRow } from "@/lib/domain/catalog/taxonomy";
import type { Product } from "@/lib/domain/catalog/product";

const target = { vendor: "cloudblue", key: "T", name: "T", available: true };
const needs = (count: number) => Array.from({ length: count }, () => ({ anyOf: [target] }));

function factsOf(products: readonly Product[]) {
  const builder = createServiceFactsBuilder();
  for (const product of products) builder.add(product);
  return builder.finish();
}

test("products are counted by service and vendor; those without a service belong to none", () => {
  const bare = { categories: [], topics: [], serviceType: null };
  const facts = factsOf([
    exampleProduct({ ...bare, service: "O365", requires: needs(2) }),
    exampleProduct({ ...bare, service: "O365", requires: needs(1), categories: ["Own"] }),
    exampleProduct({ ...bare, service: "O365", vendor: "contoso" }),
    exampleProduct({ ...bare, service: null }),
  ]);
  expect(facts).toMatchObject([
    { vendor: "cloudblue", service: "O365", products: 2, severalRequirements: 1 },
    { vendor: "contoso", service: "O365", products: 1, severalRequirements: 0 },
  ]);
  expect(facts.map(productsToMap)).toEqual([2, 1]);
});

test("a product with all three of its own is moved by no mapping", () => {
  const [facts] = factsOf([exampleProduct({ service: "S", categories: ["A"], topics: ["B"], serviceType: "C" })]);
  const row: TaxonomyRow = { categories: ["X"], topics: ["Y"], serviceType: "Z" };
  expect(facts && [productsToMap(facts), productsMoved(facts, null, row)]).toEqual([0, 0]);
});

const values = fc.subarray(["A", "B"]);
const rows = fc.option(
  fc.record({ categories: values, topics: values, serviceType: fc.option(fc.constantFrom("X", "Y")) }),
);
const products = fc.array(
  fc
    .record({ categories: values, topics: values, serviceType: fc.option(fc.constantFrom("X", "Y")) })
    .map((own) => exampleProduct({ ...own, service: "S" })),
  { minLength: 1, maxLength: 12 },
);

test("the dry run counts exactly the products whose place changes", () => {
  fc.assert(
    fc.property(products, rows, rows, (given, before, after) => {
      const placeOf = (product: Product, row: TaxonomyRow | null) => {
        const { categories, topics, serviceType } = applyTaxonomy(product, new Map(row ? [["S", row]] : []));
        return JSON.stringify([categories.toSorted(), topics.toSorted(), serviceType]);
      };
      const moved = given.filter((product) => placeOf(product, before) !== placeOf(product, after));
      const [facts] = factsOf(given);
      expect(facts && productsMoved(facts, before, after)).toBe(moved.length);
    }),
  );
});
