import { expect, it } from "vitest";
import type { VendorProduct } from "@/lib/domain/catalog/product";
import { sampleRow } from "@/lib/domain/catalog/sample-products";
import { addViewer } from "@/lib/server/carts/test-desk";
import { useStore } from "@/lib/server/catalog/catalog-fixture";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { refreshProduct } from "@/lib/server/catalog/refresh-product";
import { processState } from "@/lib/server/process-state";
import { refusal } from "@/lib/server/quotes/test-quotes";
import { eachStore } from "@/lib/server/store/test-stores";
import { abortLocalSyncs, startLocalSync } from "@/lib/server/sync/local-syncs";
import { sampleProduct, scriptedSource } from "@/lib/server/sync/testing/scripted-source";
import type { CatalogSource } from "@/lib/vendors/catalog-source";

const A = { vendor: "acme", key: "A" };
const asked = { ...A, signal: new AbortController().signal };

const priced = (cost: string, price: string) =>
  sampleProduct("A", { prices: [sampleRow("cost", cost), sampleRow("price", price)] });

eachStore("refreshing one product", (open) => {
  /** A desk whose catalog holds A and B, and a vendor that answers what `told` holds. */
  const begin = async () => {
    const db = await open();
    useStore(db);
    const { source: crawled, script } = scriptedSource([priced("17.5", "19.80"), sampleProduct("B")]);
    let told: readonly VendorProduct[] = [priced("17.5", "19.80")];
    const list = { filters: [], readPage: () => Promise.reject(new Error("not asked")), readProduct: async () => told };
    const readNames = () => Promise.reject(new Error("not asked"));
    const source: CatalogSource = {
      ...crawled,
      live: { products: list, publicProducts: null, nameLists: [], readNames },
    };
    void processState("vendor-sources", () => Promise.resolve([source]));
    await (
      await startLocalSync(source, "test")
    )?.outcome;
    const answerWith = (product: VendorProduct) => {
      told = [product];
      script.products = [product, sampleProduct("B")];
    };
    return { db, answerWith, tellNothing: () => void (told = []), seller: await addViewer(db, "seller", "Sam") };
  };
  const starters = async (db: Awaited<ReturnType<typeof open>>) =>
    (await db.selectFrom("syncs").select("started_by").orderBy("started_at").execute()).map((row) => row.started_by);

  it("says so where the vendor says the same, and leaves it at that", async () => {
    const { db, seller } = await begin();
    expect(await refreshProduct(seller, asked)).toMatchObject({ changes: [], syncing: false });
    expect(await starters(db)).toEqual(["test"]);
  });

  it("names what changed and reads the catalog in", async () => {
    const { db, seller, answerWith } = await begin();
    answerWith(priced("18.00", "21.00"));
    const answer = await refreshProduct(seller, asked);
    expect(answer.syncing).toBe(true);
    expect(answer.changes).toEqual([
      { kind: "cost", what: "recurring", old: "17.50 USD", new: "18.00 USD" },
      { kind: "price", what: "recurring", old: "19.80 USD", new: "21.00 USD" },
    ]);
    await expect
      .poll(async () => (await currentCatalog()).find(A)?.plans[0]?.prices.map(({ amount }) => amount), {
        timeout: 8_000,
      })
      .toEqual(["18.00", "21.00"]);
    expect(await starters(db)).toEqual(["test", "Sam"]);
    await abortLocalSyncs();
  });

  it("tells nobody of a cost who may not see costs, not even that something changed", async () => {
    const { db, answerWith } = await begin();
    answerWith(priced("18.00", "19.80"));
    const blind = await addViewer(db, "seller-no-cost", "Kim");
    expect(await refreshProduct(blind, asked)).toMatchObject({ changes: [], syncing: false });
    await abortLocalSyncs();
  });

  it("asks at most once a minute, and not for what is not there", async () => {
    const { seller, tellNothing } = await begin();
    await refreshProduct(seller, asked);
    const second = await refusal(refreshProduct(seller, asked));
    expect([second.code, second.headers["retry-after"]]).toEqual(["too-many-requests", "60"]);
    expect((await refusal(refreshProduct(seller, { ...asked, key: "Z" }))).code).toBe("not-found");
    tellNothing();
    const gone = await refreshProduct(seller, { ...asked, key: "B" });
    expect(gone.changes).toEqual([{ kind: "gone", what: "product", old: "Product B", new: null }]);
    await abortLocalSyncs();
  });
});
