import { describe, expect, it } from "vitest";
import { draftIbmOrder } from "@/lib/vendors/ibm/order";
import type { NeutralOrder, OrderLine } from "@/lib/vendors/order-draft";

const line: OrderLine = {
  partNumber: "123AB45",
  externalId: "7627f2ad502ad84e75188ecce0a698bb",
  planKey: "EID2RPAX",
  service: null,
  provider: "IBM",
  billingPeriod: "P1M",
  commitment: "P1Y",
  quantity: "5",
  attributes: {},
  components: [
    { key: "D2302LL", attributes: {} },
    { key: "D20ENLL", attributes: { item_qty: "2", region: "EU" } },
  ],
};
const order: NeutralOrder = {
  customerReference: null,
  purchaseOrderNumber: "PO-1",
  country: "USA",
  contacts: [
    {
      role: "customer",
      firstName: "Demo",
      lastName: "Customer",
      email: "demo@example.com",
      addressLine: "1 Example Street",
      city: "Sampletown",
      postalCode: "00000",
      state: null,
      country: "USA",
      language: "en",
    },
  ],
  lines: [line],
};

describe("an IBM 3PM order", () => {
  it("has the plan, the term in months and a line for each part", () => {
    const { body, missing } = draftIbmOrder(order);
    expect(missing).toEqual([]);
    expect(body).toMatchObject({
      orderType: "3PM",
      product: { id: "7627f2ad502ad84e75188ecce0a698bb", planId: "EID2RPAX" },
      term: 12,
      billingFrequency: "M",
      countryCode: "USA",
      purchaseOrderNumber: "PO-1",
      contacts: [{ type: "END_CUSTOMER", addressLine1: "1 Example Street", communicationLanguage: "en" }],
    });
    expect(body.lineItems).toEqual([
      { itemNumber: "1", partIdentifier: "D2302LL", attributes: { item_qty: 5 } },
      { itemNumber: "2", partIdentifier: "D20ENLL", attributes: { item_qty: 2, region: "EU" } },
    ]);
  });

  it("is billed upfront where the whole term is one period", () => {
    expect(draftIbmOrder({ ...order, lines: [{ ...line, billingPeriod: "P1Y" }] }).body.billingFrequency).toBe("U");
  });

  it("never accepts a licence on anybody's behalf", () => {
    expect(draftIbmOrder(order).body).not.toHaveProperty("licenseAcceptance");
  });

  const incomplete: readonly [string, Partial<NeutralOrder>, string][] = [
    ["the country", { country: null }, "countryCode"],
    ["the customer's contact", { contacts: [] }, "contacts"],
    ["the term", { lines: [{ ...line, commitment: null }] }, "term"],
    ["the frequency", { lines: [{ ...line, billingPeriod: null }] }, "billingFrequency"],
    ["the parts", { lines: [{ ...line, components: [] }] }, "lineItems"],
    ["the product's id", { lines: [{ ...line, externalId: null }] }, "product.id"],
    ["one plan for all", { lines: [line, { ...line, planKey: "OTHER" }] }, "product"],
    ["a quantity", { lines: [{ ...line, quantity: "0" }] }, "quantity"],
    ["any line", { lines: [] }, "lineItems"],
  ];
  it.each(incomplete)("says that it lacks %s", (_name, change, field) => {
    expect(draftIbmOrder({ ...order, ...change }).missing.map((fact) => fact.field)).toContain(field);
  });
});
