import { afterEach, describe, expect, it } from "vitest";
import { createCloudBlueSource } from "@/lib/vendors/cloudblue/source";
import { crawlAll, failureOf } from "@/lib/vendors/contract-suite";
import type { VendorRuntime } from "@/lib/vendors/runtime";
import { sendJson, startTestServer, type TestServer } from "@/lib/vendors/test-server";
import { systemClock } from "@/lib/vendors/transport/clock";

const signal = new AbortController().signal;
const credentials = {
  username: "demo-user",
  password: "demo-password",
  subscriptionKey: "demo-key",
  marketplace: "us",
};
let server: TestServer;
afterEach(() => server.close());

type Vendor = { tokenSeconds?: number | undefined; refuse?: (nth: number) => boolean; body?: unknown };

/** A vendor of one page whose tokens are counted. */
async function startVendor({ tokenSeconds, refuse = () => false, body }: Vendor = {}) {
  let logins = 0;
  let calls = 0;
  const bodies: string[] = [];
  server = await startTestServer((request, response) => {
    if (request.url === "/base/token") {
      logins += 1;
      request.on("data", (chunk: Buffer) => bodies.push(chunk.toString()));
      return sendJson(response, { token: `demo-token-${logins}`, expiresInSeconds: tokenSeconds ?? 1500 });
    }
    calls += 1;
    if (refuse(calls)) return sendJson(response, { message: "expired" }, 401);
    return sendJson(
      response,
      body ?? { data: [{ mpn: "A", name: "A" }], pagination: { offset: 0, limit: 10, total: 1 } },
    );
  });
  return { logins: () => logins, bodies };
}

function source(more: Partial<VendorRuntime> = {}) {
  return createCloudBlueSource({ baseUrl: server.baseUrl, ...credentials, timeoutMs: 2_000, ...more });
}

describe("logging in", () => {
  it("sends Basic, the subscription key and the marketplace, then bearer and key", async () => {
    const vendor = await startVendor();
    await source().probe(signal);
    expect(server.asked).toEqual(["POST /base/token", "GET /base/products?limit=1"]);
    expect(server.headers[0]).toMatchObject({
      authorization: `Basic ${btoa("demo-user:demo-password")}`,
      "x-subscription-key": "demo-key",
    });
    expect(JSON.parse(vendor.bodies.join(""))).toEqual({ marketplace: "us" });
    expect(server.headers[1]).toMatchObject({ authorization: "Bearer demo-token-1", "x-subscription-key": "demo-key" });
  });

  it("happens once for fifty who ask at the same time", async () => {
    const vendor = await startVendor();
    const shared = source();
    await Promise.all(Array.from({ length: 50 }, () => shared.probe(signal)));
    expect(vendor.logins()).toBe(1);
  });

  it.each([
    [1_500, 1_199, 1_201],
    [100, 39, 51],
    [50, 24, 26],
  ])("is renewed before a token of %i s ends", async (tokenSeconds, before, after) => {
    const vendor = await startVendor({ tokenSeconds });
    let seconds = 0;
    const clock = { ...systemClock, monotonicMs: () => seconds * 1000 };
    const shared = source({ clock });
    await shared.probe(signal);
    seconds = before;
    await shared.probe(signal);
    expect(vendor.logins()).toBe(1);
    seconds = after;
    await shared.probe(signal);
    expect(vendor.logins()).toBe(2);
  });

  const lives: readonly (readonly [unknown, number, number])[] = [
    ["1500", 1_199, 1_201],
    [" 100 ", 39, 51],
    [1_500.5, 1_199, 1_202],
    [604_800, 69_119, 69_121],
    ...[1e300, 0, -1, null, "", "soon", {}, undefined].map((stated) => [stated, 239, 241] as const),
  ];
  it.each(lives)("is renewed in time where the token is said to live %j s", async (expiresInSeconds, before, after) => {
    let logins = 0;
    server = await startTestServer((request, response) => {
      if (request.method === "GET") return sendJson(response, { data: [], pagination: { total: 0 } });
      logins += 1;
      sendJson(response, { token: `demo-token-${logins}`, expiresInSeconds, tokenType: "x", scope: [] });
    });
    let seconds = 0;
    const shared = source({ clock: { ...systemClock, monotonicMs: () => seconds * 1000 } });
    for (seconds of [0, before]) await shared.probe(signal);
    expect(logins).toBe(1);
    seconds = after;
    await shared.probe(signal);
    expect(logins).toBe(2);
  });

  it("happens once more when a token ends early, and the call goes through", async () => {
    const vendor = await startVendor({ refuse: (nth) => nth === 1 });
    const { products } = await crawlAll(source());
    expect(products).toHaveLength(1);
    expect(vendor.logins()).toBe(2);
  });

  it("is not tried a third time when the second token is refused too", async () => {
    const vendor = await startVendor({ refuse: () => true });
    const error = await failureOf(crawlAll(source()));
    expect(error.facts).toMatchObject({ kind: "unauthorized", status: 401 });
    expect(vendor.logins()).toBe(2);
    expect(server.asked.filter((line) => line.startsWith("GET"))).toHaveLength(2);
  });

  it("that is refused is the end", async () => {
    server = await startTestServer((_request, response) => sendJson(response, { statusCode: 401, message: "no" }, 401));
    const error = await failureOf(crawlAll(source()));
    expect(error.facts).toMatchObject({ kind: "unauthorized", operation: "log in" });
    expect(server.asked).toEqual(["POST /base/token"]);
    expect(error.message).toBe(
      "Ingram Micro refused the credentials (401) when asked to log in. Check the credentials in the server's settings.",
    );
  });

  it.each([{}, { token: "" }, { token: "a\r\nb" }, { token: 5 }, []])("takes no token from %j", async (answer) => {
    server = await startTestServer((_request, response) => sendJson(response, answer));
    expect((await failureOf(source().probe(signal))).facts.kind).toBe("malformed");
  });

  it("by one who gives up does not fail the others", async () => {
    await startVendor();
    const shared = source();
    const gone = new AbortController();
    const first = failureOf(shared.probe(gone.signal));
    const second = shared.probe(signal);
    gone.abort();
    expect((await first).facts.kind).toBe("cancelled");
    await second;
    expect(shared.health().credential).toBe("accepted");
  });
});

