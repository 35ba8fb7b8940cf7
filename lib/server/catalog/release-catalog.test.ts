import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { ProductQuerySchema } from "@/lib/contracts/catalog";
import { exampleProduct } from "@/lib/domain/catalog/arbitrary-product";
import { browseCatalogJson } from "@/lib/server/catalog/browse-catalog";
import { publish, useStore, viewerWith } from "@/lib/server/catalog/catalog-fixture";
import { currentCatalog, reloadCatalog } from "@/lib/server/catalog/current-catalog";
import { getProduct } from "@/lib/server/catalog/get-product";
import { eachStore } from "@/lib/server/store/test-stores";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const seller = viewerWith("seller");

/** Asks of it what is remembered, and keeps no hold on it. */
async function useCatalog() {
  const catalog = await currentCatalog();
  const answer = await browseCatalogJson(seller, ProductQuerySchema.parse({}));
  await getProduct(seller, { vendor: "cloudblue", key: "DEMO-E1" });
  return { catalog: new WeakRef(catalog), index: new WeakRef(catalog.index), answer: new WeakRef(answer) };
}

eachStore("a catalog that another one took the place of", (open) => {
  it("leaves nothing in memory, nor do the answers given from it", async () => {
    const db = await open();
    const products = [exampleProduct({ partNumber: "DEMO-E1", key: "DEMO-E1" })];
    await publish(db, products);
    useStore(db);
    await reloadCatalog();
    const before = await useCatalog();
    await publish(db, products, { generation: 2 });
    await reloadCatalog();
    const present = await useCatalog();
    await nextTurn();
    collect();
    expect(Object.values(before).map((held) => held.deref())).toEqual([undefined, undefined, undefined]);
    expect(Object.values(present).every((held) => held.deref() !== undefined)).toBe(true);
  });
});
