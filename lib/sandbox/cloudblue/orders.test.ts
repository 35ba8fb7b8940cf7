import { afterAll, beforeAll, expect, test } from "vitest";
import { startSandbox, type Sandbox } from "../start-sandbox";
import { createCaller, field } from "../test-caller";

const STORAGE = "53fc25f7-6639-4f78-bb44-3c2dfec3ed40";
const LICENCE = "91fd106f-4b2c-4938-95ac-f54f74e9a239";
const MONTH = { type: "month", duration: 1 };

let sandbox: Sandbox;
let caller: ReturnType<typeof createCaller>;

beforeAll(async () => {
  sandbox = await startSandbox();
  caller = createCaller(sandbox);
});
afterAll(() => sandbox.close());

const estimate = (products: unknown, more: object = {}) =>
  caller.cloudblue("/orders/estimate", {
    method: "POST",
    body: JSON.stringify({ type: "sales", customerId: "demo-customer", products, ...more }),
  });

test("a missing licence is added by the platform and priced", async () => {
  const answer = await estimate([{ mpn: STORAGE, quantity: "10.0" }]);
  expect(answer.status).toBe(200);
  expect(field(answer.body, "products")).toEqual([
    { mpn: STORAGE, quantity: "10.0", extendedPrice: { currency: "USD", amount: "10.5" } },
    { mpn: LICENCE, quantity: "1.0", extendedPrice: { currency: "USD", amount: "17.5" } },
  ]);
  expect(field(answer.body, "total")).toEqual({ currency: "USD", amount: "28" });
});

test("both sides of the margin are in the details", async () => {
  const answer = await estimate([{ mpn: LICENCE, quantity: 3 }]);
  expect(field(answer.body, "details", 0)).toMatchObject({
    unitPrice: { amount: "17.5" },
    extendedPrice: { amount: "52.5" },
    salesUnitPrice: { amount: "19.8" },
    salesExtendedPrice: { amount: "59.4" },
  });
});

test("a chain of three is added whole", async () => {
  const answer = await estimate([
    { mpn: "DEMO-MS-TEAMS-CALL-DOM", quantity: 5, billingPeriod: MONTH, subscriptionPeriod: MONTH },
  ]);
  const mpns = field(answer.body, "products");
  expect(mpns).toMatchObject([
    { mpn: "DEMO-MS-TEAMS-CALL-DOM" },
    { mpn: "DEMO-MS-TEAMS-PHONE" },
    { mpn: "DEMO-MS-TEAMS-ENT" },
  ]);
});

test("a cycle is added once and ends", async () => {
  const answer = await estimate([{ mpn: "DEMO-DW-CYCLE-A", quantity: 1 }]);
  expect(field(answer.body, "products")).toHaveLength(2);
});

test.each([
  ["an MPN with several variants", [{ mpn: "DEMO-MS-O365-E3", quantity: 1 }], "ambiguous"],
  ["periods nobody sells", [{ mpn: LICENCE, quantity: 1, billingPeriod: { type: "year", duration: 1 } }], "periods"],
  ["an unknown MPN", [{ mpn: "NOBODY", quantity: 1 }], "No entity"],
  [
    "two services",
    [
      { mpn: LICENCE, quantity: 1 },
      { mpn: "DEMO-AZ-PLAN", quantity: 1 },
    ],
    "one service",
  ],
  ["less than the minimum", [{ mpn: LICENCE, quantity: "0.5" }], "below the minimum"],
  ["more than the maximum", [{ mpn: LICENCE, quantity: 5001 }], "above the maximum"],
  ["a quantity that is no number", [{ mpn: LICENCE, quantity: "many" }], "not a number"],
  ["a requirement that is not delegated", [{ mpn: "DEMO-DW-DANGLING", quantity: 1 }], "not available"],
  ["nothing", [], "must not be empty"],
])("%s is a 400 that says so", async (_, products, words) => {
  const answer = await estimate(products);
  expect(answer.status).toBe(400);
  expect(field(answer.body, "message")).toContain(words);
});

test("an unlimited maximum takes any quantity", async () => {
  expect((await estimate([{ mpn: "DEMO-ACR-STD-WS", quantity: 1_000_000 }])).status).toBe(200);
});

test("a placed order can be read back and listed", async () => {
  const placed = await caller.cloudblue("/orders", {
    method: "POST",
    body: JSON.stringify({ type: "sales", customerId: "demo-7", products: [{ mpn: LICENCE, quantity: 1 }] }),
  });
  expect(placed.body).toMatchObject({ status: "submitted", orderNumber: expect.stringMatching(/^SO\d{6}$/) });
  const read = await caller.cloudblue(`/orders/${String(field(placed.body, "id"))}`);
  expect(read.body).toEqual(placed.body);
  expect(field((await caller.cloudblue("/orders?customerId=demo-7")).body, "pagination", "total")).toBe(1);
  expect((await caller.cloudblue("/orders/none")).status).toBe(404);
});
