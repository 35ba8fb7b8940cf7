import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryCatalog } from "@/lib/domain/catalog/arbitrary-product";
import type { PriceRow, Product, ProductDetails, VendorProduct } from "@/lib/domain/catalog/product";
import { samplePlan, sampleProduct } from "@/lib/domain/catalog/sample-products";
import { ownTextOf, readStoredProduct, storedTextOf, withRequirements } from "@/lib/server/store/stored-product";

const details: fc.Arbitrary<ProductDetails> = fc.record({
  descriptionHtml: fc.constantFrom(null, "", "<p>“keeps” \u2028 mail\n safe</p>"),
  headline: fc.constantFrom(null, "More safety"),
  benefits: fc.constantFrom([], [{ title: "Safe", description: null }]),
  resources: fc.constantFrom([], [{ name: "Guide", type: null, description: "", url: "https://demo.example/" }]),
  support: fc.constantFrom(null, { email: null, phone: "0", chat: null, url: null, knowledgebaseUrl: null }),
  trialSupport: fc.constant(null),
  imageUrls: fc.constantFrom([], ["https://demo.example/a.png"]),
  vendorUrl: fc.constantFrom(null, "https://demo.example/"),
  keywords: fc.constantFrom([], [""], ["mail"]),
  facts: fc.constantFrom([], [{ name: "Billing model", value: "charged" }]),
});

const products: fc.Arbitrary<Product[]> = fc
  .tuple(arbitraryCatalog, fc.array(details, { minLength: 1 }))
  .map(([catalog, some]) => catalog.map((product, at) => Object.assign(product, { details: some[at % some.length] })));

const price: PriceRow = { side: "cost", kind: "recurring", currency: "USD", amount: "1.5", model: "flat", from: "0" };

const asVendorSays = (product: Product): VendorProduct => ({ ...product, requires: [] });
const stored = (product: Product) => storedTextOf(product.key, product.requires, ownTextOf(asVendorSays(product)));

describe("a stored product", () => {
  it("reads as what was written", () => {
    fc.assert(
      fc.property(products, (catalog) => {
        for (const product of catalog) expect(readStoredProduct(stored(product))).toEqual(product);
      }),
      { numRuns: 100 },
    );
  });

  it("reads the same where an earlier version wrote it in full", () => {
    fc.assert(
      fc.property(products, (catalog) => {
        for (const product of catalog) expect(readStoredProduct(JSON.stringify(product))).toEqual(product);
      }),
      { numRuns: 30 },
    );
  });

  it("has one text of its own, whatever its key and requirements are", () => {
    fc.assert(
      fc.property(products, (catalog) => {
        for (const product of catalog) {
          const text = ownTextOf(asVendorSays(product));
          expect(ownTextOf(asVendorSays(readStoredProduct(stored(product))))).toBe(text);
          expect(withRequirements(stored(product), "other", [])).toBe(storedTextOf("other", [], text));
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each<[string, Partial<Product>]>([
    ["the name of a plan", { plans: [samplePlan({ name: "Other" })] }],
    ["a plan without a number", { plans: [samplePlan({ partNumber: null })] }],
    ["a tier", { plans: [samplePlan({ prices: [{ ...price, from: "10", model: "volume" }] })] }],
    ["the tier model", { plans: [samplePlan({ prices: [{ ...price, model: "graduated" }] })] }],
    ["the kind of a price", { plans: [samplePlan({ prices: [{ ...price, kind: "setup" }] })] }],
    ["a maximum of nothing", { plans: [samplePlan({ maximum: "0" })] }],
    ["an empty text", { summary: "" }],
    ["being archived", { archived: true }],
  ])("tells apart by %s", (_what, difference) => {
    const plain = { plans: [samplePlan({ prices: [price] })] };
    expect(ownTextOf(asVendorSays(sampleProduct("A", { ...plain, ...difference })))).not.toBe(
      ownTextOf(asVendorSays(sampleProduct("A", plain))),
    );
  });

  it("takes a small part of the room", () => {
    const product = sampleProduct("A", { plans: [samplePlan({ prices: [price] })] });
    expect(stored(product).length).toBeLessThan(JSON.stringify(product).length / 2);
  });
});
