import { addLine, apiClient, keyOf, newCart } from "@/e2e/harness/api-client";
import type { Desk } from "@/e2e/harness/desk";
import { rawRequest } from "@/e2e/harness/raw-request";
import { expect, test } from "@/e2e/fixtures";

const LICENCE = "91fd106f-4b2c-4938-95ac-f54f74e9a239";

const steady: Readonly<Record<string, string | RegExp>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "strict-transport-security": /^max-age=31536000; includeSubDomains$/,
  "referrer-policy": /^(?:no-referrer|strict-origin-when-cross-origin)$/,
  "content-security-policy": /frame-ancestors 'none'/,
};
const absent = ["x-powered-by", "access-control-allow-origin", "server"];
const json = { "content-type": "application/json" };

type Case = { readonly path: string; readonly status: number; readonly init?: RequestInit };

/** What is wrong with an answer's headers, in words; nothing = all is right. */
function faults({ status, headers }: Response, wanted: number): string[] {
  const wrong = Object.entries(steady).flatMap(([name, value]) => {
    const given = headers.get(name);
    const fits = typeof value === "string" ? given === value : value.test(given ?? "");
    return fits ? [] : [`${name}: ${given}`];
  });
  const shown = absent.filter((name) => headers.has(name));
  return [...wrong, ...shown, ...(status === wanted ? [] : [`status ${status} instead of ${wanted}`])];
}

const directives = (policy: string | null) =>
  new Map((policy ?? "").split(/;\s*/).map((part) => [part.split(" ")[0] ?? "", part.split(" ").slice(1)] as const));

async function check(desk: Desk, cookie: string | null, cases: readonly Case[]): Promise<Response[]> {
  const answers: Response[] = [];
  for (const { path, status, init = {} } of cases) {
    const headers = { ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string> | undefined) };
    const answer = await fetch(desk.url + path, { redirect: "manual", ...init, headers });
    expect([path, init.method, faults(answer, status)]).toEqual([path, init.method, []]);
    answers.push(answer);
  }
  return answers;
}

