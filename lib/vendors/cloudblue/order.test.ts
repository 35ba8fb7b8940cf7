import { describe, expect, it } from "vitest";
import { draftCloudBlueOrder } from "@/lib/vendors/cloudblue/order";
import type { NeutralOrder, OrderLine } from "@/lib/vendors/order-draft";

const licence: OrderLine = {
  partNumber: "91fd106f",
  externalId: null,
  planKey: "standard",
  service: "O365",
  provider: null,
  billingPeriod: "P1M",
  commitment: "P1Y",
  quantity: "1",
  attributes: { domain: "demo-customer" },
  components: [],
};
const addOn: OrderLine = { ...licence, partNumber: "53fc25f7", quantity: "2", attributes: {} };
const order: NeutralOrder = {
  customerReference: "1000001",
  purchaseOrderNumber: "myponumber",
  country: null,
  contacts: [],
  lines: [addOn, licence],
};

describe("a CloudBlue sales order", () => {
  it("looks like the vendor's worked example", () => {
    expect(draftCloudBlueOrder(order)).toEqual({
      missing: [],
      body: {
        type: "sales",
        customerId: "1000001",
        poNumber: "myponumber",
        products: [
          {
            mpn: "53fc25f7",
            quantity: 2,
            billingPeriod: { type: "month", duration: 1 },
            subscriptionPeriod: { type: "year", duration: 1 },
          },
          {
            mpn: "91fd106f",
            quantity: 1,
            billingPeriod: { type: "month", duration: 1 },
            subscriptionPeriod: { type: "year", duration: 1 },
            parameters: [{ name: "domain", value: "demo-customer" }],
          },
        ],
      },
    });
  });

  it("sends the vendor's id and manufacturer where they are known", () => {
    const { body } = draftCloudBlueOrder({ ...order, lines: [{ ...addOn, externalId: "sku-1", provider: "MAKER" }] });
    expect(body.products[0]).toMatchObject({ id: "sku-1", vendor: "MAKER" });
  });

  const incomplete: readonly [string, Partial<NeutralOrder>, string][] = [
    ["the customer", { customerReference: null }, "customerId"],
    ["products", { lines: [] }, "products"],
    ["one service for all", { lines: [licence, { ...addOn, service: "OTHER" }] }, "products"],
    ["a quantity above zero", { lines: [{ ...licence, quantity: "0" }] }, "quantity"],
    ["a quantity a JSON number can say", { lines: [{ ...licence, quantity: "9007199254740993" }] }, "quantity"],
  ];
  it.each(incomplete)("says that it lacks %s", (_name, change, field) => {
    expect(draftCloudBlueOrder({ ...order, ...change }).missing.map((fact) => fact.field)).toContain(field);
  });
});
