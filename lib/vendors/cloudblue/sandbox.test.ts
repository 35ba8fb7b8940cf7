import { afterEach, describe, expect, it } from "vitest";
import { startSandbox, type Sandbox, type SandboxOptions } from "@/lib/sandbox/start-sandbox";
import { createCloudBlueSource } from "@/lib/vendors/cloudblue/source";
import { crawlAll } from "@/lib/vendors/contract-suite";
import type { VendorRuntime } from "@/lib/vendors/runtime";

let sandbox: Sandbox;
afterEach(() => sandbox.close());

async function start(options: SandboxOptions, more: Partial<VendorRuntime> = {}) {
  sandbox = await startSandbox({ products: 120, ...options });
  return createCloudBlueSource({ ...sandbox.settings.cloudblue, timeoutMs: 5_000, pageSize: 10, ...more });
}

describe("the sandbox's other dialects", () => {
  it.each(["1.4", "1.6", "1.15"] as const)("of version %s are read without a loss", async (apiVersion) => {
    const { products, rejected } = await crawlAll(await start({ apiVersion }));
    expect(rejected).toEqual([]);
    expect(products).toHaveLength(120);
    const sides = new Set(
      products.flatMap(({ plans }) => plans.flatMap(({ prices }) => prices.map(({ side }) => side))),
    );
    expect(sides.has("cost")).toBe(apiVersion !== "1.4");
    expect(products.some(({ requires }) => requires.length > 0)).toBe(true);
    expect(products.every(({ externalId }) => externalId !== null)).toBe(apiVersion === "1.15");
  });

  it.each([1, 2, 5])("with tokens that end at every call after %i survive with one login each", async (after) => {
    const source = await start({});
    sandbox.faults.set({ kind: "expire-tokens", vendor: "cloudblue", route: "products", every: 4, after });
    const { products } = await crawlAll(source);
    expect(new Set(products.map((product) => JSON.stringify(product))).size).toBe(120);
    const expired = sandbox.faults.list()[0]?.hits ?? 0;
    expect(expired).toBeGreaterThan(1);
    expect(sandbox.requests.count({ vendor: "cloudblue", route: "token" })).toBe(expired + 1);
  });

  it("with a budget of requests in a window are asked no more often than allowed", async () => {
    const source = await start({});
    sandbox.dialect.cloudblue.budget = { requests: 8, seconds: 1, retryAfter: "seconds" };
    const { products } = await crawlAll(source);
    expect(products).toHaveLength(120);
    expect(source.health().throttled).toBeLessThanOrEqual(6);
  });
});
