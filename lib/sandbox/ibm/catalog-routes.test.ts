import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { defaultDialect } from "../dialect";
import { startSandbox, type Sandbox } from "../start-sandbox";
import { call, createCaller, field, rows } from "../test-caller";

const DOCUMENTED_ID = "34c03458eceefb2ca29cbb220545a1f67";
const DOCUMENTED_PLAN = "01t50000004K1mfABC";

let sandbox: Sandbox;
let caller: ReturnType<typeof createCaller>;

beforeAll(async () => {
  sandbox = await startSandbox({ ibmProducts: 237 });
  caller = createCaller(sandbox);
});
afterEach(() => {
  Object.assign(sandbox.dialect.ibm, defaultDialect().ibm);
});
afterAll(() => sandbox.close());

const idsOf = (answer: Awaited<ReturnType<typeof caller.ibm>>) => rows(answer).map((row) => field(row, "id"));

describe("credentials", () => {
  const { clientId, clientSecret } = { clientId: "sandbox-ibm-client-id", clientSecret: "wrong" };
  test.each([
    ["none", {}],
    ["only the id", { "x-ibm-client-id": clientId }],
    ["a wrong secret", { "x-ibm-client-id": clientId, "x-ibm-client-secret": clientSecret }],
  ])("%s: catalog routes answer as documented, reseller routes through the gateway", async (_, headers) => {
    const base = `${sandbox.settings.ibm.baseUrl}/v2/catalog`;
    const open = await call(`${base}/products?locale=en-us`, { headers });
    expect([open.status, open.body]).toEqual([401, { error: { code: 401, message: "Unauthorized" } }]);
    const reseller = await call(`${base}/reseller/products?locale=en-us`, { headers });
    expect([reseller.status, reseller.body]).toEqual([
      401,
      { httpCode: "401", httpMessage: "Unauthorized", moreInformation: expect.any(String) },
    ]);
  });

  test("the gateway's shape can be switched on for catalog routes", async () => {
    sandbox.dialect.ibm.authErrorBody = "gateway";
    const answer = await call(`${sandbox.settings.ibm.baseUrl}/v2/catalog/topics`);
    expect(answer.body).toHaveProperty("httpCode", "401");
  });
});

describe("public list", () => {
  test("237 products at page size 10 are 237, led from page to page by links", async () => {
    const seen: unknown[] = [];
    let pages = 0;
    let next: unknown = `${sandbox.settings.ibm.baseUrl}/v2/catalog/products?locale=en-us&pageSize=10`;
    while (typeof next === "string") {
      const url = new URL(next);
      const answer = await caller.ibm(`${url.pathname.split("/v2")[1] ?? ""}${url.search}`);
      seen.push(...idsOf(answer));
      pages += 1;
      const links = field(answer.body, "links");
      next = typeof links === "object" && links !== null && "next" in links ? links.next : undefined;
    }
    expect(pages).toBe(24);
    expect(new Set(seen).size).toBe(237);
  });

  test("metadata and links of a middle page", async () => {
    const answer = await caller.ibm("/catalog/products?locale=en-us&page=3&pageSize=100");
    expect(field(answer.body, "metadata")).toEqual({
      count: 37,
      offset: 200,
      page: 3,
      pageSize: 100,
      pageTotal: 3,
      total: 237,
    });
    const links = field(answer.body, "links");
    expect(links).toEqual({
      first: expect.stringContaining("page=1&"),
      last: expect.stringContaining("page=3&"),
      prev: expect.stringContaining("page=2&"),
      self: expect.stringContaining("page=3&"),
    });
  });

  test.each([
    ["no locale", "", 400],
    ["an unknown locale", "?locale=xx-xx", 422],
    ["the checkout form of a locale", "?locale=en_US", 422],
    ["page 0", "?locale=en-us&page=0", 400],
    ["a page size in words", "?locale=en-us&pageSize=ten", 400],
  ])("%s is refused in the catalog's shape", async (_, query, status) => {
    const answer = await caller.ibm(`/catalog/products${query}`);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ error: { code: status, message: expect.any(String) } });
  });

  test("an unknown locale can also mean an empty list", async () => {
    sandbox.dialect.ibm.unknownLocale = "empty";
    expect(rows(await caller.ibm("/catalog/products?locale=xx-xx"))).toEqual([]);
  });

  test.each([
    ["category", "Security"],
    ["primaryCategory", "Security"],
    ["topics", "cat.topic:MobileSecurity"],
    ["serviceType", "Runtime"],
    ["provider.name", "Fernblick Demo GmbH"],
    ["naturalLanguageName", "Product ABC"],
    ["productId", "123AB45"],
  ])("%s filters exactly and by case", async (name, value) => {
    const total = async (wanted: string) =>
      field(
        (await caller.ibm(`/catalog/products?locale=en-us&${name}=${encodeURIComponent(wanted)}`)).body,
        "metadata",
        "total",
      );
    const found = await total(value);
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(237);
    expect(await total(value.toLowerCase())).toBe(0);
    expect(await total(value.slice(0, -1))).toBe(0);
  });

  test("two filters must both hold", async () => {
    const answer = await caller.ibm(
      "/catalog/products?locale=en-us&category=Security&provider.name=Burgwall%20Demo%20AG",
    );
    expect(rows(answer).map((row) => field(row, "name"))).toEqual(["Burgwall Container Security"]);
  });
});

