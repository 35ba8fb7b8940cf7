import { afterAll, beforeAll, expect, it } from "vitest";
import { loadCatalog } from "@/lib/server/catalog/load-catalog";
import { eachStore } from "@/lib/server/store/test-stores";
import { runSync } from "@/lib/server/sync/run-sync";
import { type VendorSettings, vendorRegistry } from "@/lib/vendors/registry";
import { testVendors, type TestVendorSettings } from "@/lib/vendors/testing/contoso/registry";
import { type ContosoSandbox, startContosoSandbox } from "@/lib/vendors/testing/contoso/sandbox";

let sandbox: ContosoSandbox;
beforeAll(async () => {
  sandbox = await startContosoSandbox({ products: 237 });
});
afterAll(() => sandbox.close());

const off: VendorSettings = { cloudblue: null, ibm: null };

/** What the start-up code does with the registry and the settings of all vendors. */
function sources() {
  const settings: VendorSettings & TestVendorSettings = { ...off, ...sandbox.settings };
  const registry = [...vendorRegistry, ...testVendors];
  return registry.flatMap((vendor) => vendor.create(settings, { timeoutMs: 5_000, pageSize: 10 }) ?? []);
}

eachStore("a third vendor", (open) => {
  it("is synced, found and asked for its requirements like any other", async () => {
    const db = await open();
    const [source, ...others] = sources();
    if (!source || others.length > 0) throw new Error("one vendor is on");
    const outcome = await runSync({
      db,
      source,
      locales: ["en-us"],
      signal: new AbortController().signal,
      startedBy: "test",
      now: () => new Date("2026-11-22T12:00:00.000Z"),
    });
    expect(outcome).toMatchObject({ vendor: "contoso", state: "succeeded", counts: { products: 237, rejected: 0 } });
    const catalog = await loadCatalog(db, ["en-us"]);
    expect(catalog.findByPartNumber("ct0004").map(({ name }) => name)).toEqual(["Contoso demo item 4"]);
    const product = catalog.find({ vendor: "contoso", key: "CT-0004" });
    expect(product?.plans.map(({ key, minimum, maximum }) => [key, minimum, maximum])).toEqual([
      ["team", "1", "300"],
      ["enterprise", "10", null],
    ]);
    expect(product?.plans[0]?.prices).toMatchObject([
      { side: "cost", amount: "4.25", currency: "EUR" },
      { side: "price", amount: "5.5", currency: "EUR" },
    ]);
    // An AND of OR groups: one of the first two, and the third.
    expect(product?.requires.map(({ anyOf }) => anyOf.map(({ key, available }) => [key, available]))).toEqual([
      [
        ["CT-0000", true],
        ["CT-0001", true],
      ],
      [["CT-0002", true]],
    ]);
    expect(catalog.requiredBy({ vendor: "contoso", key: "CT-0002" })).toEqual([{ vendor: "contoso", key: "CT-0004" }]);
    const retired = catalog.find({ vendor: "contoso", key: "CT-0049" });
    expect(retired).toMatchObject({ archived: true, plans: [{ notOrderable: "archived" }, {}] });
    const { facets } = catalog.index.query({
      filters: { vendor: ["contoso"] },
      page: 1,
      pageSize: 1,
      counted: ["service"],
    });
    expect(facets.service?.map(({ value }) => value).toSorted()).toEqual(["Contoso Backup", "Contoso Voice"]);
  });

  it("drafts orders in its own shape", () => {
    const [vendor] = testVendors;
    const line = {
      partNumber: "CT-0004",
      externalId: null,
      planKey: "team",
      service: "Contoso Backup",
      provider: null,
      billingPeriod: "P1M",
      commitment: "P1Y",
      quantity: "5",
      attributes: {},
      components: [],
    };
    const order = { customerReference: "A-1", purchaseOrderNumber: "PO-7", country: null, contacts: [], lines: [line] };
    expect(vendor.draftOrder(order)).toEqual({
      missing: [],
      body: { account: "A-1", reference: "PO-7", positions: [{ sku: "CT-0004", edition: "team", seats: 5 }] },
    });
    const doubtful = { ...order, lines: [line, { ...line, service: "Contoso Voice", quantity: "0" }] };
    expect(vendor.draftOrder({ ...doubtful, customerReference: null }).missing.map(({ field }) => field)).toEqual([
      "account",
      "positions",
      "seats",
    ]);
  });
});
