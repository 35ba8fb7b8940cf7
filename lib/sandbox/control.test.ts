import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startSandbox, type Sandbox } from "./start-sandbox";
import { call, createCaller, field, rows } from "./test-caller";

const LICENCE = "91fd106f-4b2c-4938-95ac-f54f74e9a239";

let sandbox: Sandbox;
let caller: ReturnType<typeof createCaller>;

beforeAll(async () => {
  sandbox = await startSandbox({ products: 500 });
  caller = createCaller(sandbox);
});
afterEach(() => sandbox.faults.clear());
afterAll(() => sandbox.close());

const total = async () => field((await caller.cloudblue("/products?limit=1")).body, "pagination", "total");

test("faults are set, listed with their hits, and removed over HTTP", async () => {
  const set = await caller.control("POST", "/faults", [
    { kind: "status", status: 503, vendor: "cloudblue", route: "products" },
    { kind: "latency", ms: 1 },
  ]);
  expect([set.status, field(set.body, "ids")]).toEqual([201, ["fault-1", "fault-2"]]);
  expect((await caller.cloudblue("/products")).status).toBe(503);
  expect(field((await caller.control("GET", "/faults")).body, "faults", 0)).toMatchObject({ kind: "status", hits: 1 });
  await caller.control("DELETE", "/faults/fault-1");
  expect((await caller.cloudblue("/products")).status).toBe(200);
  expect(field((await caller.control("DELETE", "/faults")).body, "faults")).toEqual([]);
});

test.each([
  [{ kind: "meteor" }, "kind must be one of"],
  [{ kind: "cut" }, "bytes of cut"],
  [{ kind: "reset", ms: 5 }, "no field ms"],
  [{ kind: "reset", vendor: "acme" }, "vendor must be"],
  [{ kind: "body", form: "odd" }, "form must be"],
  [{ kind: "latency", ms: -1 }, "ms of latency"],
  [{ kind: "status", status: 9999 }, "status must be"],
  [{ kind: "status", status: 429, bodyShape: "odd" }, "bodyShape must be"],
  [{ kind: "hang", at: "end" }, "at must be"],
  ["reset", "JSON object"],
])("the fault %j is refused with the reason", async (fault, words) => {
  const answer = await caller.control("POST", "/faults", fault);
  expect([answer.status, field(answer.body, "message")]).toEqual([400, expect.stringContaining(words)]);
  expect(sandbox.faults.list()).toEqual([]);
});

/** What a kind cannot do without. */
const needed: Readonly<Record<string, object>> = {
  latency: { ms: 1 },
  status: { status: 503 },
  cut: { bytes: 9 },
  drip: { bytes: 9, ms: 1 },
  "content-type": { value: "text/plain" },
  "gzip-bomb": { megabytes: 1 },
  oversize: { megabytes: 1 },
  body: { form: "empty" },
  redirect: { location: "/elsewhere" },
  "total-drift": { step: 1 },
  overlap: { rows: 1 },
  "foreign-links": { origin: "http://other.example" },
};

test("every kind of fault has a switch over HTTP, stands in the README and does something", async () => {
  const { kinds } = (await caller.control("GET", "/faults")).body as { kinds: string[] };
  const readme = readFileSync(new URL("./README.md", import.meta.url), "utf8");
  for (const kind of kinds) {
    const set = await caller.control("POST", "/faults", {
      kind,
      vendor: "cloudblue",
      route: "products",
      ...needed[kind],
    });
    expect([kind, set.status]).toEqual([kind, 201]);
    expect(readme).toContain(`\`${kind}\``);
    const url = `${sandbox.settings.cloudblue.baseUrl}/products`;
    await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(kind === "hang" ? 50 : 5_000) })
      .then((answer) => answer.text())
      .catch(() => null);
    expect([kind, field((await caller.control("GET", "/faults")).body, "faults", 0, "hits")]).toEqual([kind, 1]);
    await caller.control("DELETE", "/faults");
  }
});

test("a web page cannot reach the switches", async () => {
  const url = `http://127.0.0.1:${sandbox.port}/sandbox/faults`;
  const body = JSON.stringify({ kind: "down" });
  expect((await call(url, { method: "POST", body })).status).toBe(415);
  const headers = { "content-type": "application/json", origin: "http://page.example" };
  expect((await call(url, { method: "POST", body, headers })).status).toBe(403);
});