describe("locales", () => {
  test("text and currency follow the locale", async () => {
    const read = async (locale: string) => {
      const answer = await caller.ibm(`/catalog/products?locale=${locale}&naturalLanguageName=Blueworks%20Live`);
      const [product] = rows(answer);
      return [
        field(product, "locale"),
        field(product, "description"),
        field(product, "purchasePlans", 1, "formattedPrice"),
      ];
    };
    expect(await read("en-us")).toEqual(["en-us", "Draw how work is done, together, in the browser.", "$53.00 USD"]);
    expect(await read("de-de")).toEqual(["de-de", "Abläufe gemeinsam im Browser modellieren.", "€48.76 EUR"]);
    expect(await read("fr-fr")).toEqual([
      "fr-fr",
      "Modélisez vos processus à plusieurs, dans le navigateur.",
      "€48.76 EUR",
    ]);
    expect(await read("ja-jp")).toEqual(["ja-jp", "業務プロセスをブラウザーで共同モデリング。", "¥7950 JPY"]);
  });

  test("a name follows the locale where it is translated", async () => {
    const nameIn = async (locale: string) => {
      const path = `/catalog/products?locale=${locale}&provider.name=Nordlicht%20Demo%20GmbH`;
      return rows(await caller.ibm(path)).map((row) => field(row, "name"));
    };
    expect(await nameIn("en-us")).toEqual(["Nordlicht Status Pages"]);
    expect(await nameIn("de-de")).toEqual(["Nordlicht Statusseiten"]);
  });

  test("a product is only listed where it is offered", async () => {
    const count = async (locale: string) =>
      field(
        (await caller.ibm(`/catalog/products?locale=${locale}&provider.name=Fernblick%20Demo%20GmbH`)).body,
        "metadata",
        "total",
      );
    expect([await count("de-de"), await count("ja-jp")]).toEqual([1, 0]);
  });

  test("simple lists carry a count", async () => {
    for (const name of ["categories", "topics", "service-types", "locales"]) {
      const answer = await caller.ibm(`/catalog/${name}`);
      expect(field(answer.body, "metadata")).toEqual({ count: rows(answer).length });
      expect(rows(answer).length).toBeGreaterThan(4);
    }
  });
});

describe("reseller list", () => {
  test("is one answer, a true part of the public list", async () => {
    const answer = await caller.ibm("/catalog/reseller/products?locale=en-us");
    const open = await Promise.all(
      [1, 2].map((page) => caller.ibm(`/catalog/products?locale=en-us&pageSize=200&page=${page}`)),
    );
    const publicIds = new Set(open.flatMap(idsOf));
    const ids = idsOf(answer);
    expect(ids.length).toBeLessThan(publicIds.size);
    expect(ids.filter((id) => !publicIds.has(id))).toEqual([]);
    expect(field(answer.body, "metadata")).toMatchObject({
      count: ids.length,
      total: ids.length,
      page: 1,
      pageTotal: 1,
    });
  });

  test("can be paged, and then holds the same products", async () => {
    const whole = idsOf(await caller.ibm("/catalog/reseller/products?locale=en-us"));
    sandbox.dialect.ibm.resellerList = "paged";
    const paged: unknown[] = [];
    for (let page = 1; page <= Math.ceil(whole.length / 50); page++) {
      paged.push(...idsOf(await caller.ibm(`/catalog/reseller/products?locale=en-us&page=${page}&pageSize=50`)));
    }
    expect(paged).toEqual(whole);
  });

  test.each([
    ["/catalog/reseller/products", 400],
    ["/catalog/reseller/products?locale=xx-xx", 400],
    ["/catalog/reseller/products/none?locale=en-us", 400],
    ["/catalog/reseller/products/none/plans/none/config", 400],
  ])("%s is refused in the reseller shape", async (path, status) => {
    const answer = await caller.ibm(path);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ errorCode: "MP0010E", errorMessage: expect.any(String) });
  });
});

