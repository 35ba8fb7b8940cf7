import { describe, expect, it } from "vitest";
import { vendorRegistry, type VendorSettings } from "@/lib/vendors/registry";

const settings: VendorSettings = {
  cloudblue: {
    baseUrl: "https://vendor.example/marketplace",
    username: "demo-user",
    password: "demo-password",
    subscriptionKey: "demo-key",
    marketplace: "us",
  },
  ibm: { baseUrl: "https://vendor.example/run", clientId: "demo-id", clientSecret: "demo-secret" },
};

describe("the registry", () => {
  it("builds a source for every vendor that has settings, without asking the vendor", () => {
    const sources = vendorRegistry.flatMap((vendor) => vendor.create(settings, { timeoutMs: 1 }) ?? []);
    expect(sources.map(({ vendor, label }) => [vendor, label])).toEqual([
      ["cloudblue", "Ingram Micro"],
      ["ibm", "IBM"],
    ]);
    for (const source of sources) expect(source.health()).toMatchObject({ requests: 0, reachable: null });
  });

  it("leaves a vendor without settings off", () => {
    const sources = vendorRegistry.map((vendor) => vendor.create({ ...settings, ibm: null }, { timeoutMs: 1 }));
    expect(sources.map((source) => source?.vendor ?? null)).toEqual(["cloudblue", null]);
  });

  it("gives every vendor the id and label that its source shows", () => {
    for (const { id, label, create } of vendorRegistry) {
      expect(create(settings, { timeoutMs: 1 })).toMatchObject({ vendor: id, label });
    }
  });

  it("knows what of each vendor must never be logged", () => {
    const secrets = vendorRegistry.flatMap((vendor) => vendor.secretsOf(settings));
    expect(secrets).toEqual(["demo-user", "demo-password", "demo-key", "demo-id", "demo-secret"]);
    expect(vendorRegistry.flatMap((vendor) => vendor.secretsOf({ cloudblue: null, ibm: null }))).toEqual([]);
  });

  it("drafts an order in the shape of the vendor", () => {
    const order = { customerReference: "1", purchaseOrderNumber: null, country: "USA", contacts: [], lines: [] };
    const bodies = vendorRegistry.map(({ draftOrder }) => draftOrder(order).body);
    expect(bodies).toMatchObject([{ type: "sales" }, { orderType: "3PM" }]);
  });
});
