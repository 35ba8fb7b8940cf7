import { afterEach, describe, expect, it } from "vitest";
import { crawlAll, failureOf } from "@/lib/vendors/contract-suite";
import config from "@/lib/vendors/ibm/fixtures/plan-config-array.json";
import fixture from "@/lib/vendors/ibm/fixtures/product.json";
import { createIbmSource } from "@/lib/vendors/ibm/source";
import type { VendorRuntime } from "@/lib/vendors/runtime";
import { sendJson, startTestServer, type TestServer } from "@/lib/vendors/test-server";

const signal = new AbortController().signal;
let server: TestServer;
afterEach(() => server.close());

function source(more: Partial<VendorRuntime> = {}) {
  const settings = { baseUrl: server.baseUrl, clientId: "demo-id", clientSecret: "demo-secret" };
  return createIbmSource({ ...settings, timeoutMs: 2_000, ...more });
}

const productNo = (number: number) => ({ id: `${number}`.padStart(32, "0"), name: `Product ${number}` });

/** 237 products in numbered pages; what an answer says about itself is up to the test. */
async function startPages(describePage: (page: number, pageSize: number) => object) {
  server = await startTestServer((request, response) => {
    const url = new URL(request.url ?? "", "http://x");
    const [page, pageSize] = ["page", "pageSize"].map((name) => parseInt(url.searchParams.get(name) ?? "", 10));
    const from = ((page ?? 1) - 1) * (pageSize ?? 10);
    const size = Math.max(0, Math.min(pageSize ?? 10, 237 - from));
    const data = Array.from({ length: size }, (_, at) => productNo(from + at));
    sendJson(response, { data, ...describePage(page ?? 1, pageSize ?? 10) });
  });
}

describe("the page walk", () => {
  const self = "https://elsewhere.example/v2?page=1";
  const pageTotal = 24;
  const told: readonly [string, (page: number, pageSize: number) => object][] = [
    ["links", (page) => ({ links: { self, ...(page < pageTotal ? { next: self } : {}) } })],
    ["relative links", (page) => ({ links: { self: "/a", ...(page < pageTotal ? { next: "/a?page=99" } : {}) } })],
    ["pageTotal", (page, pageSize) => ({ metadata: { page, pageSize, pageTotal } })],
    ["the total", (page, pageSize) => ({ metadata: { page, pageSize, total: 237 } })],
    ["pages that are not full", (page, pageSize) => ({ metadata: { page, pageSize } })],
    [
      "numbers written as texts",
      (page, pageSize) => ({ metadata: { page: `${page}`, pageSize: `${pageSize}`, pageTotal: "24", total: "237" } }),
    ],
    ["the numbers where the links are silent", (page) => ({ links: {}, metadata: { page, pageTotal, total: 237 } })],
  ];
  it.each(told)("reads 237 products in pages of 10 by %s", async (_name, describePage) => {
    await startPages(describePage);
    const { products } = await crawlAll(source({ pageSize: 10 }));
    expect(new Set(products.map(({ externalId }) => externalId)).size).toBe(237);
    expect(products).toHaveLength(237);
    expect(server.asked).toHaveLength(24);
    expect(server.asked[1]).toBe("GET /base/v2/catalog/reseller/products?locale=en-us&page=2&pageSize=10");
  });

  it("asks on where an answer says nothing about itself", async () => {
    await startPages(() => ({}));
    expect((await crawlAll(source({ pageSize: 100 }))).products).toHaveLength(237);
    expect(server.asked).toHaveLength(4);
    await server.close();
    const data = Array.from({ length: 237 }, (_, at) => productNo(at));
    server = await startTestServer((_request, response) => sendJson(response, { data }));
    expect((await crawlAll(source({ pageSize: 100 }))).products).toHaveLength(237);
    expect(server.asked).toHaveLength(2);
  });

  it("goes by the numbers when links stop too early", async () => {
    await startPages((page) => ({ links: { self }, metadata: { page, pageTotal, total: 237 } }));
    expect((await crawlAll(source({ pageSize: 10 }))).products).toHaveLength(237);
  });

  it("takes an answer that holds everything at once", async () => {
    const data = Array.from({ length: 237 }, (_, at) => productNo(at));
    const metadata = { count: 237, offset: 0, page: 1, pageSize: 237, pageTotal: 1, total: 237 };
    server = await startTestServer((_request, response) => sendJson(response, { data, links: { self }, metadata }));
    expect((await crawlAll(source({ pageSize: 10 }))).products).toHaveLength(237);
    expect(server.asked).toHaveLength(1);
  });
});

