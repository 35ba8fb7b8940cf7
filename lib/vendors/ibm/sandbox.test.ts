import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
    const page = await source.readPublicProducts({ locale: "en-us", page: 1, pageSize: 10 }, signal);
    expect(page.total).toBeGreaterThan(resold());
    const id = page.products[0]?.externalId ?? "";
    expect((await source.readPublicProduct(id, "en-us", signal)).externalId).toBe(id);
    const own = await source.readResellerProducts({ locale: "en-us", page: 1, pageSize: 10 }, signal);
    const ownId = own.products[0]?.externalId ?? "";
    expect((await source.readResellerProduct(ownId, "en-us", signal)).externalId).toBe(ownId);
  });

  it("answer an unchanged product from what we have", async () => {
    const before = source.health().notModified;
    const id = (await source.readResellerProducts({ locale: "en-us" }, signal)).products[0]?.externalId ?? "";
    const first = await source.readResellerProduct(id, "en-us", signal);
    expect(await source.readResellerProduct(id, "en-us", signal)).toEqual(first);
    expect(source.health().notModified).toBeGreaterThan(before);
  });

  it("say that an unknown product is unknown", async () => {
    const error = await failureOf(source.readPublicProduct("unknown", "en-us", signal));
    expect(error.facts).toMatchObject({ kind: "notFound", status: 404 });
  });
});
