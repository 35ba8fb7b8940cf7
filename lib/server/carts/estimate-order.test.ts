import { afterEach, beforeEach, expect, test } from "vitest";
import { startSandbox, type Sandbox } from "@/lib/sandbox/start-sandbox";
import { OrderEstimateSchema } from "@/lib/contracts/order-draft";
import type { Product } from "@/lib/domain/catalog/product";
import { readStoredProduct } from "@/lib/server/store/stored-product";
import type { AppError } from "@/lib/server/app-error";
import { addToCart } from "@/lib/server/carts/add-to-cart";
import { createCart } from "@/lib/server/carts/create-cart";
import { estimateOrder } from "@/lib/server/carts/estimate-order";
import { addViewer, makeProduct, openTestDesk } from "@/lib/server/carts/test-desk";
import { eachStore } from "@/lib/server/store/test-stores";
import { runSync } from "@/lib/server/sync/run-sync";
import type { Viewer } from "@/lib/server/viewer";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import { createCloudBlueSource } from "@/lib/vendors/cloudblue/source";
import { VendorError } from "@/lib/vendors/errors";
import { createIbmSource } from "@/lib/vendors/ibm/source";
import { testVendors } from "@/lib/vendors/testing/contoso/registry";
import { startContosoSandbox } from "@/lib/vendors/testing/contoso/sandbox";

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({});
});
afterEach(() => sandbox.close());

const cloudBlue = () => createCloudBlueSource({ ...sandbox.settings.cloudblue, timeoutMs: 5_000 });

/** The vendor whose catalog the desk has, and who else is connected. */
type Stage = { readonly source?: CatalogSource | undefined; readonly also?: readonly CatalogSource[] };

const ibmProduct = makeProduct({ vendor: "ibm", key: "IBM-1", service: null });