describe("live questions", () => {
  it("pass every filter on", async () => {
    await startVendor();
    const filters = { partNumber: "A&B", name: "n", service: "O365", provider: "v" };
    const answer = await source().live.products.readPage({ locale: "en-us", page: 3, pageSize: 7, filters }, signal);
    expect(server.asked[1]).toBe("GET /base/products?offset=14&limit=7&mpn=A%26B&name=n&serviceName=O365&vendor=v");
    expect(answer).toMatchObject({ total: 1, rejected: [], products: [{ partNumber: "A" }] });
  });

  it("find every variant of a part number, and nothing that is only like it", async () => {
    const rows = [
      { mpn: "A", name: "yearly", billingPeriod: { type: "year", duration: 1 } },
      { mpn: "A", name: "monthly", billingPeriod: { type: "month", duration: 1 } },
      { mpn: "AB", name: "another" },
    ];
    await startVendor({ body: { data: rows, pagination: { total: 3 } } });
    const ref = { externalId: null, partNumber: "A", locale: "en-us" };
    const found = await source().live.products.readProduct(ref, signal);
    expect(server.asked[1]).toBe("GET /base/products?limit=100&mpn=A");
    expect(found.map(({ name }) => name)).toEqual(["yearly", "monthly"]);
  });

  it("count in texts as in numbers", async () => {
    await startVendor({
      body: { data: [{ mpn: "A", name: "A" }], pagination: { offset: "0", limit: "7", total: "31" } },
    });
    const query = { locale: "en-us", page: 1, pageSize: 7, filters: {} };
    expect((await source().live.products.readPage(query, signal)).total).toBe(31);
  });

  it("log in anew where the login itself is in question", async () => {
    const vendor = await startVendor();
    const shared = source();
    await shared.probe(signal);
    await shared.probe(signal, { freshLogin: true });
    expect(vendor.logins()).toBe(2);
  });

  it("price an order without placing it", async () => {
    const product = { mpn: "A", quantity: "2.0", extendedPrice: { currency: "USD", amount: "2.10" } };
    await startVendor({ body: { total: { currency: "USD", amount: "2.10" }, products: [product] } });
    const line = { partNumber: "A", externalId: null, planKey: "standard", service: "S", provider: null };
    const rest = { billingPeriod: null, commitment: null, quantity: "2", attributes: {}, components: [] };
    const order = { customerReference: "1", purchaseOrderNumber: null, country: null, contacts: [] };
    const estimate = await source().estimateOrder({ ...order, lines: [{ ...line, ...rest }] }, signal);
    expect(server.asked[1]).toBe("POST /base/orders/estimate");
    const cost = { currency: "USD", amount: "2.10" };
    expect(estimate).toEqual({ kind: "estimate", total: cost, lines: [{ partNumber: "A", quantity: "2", cost }] });
  });

  it.each([null, [], {}, { data: {} }, { data: [] }, { data: [], pagination: { total: "many" } }])(
    "fail on the envelope %j",
    async (body) => {
      server = await startTestServer((request, response) =>
        request.method === "POST"
          ? sendJson(response, { token: "demo-token", expiresInSeconds: 1500 })
          : sendJson(response, JSON.stringify(body)),
      );
      expect((await failureOf(crawlAll(source()))).facts.kind).toBe("malformed");
    },
  );
});
