import { expect, test } from "vitest";
import { previewText } from "@/components/document/preview-text";
import type { PublicProduct } from "@/lib/contracts/public-product";

const plan: PublicProduct["plans"][number] = {
  name: "Standard",
  partNumber: null,
  description: null,
  price: { amount: "48.00", currency: "USD" },
  setupPrice: null,
  pricePrefix: null,
  priceSuffix: null,
  billingPeriod: "P1Y",
  commitment: null,
  minimum: "1",
  maximum: null,
  attributes: [],
};
const product = { headline: null, categories: ["Productivity", "Mail"], serviceType: "SaaS", plans: [plan] };

test("what it is and what it costs, in one line", () => {
  expect(previewText(product)).toBe("Productivity, SaaS. USD 48.00 per year.");
  expect(previewText({ ...product, headline: "Mail that arrives!" })).toBe("Mail that arrives! USD 48.00 per year.");
});

test("of several plans the one whose price it is is named; no price is not 0", () => {
  const trial = { ...plan, name: "Trial", price: { amount: "0.00", currency: "USD" } };
  expect(previewText({ ...product, plans: [trial, plan] })).toBe("Productivity, SaaS. Standard: USD 48.00 per year.");
  expect(previewText({ ...product, plans: [{ ...plan, price: null }] })).toBe("Productivity, SaaS.");
});

test("no address of a vendor stands in it, and it stays short", () => {
  const headline = `See https://www.ibm.com/x?y=1, www.vendor.example or cloud.vendor.com/shop for ${"more ".repeat(60)}`;
  const text = previewText({ ...product, headline });
  expect(text).not.toMatch(/ibm|vendor|http|www/);
  expect(text.length).toBeLessThanOrEqual(200);
});