eachStore("the vendor's price check of an order", (open) => {
  /** A desk over the sandbox's own catalog, as a sync brought it. */
  async function begin({ source = cloudBlue(), also = [] }: Stage = {}) {
    const db = await open();
    const currency = source.vendor === "contoso" ? "EUR" : "USD";
    const signal = new AbortController().signal;
    await runSync({ db, source, locales: ["en-us"], signal, startedBy: "test", now: () => new Date() });
    const rows = await db.selectFrom("catalog_products").select("data").execute();
    const products = rows.map(({ data }) => readStoredProduct(data));
    const desk = openTestDesk(db, [...products, ibmProduct]);
    const seller = await addViewer(db, "seller", "Sam Seller");
    const cartOf = async (viewer: Viewer, lines: readonly (readonly [Product | undefined, string])[]) => {
      const { id } = await createCart(desk, viewer, { name: "Fabrikam", currency });
      for (const [product, quantity] of lines) {
        const { vendor = "", key = "" } = product ?? {};
        await addToCart(desk, viewer, id, "any", { vendor, key, quantity });
      }
      return id;
    };
    const estimate = (viewer: Viewer, id: string) =>
      estimateOrder(desk, viewer, { id, n: 1, customerId: "1000001", sources: [source, ...also], signal });
    const hasCost = ({ plans }: Product) =>
      plans.some(({ prices }) => prices.some(({ side, ...row }) => side === "cost" && row.currency === currency));
    const demanding = products.find((product) => product.requires.length === 1 && hasCost(product));
    const plain = products.find((product) => product.requires.length === 0 && hasCost(product));
    return { db, desk, seller, cartOf, estimate, demanding, plain };
  }

  test("stands beside our own cost, and the two agree", async () => {
    const { seller, cartOf, estimate, plain } = await begin();
    const id = await cartOf(seller, [[plain, "10"]]);
    const answer = await estimate(seller, id);
    expect(OrderEstimateSchema.parse(answer)).toEqual(answer);
    expect(answer.lines).toMatchObject([{ partNumber: plain?.partNumber, name: plain?.name, quantity: "10" }]);
    expect(answer.vendorTotal).toEqual(answer.total);
    expect(answer.difference?.amount).toBe("0.00");
    expect(answer.message).toBe("Ingram Micro would take this order as it is. Both totals are the same.");
  });

  test("names a cost that has moved since the sync", async () => {
    const { seller, cartOf, estimate, plain } = await begin();
    const id = await cartOf(seller, [[plain, "10"]]);
    const { total } = await estimate(seller, id);
    sandbox.catalog.cloudblue.setAmount(plain?.partNumber ?? "", { side: "costs", amount: "1000", currency: "USD" });
    const answer = await estimate(seller, id);
    expect(answer.total).toEqual(total);
    expect(answer.vendorTotal).toEqual({ amount: "10000.00", currency: "USD" });
    expect(answer.message).toContain(`The vendor's total is ${answer.difference?.amount} USD higher than ours.`);
  });

  test("names what the vendor would add", async () => {
    const { desk, seller, cartOf, estimate, demanding } = await begin();
    const id = await cartOf(seller, [[demanding, "5"]]);
    const answer = await estimate(seller, id);
    const [own, added] = answer.lines;
    const needed = desk.catalog.find(demanding?.requires[0]?.anyOf[0] ?? { vendor: "", key: "" });
    expect(own?.lineId).not.toBeNull();
    expect(added).toMatchObject({ lineId: null, partNumber: needed?.partNumber });
    expect(answer.message).toContain(`Ingram Micro would add ${added?.name}.`);
  });

  test("tells those who may not see cost nothing but what would be added", async () => {
    const { db, cartOf, estimate, demanding } = await begin();
    const blind = await addViewer(db, "seller-no-cost", "Nils Nocost");
    const id = await cartOf(blind, [[demanding, "5"]]);
    const answer = await estimate(blind, id);
    expect(answer.lines).toHaveLength(2);
    expect(JSON.stringify(answer)).not.toMatch(/amount|cost|total|difference|USD|EUR/i);
  });

  test("is refused for other people's carts and numbers that are not there", async () => {
    const { db, seller, cartOf, estimate, plain } = await begin();
    const codeOf = (work: Promise<unknown>) => work.then(String, (error: AppError) => error.code);
    const other = await addViewer(db, "seller", "Olga Other");
    const id = await cartOf(seller, [[plain, "1"]]);
    expect(await codeOf(estimate(other, id))).toBe("not-found");
    expect(await codeOf(estimate(seller, await cartOf(seller, [])))).toBe("not-found");
  });

  test("says that a vendor offers none, or is not connected", async () => {
    const sentenceOf = (work: Promise<unknown>) =>
      work.then(String, (error: AppError) => `${error.code}: ${error.message}`);
    const alone = await begin();
    const id = await alone.cartOf(alone.seller, [[ibmProduct, "1"]]);
    expect(await sentenceOf(alone.estimate(alone.seller, id))).toBe(
      "conflict: IBM is not connected here, so it cannot be asked.",
    );
    const both = await begin({ also: [createIbmSource({ ...sandbox.settings.ibm, timeoutMs: 5_000 })] });
    const other = await both.cartOf(both.seller, [[ibmProduct, "1"]]);
    expect(await sentenceOf(both.estimate(both.seller, other))).toBe(
      "conflict: IBM offers no price check of an order.",
    );
    expect(sandbox.requests.count({ vendor: "ibm" })).toBe(0);
  });

  test("of a third vendor needs nothing but its line in the registry", async () => {
    const third = await startContosoSandbox({ products: 12 });
    try {
      const [source] = testVendors.flatMap((vendor) => vendor.create(third.settings, { timeoutMs: 5_000 }) ?? []);
      const { seller, cartOf, estimate, plain } = await begin({ source });
      const answer = await estimate(seller, await cartOf(seller, [[plain, "10"]]));
      expect(answer).toMatchObject({ vendor: "contoso", lines: [{ partNumber: plain?.partNumber, quantity: "10" }] });
      expect(answer.vendorTotal).toMatchObject({ currency: "EUR" });
      expect(answer.difference?.amount).toBe("0.00");
    } finally {
      await third.close();
    }
  });

  test("passes on that the vendor does not answer, and asks only once", async () => {
    const { seller, cartOf, estimate, plain } = await begin();
    const id = await cartOf(seller, [[plain, "1"]]);
    sandbox.requests.clear();
    sandbox.faults.set({ kind: "status", status: 503, vendor: "cloudblue", route: "estimate" });
    await expect(estimate(seller, id)).rejects.toThrow(VendorError);
    expect(sandbox.requests.count({ route: "estimate" })).toBe(1);
  });
});