describe("one product", () => {
  test("the documented one comes back with the documented values", async () => {
    const answer = await caller.ibm(`/catalog/products/${DOCUMENTED_ID}?locale=en-us`);
    expect(field(answer.body, "data")).toMatchObject({
      id: DOCUMENTED_ID,
      productKey: "IBM_20394857230948572",
      name: "IBM Product ABC",
      lastModified: 1507661029,
      primaryCategoryTopic: "cat.topic:WebAnalytics",
      purchasePlans: [
        {
          id: DOCUMENTED_PLAN,
          name: "Plus",
          price: "30.00",
          formattedPrice: "$30.00 USD",
          prefix: "Starting at",
          suffix: "per month",
          supportsReferralsOnly: "true",
          type: "Buy",
          unit: "USD",
        },
      ],
    });
    expect(field(answer.body, "links", "self")).toContain(DOCUMENTED_ID);
  });

  test("unknown: 404; without locale: 422", async () => {
    expect((await caller.ibm("/catalog/products/none?locale=en-us")).status).toBe(404);
    expect((await caller.ibm(`/catalog/products/${DOCUMENTED_ID}`)).status).toBe(422);
  });

  test("an unchanged answer is 304 to who holds its tag", async () => {
    const path = `/catalog/products/${DOCUMENTED_ID}?locale=en-us`;
    const tag = (await caller.ibm(path)).headers.get("etag") ?? "";
    const again = await caller.ibm(path, { headers: { "if-none-match": tag } });
    expect([again.status, again.text]).toEqual([304, ""]);
    expect((await caller.ibm(path, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });
});

describe("plan configuration", () => {
  const path = `/catalog/reseller/products/${DOCUMENTED_ID}/plans/${DOCUMENTED_PLAN}/config`;

  test("the documented one, components as a list", async () => {
    const { body } = await caller.ibm(path);
    expect(field(body, "components")).toEqual([
      {
        allowedPartChanges: "D1BCWLL",
        attributes: [
          {
            attributeName: "item_qty",
            description: "Number of users",
            displayValues: [{ "Asia-Pacific": "AP" }],
            listUnitPrice: ["50"],
            max: "100",
            min: "1",
            name: "Users",
            optional: false,
            supportsOrderUpdates: true,
            type: "number",
            unitOfMeasure: "users",
            values: "AP",
          },
        ],
        currencyCode: "USD",
        description: "Watson Analytics for one team",
        name: "IBM Watson Analytics",
        partIdentifier: "D1BCYLL",
        partType: "bundle",
        required: true,
      },
    ]);
    expect(field(body, "type")).toBe("Buy");
  });

  test("components as one object and capitals in the type, as in the vendor's example", async () => {
    Object.assign(sandbox.dialect.ibm, { components: "object", planType: "BUY" });
    const { body } = await caller.ibm(path);
    expect(field(body, "components", "partIdentifier")).toBe("D1BCYLL");
    expect(field(body, "type")).toBe("BUY");
  });

  test("a plan that cannot be configured says so with its own code", async () => {
    const product = sandbox.catalog.ibm.list.slice(0, 85).find(({ name }) => name === "IBM Cloudant");
    const plan = product?.plans.find(({ configurable }) => !configurable);
    const answer = await caller.ibm(`/catalog/reseller/products/${product?.id}/plans/${plan?.id}/config`);
    expect([answer.status, field(answer.body, "errorCode")]).toEqual([400, "MP1808E"]);
  });
});
