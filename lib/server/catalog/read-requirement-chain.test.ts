import { expect, test } from "vitest";
import { buildCatalogIndex } from "@/lib/domain/catalog/catalog-index";
import type { Product } from "@/lib/domain/catalog/product";
import { makeProduct } from "@/lib/server/carts/test-desk";
import { describeChain } from "@/lib/server/catalog/read-requirement-chain";

function chainOf(products: readonly Product[], key: string, asked: readonly string[] = []) {
  const index = buildCatalogIndex(products);
  const at = (row: number) => products[index.addedAt(row)] ?? null;
  const rowOf = (ref: { vendor: string; key: string }) => index.findRow(ref) ?? -1;
  return describeChain(
    {
      index,
      find: (ref) => at(rowOf(ref)),
      requiredBy: (ref) => (rowOf(ref) < 0 ? [] : index.dependentsOf(rowOf(ref)).flatMap((row) => at(row) ?? [])),
    },
    { vendor: "cloudblue", key },
    asked,
  );
}

test("every box has its product's name and price, and what the catalog lacks is told as missing", () => {
  const { products, nodes } = chainOf(
    [
      makeProduct({ key: "TOP", price: "3.00", needs: ["MIDDLE", "NOWHERE"] }),
      makeProduct({ key: "MIDDLE", price: "2.00", cost: "1.5", needs: ["BASE"] }),
      makeProduct({ key: "BASE", price: "1.00", billingPeriod: "P1Y" }),
    ],
    "MIDDLE",
  );
  expect(nodes.map(({ id, layer }) => [id, layer])).toEqual([
    ["cloudblue/MIDDLE", 0],
    ["cloudblue/BASE", -1],
    ["cloudblue/TOP", 1],
  ]);
  expect(products.get("cloudblue/BASE")).toEqual({
    vendor: "cloudblue",
    key: "BASE",
    name: "Product BASE",
    available: true,
    price: { amount: "1.00", currency: "USD" },
    billingPeriod: "P1Y",
  });
  expect(JSON.stringify([...products])).not.toMatch(/cost|margin|1\.5/);
});

test("a target nobody offers stands in the chain by its key, an archived one by its name", () => {
  const { products } = chainOf(
    [makeProduct({ key: "A", needs: ["NOWHERE", "OLD"] }), makeProduct({ key: "OLD", archived: true })],
    "A",
  );
  expect(products.get("cloudblue/NOWHERE")).toMatchObject({ name: "NOWHERE", available: false, price: null });
  expect(products.get("cloudblue/OLD")).toMatchObject({ name: "Product OLD", available: false });
});