test("pages have the policy of this very answer, and nothing keeps them", async ({ desk }) => {
  const { cookie } = await apiClient(desk, "seller");
  const open = ["/", "/catalog", "/carts", "/quotes", "/changes", "/status", "/paste", "/compare", "/favourites"];
  const answers = [
    ...(await check(desk, cookie, [
      ...open.map((path) => ({ path, status: 200 })),
      { path: "/nothing-here", status: 404 },
      { path: "/carts/nothing-here", status: 404 },
      { path: "/%E0%A4%A", status: 404 },
      { path: "/icon.svg.html", status: 404 },
      { path: "/fonts/nothing-here", status: 404 },
      { path: "/favicon.ico.html", status: 404 },
    ])),
    ...(await check(desk, null, [
      { path: "/sign-in", status: 200 },
      { path: "/catalog", status: 307 },
      { path: "/share/quote/nothing-here", status: 404 },
    ])),
  ];
  for (const answer of answers) {
    const policy = directives(answer.headers.get("content-security-policy"));
    const nonce = policy.get("script-src")?.find((source) => source.startsWith("'nonce-"));
    expect([answer.url, nonce?.length]).toEqual([answer.url, "'nonce-'".length + 24]);
    expect(policy.get("script-src")).not.toContain("'unsafe-inline'");
    expect(policy.get("script-src")).not.toContain("'unsafe-eval'");
    expect(policy.get("object-src")).toEqual(["'none'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
    expect(policy.get("form-action")).toEqual(["'self'"]);
    expect([answer.url, answer.headers.get("cache-control")]).toEqual([
      answer.url,
      expect.stringMatching(/private.*no-store/),
    ]);
    const scripts = [...(await answer.text()).matchAll(/<(?:script|style)\b[^>]*>/g)].map(([tag]) => tag);
    const nonceOfTag = `nonce="${nonce?.slice("'nonce-".length, -1)}"`;
    expect([answer.url, scripts.filter((tag) => !tag.includes(nonceOfTag))]).toEqual([answer.url, []]);
  }
});

test("answers of the API have a policy under which nothing runs, whatever the status", async ({ desk }) => {
  const { cookie } = await apiClient(desk, "seller");
  const own = { ...json, origin: desk.url };
  const answers = [
    ...(await check(desk, cookie, [
      { path: "/api/session", status: 200 },
      { path: "/api/products?pageSize=1", status: 200 },
      { path: "/api/changes?format=csv", status: 200 },
      { path: "/api/openapi.json", status: 200 },
      { path: "/api/carts/nothing-here", status: 404 },
      { path: "/api/nothing-here", status: 404 },
      { path: "/api/carts", status: 405, init: { method: "PUT", headers: own, body: "{}" } },
      { path: "/api/carts", status: 403, init: { method: "POST", headers: json, body: "{}" } },
      { path: "/api/carts", status: 413, init: { method: "POST", headers: own, body: "x".repeat(300 * 1024) } },
      { path: "/api/carts", status: 415, init: { method: "POST", headers: { origin: desk.url }, body: "a=b" } },
      { path: "/api/carts", status: 422, init: { method: "POST", headers: own, body: "{}" } },
      { path: "/api/carts", status: 400, init: { method: "POST", headers: own, body: "{" } },
      { path: "/api/products?pageSize=0", status: 422 },
      { path: "/api/settings", status: 403 },
    ])),
    ...(await check(desk, null, [
      { path: "/api/health", status: 200 },
      { path: "/api/carts", status: 401 },
      {
        path: "/api/session",
        status: 401,
        init: { method: "POST", headers: own, body: '{"email":"a","password":"b"}' },
      },
    ])),
  ];
  for (const answer of answers) {
    expect(directives(answer.headers.get("content-security-policy")).get("default-src")).toEqual(["'none'"]);
    expect([answer.url, answer.headers.get("cache-control")]).toEqual([
      answer.url,
      expect.stringMatching(/^private, no-store/),
    ]);
    expect(answer.headers.get("content-type")).toMatch(
      /^(?:application\/(?:problem\+)?json|text\/csv); charset=utf-8$/,
    );
  }
});

test("share links are told to nobody and kept nowhere, open or not, as a page and as data", async ({ desk }) => {
  const seller = await apiClient(desk, "seller");
  const key = await keyOf(seller, "cloudblue", LICENCE);
  const cart = await addLine(seller, await newCart(seller), { vendor: "cloudblue", key, quantity: "1" });
  const post = async (path: string, body: unknown) => (await seller.send(path, { method: "POST", body })).body;
  const { number } = await post("/api/quotes", { cartId: cart.id, customer: { name: "Fabrikam Demo" } });
  await post(`/api/quotes/${number}/send`, {});
  const tokenOf = (link: { url: string }) => link.url.split("/").at(-1) ?? "";
  const quote = tokenOf(await post(`/api/quotes/${number}/links`, {}));
  const product = tokenOf(await post(`/api/products/cloudblue/${key}/links`, {}));
  const own = { ...json, origin: desk.url };
  const answers = await check(desk, null, [
    { path: `/share/quote/${quote}`, status: 200 },
    { path: `/share/quote/${quote}`, status: 200, init: { method: "HEAD" } },
    { path: `/share/quote/${quote}/print`, status: 200 },
    { path: `/share/product/${product}`, status: 200 },
    { path: "/share/quote/nothing-here", status: 404 },
    { path: "/share/nothing-here", status: 404 },
    { path: `/api/share/quotes/${quote}`, status: 200 },
    { path: `/api/share/products/${product}`, status: 200 },
    { path: "/api/share/quotes/nothing-here", status: 404 },
    { path: "/api/share/nothing-here", status: 404 },
    { path: `/api/share/quotes/${quote}`, status: 405, init: { method: "PUT", headers: own, body: "{}" } },
    { path: `/api/share/quotes/${quote}/accept`, status: 403, init: { method: "POST", headers: json, body: "{}" } },
    { path: `/api/share/quotes/${quote}/accept`, status: 422, init: { method: "POST", headers: own, body: "{}" } },
  ]);
  for (const { url, headers } of answers) {
    const given = ["referrer-policy", "x-robots-tag", "cache-control"].map((name) => headers.get(name));
    const kept = expect.stringMatching(/private.*no-store/);
    expect([url, ...given]).toEqual([url, "no-referrer", "noindex, nofollow, noarchive", kept]);
  }
  expect(desk.output()).not.toContain(quote);
  expect(desk.output()).not.toContain(product);
});

test("looking at a link without opening it is no view", async ({ desk }) => {
  const seller = await apiClient(desk, "seller");
  const key = await keyOf(seller, "cloudblue", LICENCE);
  const cart = await addLine(seller, await newCart(seller), { vendor: "cloudblue", key, quantity: "1" });
  const post = async (path: string, body: unknown) => (await seller.send(path, { method: "POST", body })).body;
  const { number } = await post("/api/quotes", { cartId: cart.id, customer: { name: "Fabrikam Demo" } });
  await post(`/api/quotes/${number}/send`, {});
  const { url } = await post(`/api/quotes/${number}/links`, {});
  const views = async () => (await seller.send(`/api/quotes/${number}`)).body.links[0].views;
  const agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
  const look = async (given: Readonly<Record<string, string>>, method = "GET") => {
    const answer = await fetch(url, { method, headers: { "user-agent": agent, ...given } });
    expect(answer.status).toBe(200);
    await answer.text();
  };
  await look({}, "HEAD");
  await look({ "user-agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)" });
  await look({ rsc: "1" });
  await look({ rsc: "1", "next-router-prefetch": "1" });
  await look({ cookie: seller.cookie ?? "" });
  expect(await views()).toBe(0);
  await look({});
  expect(await views()).toBe(1);
});

test("no two answers share a nonce", async ({ desk }) => {
  const nonces = new Set<string>();
  const asked = 200;
  for (let count = 0; count < asked; count += 1) {
    const answer = await fetch(`${desk.url}/${count % 2 === 0 ? "sign-in" : "nothing-here"}`, { method: "HEAD" });
    nonces.add(/'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1] ?? "none");
  }
  expect(nonces.size).toBe(asked);
  expect(nonces).not.toContain("none");
});

test("what the web server answers by itself has the headers too, and leads nowhere else", async ({ desk }) => {
  for (const [path, location] of [
    ["/catalog/", "/catalog"],
    ["/api/carts/", "/api/carts"],
    ["//evil.example/", "/evil.example/"],
    ["/\\evil.example/", "/evil.example/"],
  ] as const) {
    const { status, head } = await rawRequest(desk.url, `GET ${path} HTTP/1.1`);
    const given = new Map(
      head
        .split("\r\n")
        .slice(1)
        .map((line) => [line.split(": ")[0]?.toLowerCase() ?? "", line.split(": ").slice(1).join(": ")] as const),
    );
    expect([path, status, given.get("location")]).toEqual([path, 308, location]);
    expect(given.get("x-content-type-options")).toBe("nosniff");
    expect(given.get("content-security-policy")).toContain("default-src 'none'");
  }
  const absolute = await rawRequest(desk.url, "GET http://evil.example/sign-in HTTP/1.1");
  expect([absolute.status, absolute.head.includes("evil.example")]).toEqual([200, false]);
  const host = await rawRequest(desk.url, "GET /catalog HTTP/1.1", { "X-Forwarded-Host": "evil.example" });
  expect([host.status, host.head.includes("evil.example")]).toEqual([307, false]);
  const image = await fetch(`${desk.url}/_next/image?url=%2Ficon.svg&w=64&q=75`);
  expect(image.status).toBe(404);
});