describe("the nine endpoints", () => {
  const lists = { categories: ["Analytics", 5], topics: ["<b>AI</b>"], "service-types": ["API"], locales: ["EN-US"] };

  async function startVendor() {
    server = await startTestServer((request, response) => {
      const path = new URL(request.url ?? "", "http://x").pathname.replace("/base/v2/catalog/", "");
      const list = Object.entries(lists).find(([name]) => name === path)?.[1];
      if (list) return sendJson(response, { data: list, links: { self: "" }, metadata: { count: list.length } });
      if (path.endsWith("/config")) return sendJson(response, config);
      if (path.endsWith("products"))
        return sendJson(response, { data: [fixture.data], metadata: { page: 3, total: 21 } });
      return sendJson(response, fixture);
    });
  }

  it("are asked with both headers and every documented parameter", async () => {
    await startVendor();
    const ibm = source();
    const filters = {
      category: "c d",
      name: "n",
      primaryCategory: "p",
      partNumber: "i",
      provider: "IBM",
      serviceType: "s",
      topic: "cat.topic:T",
    };
    const { products, publicProducts } = ibm.live;
    const answer = await publicProducts?.readPage({ locale: "en-us", filters, page: 3, pageSize: 10 }, signal);
    await publicProducts?.readProduct({ externalId: "a", partNumber: "-", locale: "de-de" }, signal);
    await products.readPage({ locale: "en-us", filters: {}, page: 1, pageSize: 50 }, signal);
    await products.readProduct({ externalId: null, partNumber: "b", locale: "de-de" }, signal);
    await ibm.fetchPlanConfiguration({ externalId: "c", planKey: "p/1", locale: "en-us" }, signal);
    expect(server.asked).toEqual([
      "GET /base/v2/catalog/products?locale=en-us&productId=i&naturalLanguageName=n&provider.name=IBM&category=c+d&primaryCategory=p&serviceType=s&topics=cat.topic%3AT&page=3&pageSize=10",
      "GET /base/v2/catalog/products/a?locale=de-de",
      "GET /base/v2/catalog/reseller/products?locale=en-us&page=1&pageSize=50",
      "GET /base/v2/catalog/reseller/products/b?locale=de-de",
      "GET /base/v2/catalog/reseller/products/c/plans/p%2F1/config?locale=en-us",
    ]);
    for (const headers of server.headers) {
      expect(headers).toMatchObject({ "x-ibm-client-id": "demo-id", "x-ibm-client-secret": "demo-secret" });
    }
    expect(answer).toMatchObject({ total: 21, products: [{ partNumber: "123AB45" }] });
  });

  it("give the four lists as plain words", async () => {
    await startVendor();
    expect(await source().fetchTaxonomy(signal)).toEqual({
      categories: ["Analytics"],
      topics: ["AI"],
      serviceTypes: ["API"],
      locales: ["en-us"],
    });
    expect(server.asked.toSorted()).toEqual(
      ["categories", "locales", "service-types", "topics"].map((name) => `GET /base/v2/catalog/${name}`),
    );
  });
});

const readOne = async (list: "products" | "publicProducts", locale = "en-us") =>
  source().live[list]?.readProduct({ externalId: "a", partNumber: "-", locale }, signal);

describe("errors", () => {
  const shapes: readonly [string, object, string][] = [
    ["of catalog routes", { error: { code: 422, message: "no such locale" } }, "(422)"],
    ["of reseller routes", { errorCode: "MP0010E", errorMessage: "an example" }, "(422, MP0010E)"],
    ["of reseller routes with an object", { errorCode: "MP0010E", errorMessage: { a: 1 } }, "(422, MP0010E)"],
    ["of the gateway", { httpCode: "422", httpMessage: "no", moreInformation: "more" }, "(422)"],
    ["of no known shape", { oops: true }, "(422)"],
  ];
  it.each(shapes)("%s are told in our words", async (_name, body, shown) => {
    server = await startTestServer((_request, response) => sendJson(response, body, 422));
    const error = await failureOf(readOne("publicProducts", "xx-xx"));
    expect(error.message).toBe(
      `IBM did not accept the request ${shown} when asked to read a public product. Check what was asked for.`,
    );
  });

  it.each([
    [404, {}],
    [400, { errorCode: "MP1808E", errorMessage: "not usable" }],
  ])("of a plan without a configuration (%i) are no errors", async (status, body) => {
    server = await startTestServer((_request, response) => sendJson(response, body, status));
    const plan = { externalId: "a", planKey: "b", locale: "en-us" };
    const ibm = source();
    expect(await ibm.fetchPlanConfiguration(plan, signal)).toBeNull();
    expect(ibm.health()).toMatchObject({ requests: 1, failures: 0, lastError: null, reachable: true });
  });

  it("of another kind stay errors", async () => {
    server = await startTestServer((_request, response) =>
      sendJson(response, { errorCode: "MP0010E", errorMessage: "" }, 400),
    );
    const plan = { externalId: "a", planKey: "b", locale: "en-us" };
    expect((await failureOf(source().fetchPlanConfiguration(plan, signal))).facts.kind).toBe("rejected");
  });

  it("name a single product that cannot be read", async () => {
    server = await startTestServer((_request, response) => sendJson(response, { data: { id: 5 } }));
    const error = await failureOf(readOne("products"));
    expect(error.message).toBe("IBM answered with a product we cannot read: unexpected content in: id, name.");
  });
});

describe("validators", () => {
  it("are sent back only where IBM gave one", async () => {
    let tagged = false;
    server = await startTestServer((request, response) => {
      if (request.headers["if-none-match"] === `"v1"`) response.writeHead(304).end();
      else sendJson(response, fixture, 200, tagged ? { etag: `"v1"` } : {});
    });
    const ibm = source();
    const read = () => ibm.live.products.readProduct({ externalId: "a", partNumber: "-", locale: "en-us" }, signal);
    await read();
    await read();
    expect(ibm.health().notModified).toBe(0);
    tagged = true;
    await read();
    expect(await read()).toMatchObject([{ partNumber: "123AB45" }]);
    expect(ibm.health()).toMatchObject({ notModified: 1, requests: 4 });
  });
});

describe("the four lists", () => {
  it("are given up together where one of them fails", async () => {
    let givenUp = 0;
    let waiting = 0;
    const refusals: (() => void)[] = [];
    server = await startTestServer((request, response) => {
      if (request.url?.endsWith("/categories")) refusals.push(() => sendJson(response, {}, 408));
      else response.on("close", () => (givenUp += 1));
      waiting += 1;
      if (waiting === 4) for (const refuse of refusals) refuse();
    });
    const ibm = source({ timeoutMs: 60_000 });
    expect((await failureOf(ibm.fetchTaxonomy(signal))).facts.status).toBe(408);
    await expect.poll(() => givenUp).toBe(3);
    expect(ibm.health()).toMatchObject({ reachable: false, requests: 4, failures: 1 });
  });
});
