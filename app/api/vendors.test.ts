import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { LiveProductDto, LiveProductListDto } from "@/lib/contracts/vendors";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import type { Viewer } from "@/lib/server/viewer";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import { vendorRegistry } from "@/lib/vendors/registry";

const now: { viewers: Map<string, Viewer>; sources: readonly CatalogSource[] } = { viewers: new Map(), sources: [] };

vi.mock("@/lib/server/sources", () => ({ vendorSources: () => Promise.resolve(now.sources) }));
vi.mock("@/lib/server/accounts/session-cookie", async (original) => ({
  ...(await original<object>()),
  cookieName: () => "desk",
  unsealSession: (seal: string) => Promise.resolve(seal),
}));
vi.mock("@/lib/server/accounts/sessions", () => ({
  findViewer: (_: unknown, sid: string) => Promise.resolve(now.viewers.get(sid) ?? null),
}));

const origin = "http://localhost:3000";
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const routes: readonly [RegExp, () => Promise<Record<string, unknown>>][] = [
  [/^products$/, () => import("@/app/api/vendors/[vendor]/products/route")],
  [/^public-products$/, () => import("@/app/api/vendors/[vendor]/public-products/route")],
  [/^products\/(?<id>[^/]+)$/, () => import("@/app/api/vendors/[vendor]/products/[id]/route")],
  [/^public-products\/(?<id>[^/]+)$/, () => import("@/app/api/vendors/[vendor]/public-products/[id]/route")],
  [
    /^products\/(?<id>[^/]+)\/plans\/(?<plan>[^/]+)\/configuration$/,
    () => import("@/app/api/vendors/[vendor]/products/[id]/plans/[plan]/configuration/route"),
  ],
  [/^lists\/(?<list>[^/]+)$/, () => import("@/app/api/vendors/[vendor]/lists/[list]/route")],
  [/^connection$/, () => import("@/app/api/vendors/[vendor]/connection/route")],
];

async function ask(path: string, { as = "seller", method = "GET" }: { as?: string | null; method?: string } = {}) {
  const [vendor = "", ...rest] = path.split("?")[0]?.split("/") ?? [];
  for (const [pattern, load] of routes) {
    const match = pattern.exec(rest.join("/"));
    if (!match) continue;
    const handler = (await load())[method] as Handler;
    const headers = { ...(as ? { cookie: `desk=${as}` } : {}), origin, "content-type": "application/json" };
    const body = method === "GET" ? {} : { body: "{}" };
    const request = new Request(`${origin}/api/vendors/${path}`, { method, headers, ...body });
    const named = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    const response = await handler(request, { params: Promise.resolve({ vendor, ...Object.fromEntries(named) }) });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }
  throw new Error(`no route for ${path}`);
}

const list = (answer: { body: unknown }) => answer.body as LiveProductListDto;
const one = (answer: { body: unknown }) => answer.body as LiveProductDto;

let sandbox: Sandbox;
let close: () => Promise<void>;

/** As after a start: nothing is known of the vendors and nothing holds them back. */
function openSources(): void {
  now.sources = vendorRegistry.flatMap((vendor) => vendor.create(sandbox.settings, { timeoutMs: 5_000 }) ?? []);
}

beforeAll(async () => {
  vi.stubEnv("SESSION_SECRET", "a secret that is used in this test only");
  vi.stubEnv("LOG_LEVEL", "silent");
  sandbox = await startSandbox({ apiVersion: "1.15" });
  openSources();
  const { openDatabase } = await import("@/lib/server/store/database");
  const { processState } = await import("@/lib/server/process-state");
  const { runSync } = await import("@/lib/server/sync/run-sync");
  const { rightsOf } = await import("@/lib/server/viewer");
  const db = await openDatabase({ kind: "sqlite", file: ":memory:" });
  await processState("database", () => Promise.resolve(db));
  for (const source of now.sources) {
    const { signal } = new AbortController();
    const outcome = await runSync({ db, source, locales: ["en-us"], signal, startedBy: "test", now: () => new Date() });
    expect(outcome).toMatchObject({ state: "succeeded", error: null });
  }
  for (const role of ["seller", "seller-no-cost", "manager"] as const) {
    const person = { userId: `id-${role}`, email: `${role}@desk.example`, name: role };
    now.viewers.set(role, { ...person, role, rights: rightsOf(role) });
  }
  close = async () => {
    await db.destroy();
    await sandbox.close();
  };
}, 60_000);

afterAll(async () => {
  await close();
  vi.unstubAllEnvs();
});

beforeEach(() => {
  openSources();
  sandbox.faults.clear();
  sandbox.requests.clear();
  for (const [sid, viewer] of now.viewers) now.viewers.set(sid, { ...viewer, userId: crypto.randomUUID() });
});

const asked = () => sandbox.requests.list().map(({ vendor, route }) => `${vendor} ${route}`);

