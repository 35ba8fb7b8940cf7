import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { VendorProduct } from "@/lib/domain/catalog/product";
import type { Dialect } from "@/lib/sandbox/dialect";
import { startSandbox, type Sandbox } from "@/lib/sandbox/start-sandbox";
import { crawlAll, failureOf } from "@/lib/vendors/contract-suite";
import { createIbmSource, type IbmSource } from "@/lib/vendors/ibm/source";

const signal = new AbortController().signal;
let sandbox: Sandbox;
let source: IbmSource;

beforeAll(async () => {
  sandbox = await startSandbox({ ibmProducts: 120, products: 1 });
  source = createIbmSource({ ...sandbox.settings.ibm, timeoutMs: 5_000, pageSize: 10 });
});
afterAll(() => sandbox.close());

const refOf = (product: VendorProduct | null) => ({
  externalId: product?.externalId ?? null,
  partNumber: product?.partNumber ?? "",
  locale: "en-us",
});

const resold = () => sandbox.catalog.ibm.matching({ audience: "reseller", locale: "en-us" }).length;

describe("the sandbox's dialects of IBM", () => {
  const dialects: readonly Partial<Dialect["ibm"]>[] = [
    { resellerList: "paged", links: "absolute" },
    { resellerList: "paged", links: "relative" },
    { resellerList: "paged", links: "none" },
    { resellerList: "unpaged" },
    { planType: "BUY" },
    { pageSizeMax: 7, resellerList: "paged" },
  ];
  it.each(dialects)("%o are read without a loss", async (dialect) => {
    Object.assign(sandbox.dialect.ibm, dialect);
    const { products, rejected } = await crawlAll(source);
    expect(rejected).toEqual([]);
    expect(products).toHaveLength(resold());
    const plans = products.flatMap((product) => product.plans);
    expect(plans.every(({ prices }) => prices.every(({ side }) => side === "list"))).toBe(true);
    expect(plans.some(({ notOrderable }) => notOrderable === null)).toBe(true);
  });

  it.each(["array", "object"] as const)("with components as %s give every plan's configuration", async (components) => {
    sandbox.dialect.ibm.components = components;
    const { products } = await crawlAll(source);
    let configured = 0;
    for (const { externalId, plans } of products.slice(0, 25)) {
      for (const { key } of plans) {
        const plan = { externalId: externalId ?? "", planKey: key, locale: "en-us" };
        const configuration = await source.fetchPlanConfiguration(plan, signal);
        configured += configuration === null || configuration.components.length === 0 ? 0 : 1;
      }
    }
    expect(configured).toBeGreaterThan(5);
  });
});

describe("IBM's other routes in the sandbox", () => {
  it("give the four lists", async () => {
    const taxonomy = await source.fetchTaxonomy(signal);
    expect(taxonomy?.locales).toContain("en-us");
    for (const list of Object.values(taxonomy ?? {})) expect(list.length).toBeGreaterThan(0);
  });

  it("give more products in public than to resellers, and each alone", async () => {
    const { products, publicProducts } = source.live;
    const query = { locale: "en-us", page: 1, pageSize: 10, filters: {} };
    const page = await publicProducts?.readPage(query, signal);
    expect(page?.total).toBeGreaterThan(resold());
    const known = page?.products[0] ?? null;
    expect(await publicProducts?.readProduct(refOf(known), signal)).toMatchObject([{ externalId: known?.externalId }]);
    const own = (await products.readPage(query, signal)).products[0] ?? null;
    expect(await products.readProduct(refOf(own), signal)).toMatchObject([{ externalId: own?.externalId }]);
  });

  it("answer an unchanged product from what we have", async () => {
    const before = source.health().notModified;
    const page = await source.live.products.readPage({ locale: "en-us", page: 1, pageSize: 10, filters: {} }, signal);
    const ref = refOf(page.products[0] ?? null);
    const first = await source.live.products.readProduct(ref, signal);
    expect(await source.live.products.readProduct(ref, signal)).toEqual(first);
    expect(source.health().notModified).toBeGreaterThan(before);
  });

  it("say that an unknown product is unknown", async () => {
    const ref = { externalId: null, partNumber: "unknown", locale: "en-us" };
    const error = await failureOf(Promise.resolve(source.live.publicProducts?.readProduct(ref, signal)));
    expect(error.facts).toMatchObject({ kind: "notFound", status: 404 });
  });
});
