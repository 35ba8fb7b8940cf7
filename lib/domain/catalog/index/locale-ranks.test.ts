import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryCatalog } from "@/lib/domain/catalog/arbitrary-product";
import { type CatalogIndex, openCatalogIndex } from "@/lib/domain/catalog/catalog-index";
import { createCatalogIndexBuilder, sortKeyOf } from "@/lib/domain/catalog/index/build-index";
import type { Product } from "@/lib/domain/catalog/product";

const germanName = fc.option(fc.constantFrom("Äpfel", "Zebra Büro", "Wolke 365", "backup"), { nil: null });

function indexOf(products: readonly Product[], german: ReadonlyMap<Product, Product>): CatalogIndex {
  const builder = createCatalogIndexBuilder();
  for (const product of products) builder.add(product, [german.get(product) ?? []].flat());
  const steps = builder.finish();
  for (;;) {
    const step = steps.next();
    if (step.done) return openCatalogIndex(step.value);
  }
}

test("a list in another language goes by the names it shows, and is searched by them as by the usual ones", () => {
  fc.assert(
    fc.property(
      arbitraryCatalog,
      fc.array(germanName, { minLength: 7 }),
      fc.boolean(),
      (products, names, descending) => {
        const german = new Map<Product, Product>();
        products.forEach((product, i) => {
          const name = names[i % names.length] ?? null;
          if (name !== null) german.set(product, { ...product, locale: "de-de", name });
        });
        const index = indexOf(products, german);
        const keys = (rows: readonly number[]) => rows.map((row) => index.listRow(row).key);
        const shown = products.filter(({ archived }) => !archived);
        const inGerman = (product: Product) => german.get(product) ?? product;
        const expected = shown.toSorted((a, b) => (sortKeyOf(inGerman(a)) < sortKeyOf(inGerman(b)) ? -1 : 1));
        if (descending) expected.reverse();
        const page = { page: 1, pageSize: 500 };
        const listed = index.query({ ...page, locale: "de-de", sort: { by: "name", descending } });
        expect(keys(listed.rows)).toEqual(expected.map(({ key }) => key));

        const found = keys(index.query({ ...page, text: "zebra buro", locale: "de-de" }).rows);
        const named = shown.filter((product) => german.get(product)?.name === "Zebra Büro").map(({ key }) => key);
        if (named.length > 0) expect(found.toSorted()).toEqual(named.toSorted());
        for (const [i, product] of shown.slice(0, 3).entries()) {
          const { rows } = index.query({ ...page, text: product.name, locale: i === 0 ? "de-de" : "en-us" });
          expect(keys(rows)).toContain(product.key);
        }
      },
    ),
    { numRuns: 100, endOnFailure: true },
  );
}, 120_000);