describe("IBM through our own routes", () => {
  test.each(["paged", "unpaged"] as const)("gives pages of what may be resold in our shape: %s", async (dialect) => {
    sandbox.dialect.ibm.resellerList = dialect;
    const first = list(await ask("ibm/products?pageSize=10"));
    const second = list(await ask("ibm/products?pageSize=10&page=2"));
    expect(first).toMatchObject({ vendor: "ibm", page: 1, pageSize: 10, setAside: [] });
    expect(first.items).toHaveLength(10);
    expect(second.items[0]?.externalId).not.toBe(first.items[0]?.externalId);
    expect(first.total).toBe(sandbox.catalog.ibm.matching({ audience: "reseller", locale: "en-us" }).length);
    for (const { key, externalId } of first.items) expect(key).toBe(externalId);
    expect(list(await ask("ibm/products?pageSize=10&page=99")).items).toEqual([]);
    expect(JSON.stringify(first)).not.toMatch(/purchasePlans|naturalLanguageName|formattedPrice|inAppUrl/);
  });

  test("gives one product and the configuration of its plan", async () => {
    const { items } = list(await ask("ibm/products?pageSize=100"));
    const buyable = items.find(({ plans }) => plans.some(({ orderable }) => orderable));
    const product = one(await ask(`ibm/products/${buyable?.externalId}`));
    expect(product).toEqual(buyable);
    expect(product.prices.every(({ side }) => side === "list")).toBe(true);
    const plan = product.plans.find(({ orderable }) => orderable)?.key ?? "";
    const configuration = await ask(`ibm/products/${product.key}/plans/${encodeURIComponent(plan)}/configuration`);
    expect(configuration.status).toBe(200);
    expect(configuration.body.components[0]).toMatchObject({ kind: "base", attributes: expect.any(Array) });
    expect(asked()).toEqual(["ibm reseller-products", "ibm reseller-product", "ibm plan-config"]);
  });

  test("gives the public list with each of its filters, and one product of it", async () => {
    const all = list(await ask("ibm/public-products?pageSize=200"));
    expect(all.total).toBeGreaterThan(sandbox.catalog.ibm.matching({ audience: "reseller", locale: "en-us" }).length);
    const sample = all.items.find(({ serviceType, topics, categories }) => serviceType && topics[0] && categories[0]);
    const filters = { serviceType: sample?.serviceType, provider: sample?.provider, category: sample?.categories[0] };
    for (const [name, value] of Object.entries({
      ...filters,
      partNumber: sample?.partNumber,
      topic: sample?.topics[0],
    })) {
      const { items, total } = list(await ask(`ibm/public-products?${new URLSearchParams({ [name]: value ?? "" })}`));
      expect([name, items.length > 0, (total ?? 0) < (all.total ?? 0)]).toEqual([name, true, true]);
    }
    expect(one(await ask(`ibm/public-products/${sample?.externalId}`))).toEqual(sample);
    expect(asked()).toContain("ibm product");
  });

  test("gives the four lists of names", async () => {
    for (const name of ["categories", "topics", "service-types", "locales"]) {
      const { status, body } = await ask(`ibm/lists/${name}`);
      expect([name, status, body.total]).toEqual([name, 200, body.items.length]);
      expect(body.items.length).toBeGreaterThan(0);
    }
    expect(asked()).toEqual(["ibm categories", "ibm topics", "ibm service-types", "ibm locales"]);
  });

  test("says which filters a list has instead of ignoring one", async () => {
    const reseller = await ask("ibm/products?category=Analytics");
    expect(reseller).toMatchObject({ status: 422, body: { code: "invalid" } });
    expect(reseller.body.detail).toBe("IBM has no filter category here. This list has no filters.");
    expect((await ask("cloudblue/products?topic=x")).body.detail).toContain("partNumber, name, service, provider");
    expect(asked()).toEqual([]);
  });
});

describe("CloudBlue through our own routes", () => {
  test("gives pages and filters", async () => {
    const page = list(await ask("cloudblue/products?page=2&pageSize=5"));
    expect(page.items).toHaveLength(5);
    expect(sandbox.requests.list({ vendor: "cloudblue" }).at(-1)?.target).toBe("/products?offset=5&limit=5");
    const service = page.items[0]?.service ?? "";
    const same = list(await ask(`cloudblue/products?service=${encodeURIComponent(service)}&pageSize=200`));
    expect(new Set(same.items.map((item) => item.service))).toEqual(new Set([service]));
  });

  test("gives the one variant that our key stands for, and names them where a number is shared", async () => {
    const { items } = list(await ask("cloudblue/products?pageSize=200"));
    const counts = Map.groupBy(items, ({ partNumber }) => partNumber);
    const shared = [...counts.values()].find((variants) => variants.length > 1) ?? [];
    expect(shared.length).toBeGreaterThan(1);
    for (const variant of shared) {
      expect(variant.key).not.toBeNull();
      expect(one(await ask(`cloudblue/products/${encodeURIComponent(variant.key ?? "")}`))).toEqual(variant);
    }
    const vague = await ask(`cloudblue/products/${encodeURIComponent(shared[0]?.partNumber ?? "")}`);
    const isKey = shared.some(({ key, partNumber }) => key === partNumber);
    if (!isKey) expect(vague).toMatchObject({ status: 404, body: { candidates: expect.any(Array) } });
    expect((await ask("cloudblue/products/NO-SUCH-NUMBER")).status).toBe(404);
  });

  test("has neither a public list nor lists of names", async () => {
    for (const path of ["cloudblue/public-products", "cloudblue/public-products/x", "cloudblue/lists/topics"]) {
      expect(await ask(path)).toMatchObject({ status: 404, body: { code: "not-found" } });
    }
    expect((await ask("nobody/products")).body.detail).toContain("cloudblue, ibm");
  });
});

