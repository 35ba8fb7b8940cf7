import { afterAll, beforeAll, expect, test } from "vitest";
import { startSandbox, type Sandbox } from "../start-sandbox";
import { createCaller, field } from "../test-caller";
import type { IbmProduct } from "./records";

let sandbox: Sandbox;
let caller: ReturnType<typeof createCaller>;
let maximo: IbmProduct;

beforeAll(async () => {
  sandbox = await startSandbox();
  caller = createCaller(sandbox);
  const found = sandbox.catalog.ibm.list.slice(0, 100).find(({ name }) => name === "IBM Maximo SaaS");
  if (!found) throw new Error("No Maximo in the demo catalog");
  maximo = found;
});
afterAll(() => sandbox.close());

const post = (path: string, body: object) => caller.ibm(path, { method: "POST", body: JSON.stringify(body) });
const contacts = [{ type: "END_CUSTOMER", email: "buyer@example.com" }];
const product = () => ({ id: maximo.id, planId: maximo.plans[0]?.id });
const basePart = () => maximo.plans[0]?.components[0]?.partIdentifier;

test("a configuration shows list price and the partner's side of it", async () => {
  const made = await post("/reseller/orders/configuration", {
    orderType: "3PM",
    countryCode: "USA",
    product: product(),
  });
  expect(made.status).toBe(201);
  const id = String(field(made.body, "ipmConfigId"));
  const read = await caller.ibm(`/reseller/orders/configuration/${id}?includePricingEstimates=true`);
  expect(field(read.body, "lineItems", 0, "pricingEstimate", "debit")).toEqual({
    suggestedEndCustomerPrice: "159",
    partnerExtendedPrice: "127.2",
  });
  const order = await post("/reseller/orders", { orderType: "3PM", ipmConfigId: id, contacts });
  expect(order.status).toBe(201);
  const mixed = await post("/reseller/orders", { orderType: "3PM", ipmConfigId: id, contacts, term: 12 });
  expect([mixed.status, field(mixed.body, "errorMessage")]).toEqual([400, expect.stringContaining("term")]);
});

test("an order by parts is taken when the base part is there", async () => {
  const lineItems = [{ itemNumber: "1", partIdentifier: basePart(), attributes: { item_qty: 10 } }];
  const placed = await post("/reseller/orders", { orderType: "3PM", product: product(), contacts, lineItems });
  const reference = String(field(placed.body, "orderReferenceNumber"));
  expect((await caller.ibm(`/reseller/orders/${reference}`)).body).toMatchObject({ status: "IN_PROGRESS" });
});

test.each([
  ["without the base part", { lineItems: [] }, "is required"],
  ["with a part of another plan", { lineItems: [{ partIdentifier: "D1BCYLL" }] }, "not in this plan"],
  ["without contacts", { contacts: [] }, "contacts"],
  ["of another kind", { orderType: "X" }, "orderType"],
  ["for an unknown plan", { product: { id: "none", planId: "none" } }, "not known"],
])("an order %s is a 400 in the reseller shape", async (_, change, words) => {
  const lineItems = [{ partIdentifier: basePart() }];
  const answer = await post("/reseller/orders", {
    orderType: "3PM",
    product: product(),
    contacts,
    lineItems,
    ...change,
  });
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({ errorCode: "MP0010E", errorMessage: expect.stringContaining(words) });
});
