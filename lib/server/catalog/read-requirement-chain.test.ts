import { expect, test } from "vitest";
import { buildCatalogIndex } from "@/lib/domain/catalog/catalog-index";
import type { Product, ProductRef } from "@/lib/domain/catalog/product";
import { makeProduct } from "@/lib/server/carts/test-desk";
import { describeChain } from "@/lib/server/catalog/read-requirement-chain";

function chainOf(products: readonly Product[], key: string, asked: readonly string[] = []) {
  const index = buildCatalogIndex(products);
  const find = (ref: ProductRef) => products[index.addedAt(index.findRow(ref) ?? -1)] ?? null;
  const { nodes, products: told } = describeChain({ index, find }, { vendor: "cloudblue", key }, asked);
  const shown = nodes.flatMap(({ id, layer }) => ({ ...told.get(id), layer }));
  return { shown, folded: nodes.filter(({ folded }) => folded > 0).map(({ folded }) => folded) };
}

test("every box has its product's name and price, and nothing of its cost", () => {
  const { shown } = chainOf(
    [
      makeProduct({ key: "TOP", price: "3.00", needs: ["MIDDLE"] }),
      makeProduct({ key: "MIDDLE", price: "2.00", cost: "1.5", needs: ["BASE"] }),
      makeProduct({ key: "BASE", price: "1.00", billingPeriod: "P1Y" }),
    ],
    "MIDDLE",
  );
  expect(shown.map(({ key, layer }) => [key, layer])).toEqual([
    ["MIDDLE", 0],
    ["BASE", -1],
    ["TOP", 1],
  ]);
  expect(shown[1]).toEqual({
    vendor: "cloudblue",
    key: "BASE",
    name: "Product BASE",
    available: true,
    archived: false,
    price: { amount: "1.00", currency: "USD" },
    billingPeriod: "P1Y",
    layer: -1,
  });
  expect(JSON.stringify(shown)).not.toMatch(/cost|margin|1\.5/);
});

test("a target nobody offers stands in the chain by its key, an archived one by its name", () => {
  const { shown } = chainOf(
    [makeProduct({ key: "A", needs: ["NOWHERE", "OLD"] }), makeProduct({ key: "OLD", archived: true })],
    "A",
  );
  expect(shown.map(({ name, available, archived }) => [name, available, archived])).toEqual([
    ["Product A", true, false],
    ["NOWHERE", false, false],
    ["Product OLD", false, true],
  ]);
});

test("of many that need it only the first are drawn, the others counted", () => {
  const addOns = Array.from({ length: 300 }, (_, i) =>
    makeProduct({ key: `ADD-${i}`, price: "1.00", needs: ["BASE"] }),
  );
  const { shown, folded } = chainOf([makeProduct({ key: "BASE", price: "1.00" }), ...addOns], "BASE");
  expect(folded).toEqual([296]);
  expect(shown.filter(({ key }) => key !== undefined)).toHaveLength(5);
});