describe("who may see and do what", () => {
  test("costs reach only those who may see costs", async () => {
    const withCost = list(await ask("cloudblue/products?pageSize=50"));
    const without = list(await ask("cloudblue/products?pageSize=50", { as: "seller-no-cost" }));
    expect(withCost.items.some(({ prices }) => prices.some(({ side }) => side === "cost"))).toBe(true);
    expect(without.items).toHaveLength(withCost.items.length);
    expect(JSON.stringify(without)).not.toMatch(/cost/i);
    const id = withCost.items.find(({ prices }) => prices.some(({ side }) => side === "cost"))?.key ?? "";
    const product = await ask(`cloudblue/products/${encodeURIComponent(id)}`, { as: "seller-no-cost" });
    expect(product.status).toBe(200);
    expect(JSON.stringify(product.body)).not.toMatch(/cost/i);
  });

  test("strangers get nothing and sellers do not test connections", async () => {
    for (const path of ["ibm/products", "ibm/public-products", "ibm/lists/topics", "cloudblue/products/x"]) {
      expect((await ask(path, { as: null })).status).toBe(401);
    }
    expect((await ask("ibm/connection", { method: "POST" })).status).toBe(403);
    expect(asked()).toEqual([]);
  });

  test("one person cannot use up a vendor's budget", async () => {
    const statuses = new Set<number>();
    let last = await ask("ibm/lists/topics");
    for (let i = 0; i < 61 && last.status === 200; i += 1) {
      last = await ask("ibm/lists/topics");
      statuses.add(last.status);
    }
    expect([...statuses]).toEqual([200, 429]);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask("ibm/lists/topics", { as: "manager" })).status).toBe(200);
  });
});

describe("a connection that is tested", () => {
  test("logs in anew and says that it works", async () => {
    for (const vendor of ["cloudblue", "ibm"]) {
      const { status, body } = await ask(`${vendor}/connection`, { as: "manager", method: "POST" });
      expect(status).toBe(200);
      expect(body).toMatchObject({ vendor, works: true, correlationId: null });
    }
    expect(asked()).toEqual(["cloudblue token", "cloudblue products", "ibm locales"]);
  });

  test("says why it does not work, without a secret or a host", async () => {
    sandbox.faults.set({ kind: "status", status: 401, vendor: "cloudblue", route: "token" });
    const { body } = await ask("cloudblue/connection", { as: "manager", method: "POST" });
    expect(body).toMatchObject({ works: false, tokenExpiresAt: null });
    expect(body.message).toContain("Ingram Micro refused the credentials (401) when asked to log in.");
    const { password, subscriptionKey, username } = sandbox.settings.cloudblue;
    for (const secret of [password, subscriptionKey, username, "127.0.0.1"]) {
      expect(JSON.stringify(body)).not.toContain(secret);
    }
  });
});

describe("what a vendor refuses or breaks", () => {
  test.each([
    [401, 502, "unauthorized"],
    [403, 502, "forbidden"],
    [422, 502, "rejected"],
    [429, 502, "throttled"],
    [500, 502, "unavailable"],
  ])("%i becomes a problem that names the vendor and the next step", async (status, expected, kind) => {
    sandbox.faults.set({ kind: "status", status, retryAfter: 7, vendor: "ibm", route: "product" });
    const answer = await ask("ibm/public-products/anything");
    expect(answer).toMatchObject({ status: expected, body: { code: "vendor-failed", vendor: "ibm", kind } });
    expect(answer.body.detail).toMatch(/^IBM .+[.;] .+\.$/);
    if (status === 429) expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(JSON.stringify(answer.body)).not.toContain("127.0.0.1");
  });

  test("a product the vendor does not know is not found", async () => {
    const answer = await ask("ibm/public-products/unknown");
    expect(answer).toMatchObject({ status: 404, body: { code: "not-found", detail: "IBM has no product unknown." } });
  });

  test.each([["html"], ["broken-json"]] as const)("%s is told as what it is", async (kind) => {
    sandbox.faults.set({ kind, vendor: "ibm", route: "topics" });
    const { status, body } = await ask("ibm/lists/topics");
    expect([status, body.kind]).toEqual([502, "malformed"]);
    expect(body.detail).toMatch(/^IBM answered with .+ If it stays, ask the vendor\.$/);
  });
});