test("a price, a cost, a limit change; a product goes and comes", async () => {
  const licence = async () => rows(await caller.cloudblue(`/products?mpn=${LICENCE}`))[0];
  const change = (body: object) => caller.control("POST", "/catalog", { vendor: "cloudblue", mpn: LICENCE, ...body });
  await change({ action: "price", amount: "21.3" });
  await change({ action: "cost", amount: "18.05" });
  await change({ action: "update", change: { maximumQuantity: "99.0" } });
  expect(await licence()).toMatchObject({
    costs: [{ amount: "18.05" }],
    prices: [{ amount: "21.3" }],
    maximumQuantity: "99.0",
  });
  expect(await total()).toBe(500);
  await change({ action: "withdraw" });
  expect([await licence(), await total()]).toEqual([undefined, 499]);
  await change({ action: "add", product: { mpn: LICENCE, name: "Back again" }, position: 0 });
  expect(await licence()).toMatchObject({ mpn: LICENCE, name: "Back again" });
  expect(await total()).toBe(500);
  expect((await change({ action: "explode" })).status).toBe(400);
});

test("generated products change and go as well", async () => {
  const mpn = "DEMO-GEN-00001-B1";
  expect(sandbox.catalog.cloudblue.setAmount(mpn, { side: "prices", amount: "7.77" })).toBe(3);
  const found = rows(await caller.cloudblue(`/products?mpn=${mpn}`));
  expect(found.map((row) => field(row, "prices", 0, "amount"))).toEqual(["7.77", "7.77", "7.77"]);
  const before = Number(await total());
  expect(sandbox.catalog.cloudblue.withdraw(mpn)).toBe(3);
  expect(await total()).toBe(before - 3);
  expect(rows(await caller.cloudblue(`/products?mpn=${mpn}`))).toEqual([]);
});

test("an IBM product changes price, is archived, withdrawn and added", async () => {
  const id = "34c03458eceefb2ca29cbb220545a1f67";
  const read = () => caller.ibm(`/catalog/products/${id}?locale=en-us`);
  const change = (body: object) => caller.control("POST", "/catalog", { vendor: "ibm", id, ...body });
  await change({ action: "price", planId: "01t50000004K1mfABC", amount: "31.5" });
  await change({ action: "archive" });
  const product = field((await read()).body, "data");
  expect(product).toMatchObject({ archived: true, purchasePlans: [{ price: "31.50", formattedPrice: "$31.50 USD" }] });
  expect(field(product, "lastModified")).toBeGreaterThan(1507661029);
  await change({ action: "withdraw" });
  expect((await read()).status).toBe(404);
  await change({ action: "add", product: { id, name: "IBM Product ABC, second edition" } });
  expect(field((await read()).body, "data", "name")).toBe("IBM Product ABC, second edition");
});

test("requests are logged by route and without secrets", async () => {
  await caller.control("DELETE", "/requests");
  await caller.cloudblue("/products?limit=2");
  await caller.ibm("/catalog/topics");
  expect(sandbox.requests.count()).toBe(2);
  expect(sandbox.requests.count({ vendor: "ibm", route: "topics" })).toBe(1);
  const log = await caller.control("GET", "/requests");
  expect(field(log.body, "requests", 0)).toMatchObject({ route: "products", target: "/products?limit=2", status: 200 });
  expect(log.text).not.toContain(sandbox.settings.cloudblue.subscriptionKey);
  expect(log.text).not.toContain(sandbox.settings.ibm.clientSecret);
});

test("dialect, clock and tokens have their switches", async () => {
  await caller.control("POST", "/dialect", { ibm: { components: "object" } });
  expect(sandbox.dialect.ibm.components).toBe("object");
  expect(sandbox.dialect.ibm.planType).toBe("Buy");
  await caller.signIn();
  await caller.control("POST", "/tokens", {});
  expect((await caller.cloudblue("/products")).status).toBe(401);
  await caller.signIn();
  await caller.control("POST", "/clock", { seconds: 1501 });
  expect((await caller.cloudblue("/products")).status).toBe(401);
});
