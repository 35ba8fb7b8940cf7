import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Viewer } from "@/lib/server/viewer";
import type { TestDesk } from "@/lib/server/carts/test-desk";

const now: { desk?: TestDesk; viewers: Map<string, Viewer> } = { viewers: new Map() };

vi.mock("@/lib/server/open-desk", () => ({ openDesk: () => Promise.resolve(now.desk) }));
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

const handlers: Record<string, () => Promise<Record<string, unknown>>> = {
  "/api/carts": () => import("@/app/api/carts/route"),
  "/api/carts/:id": () => import("@/app/api/carts/[id]/route"),
  "/api/carts/:id/lines": () => import("@/app/api/carts/[id]/lines/route"),
  "/api/carts/:id/lines/:lineId": () => import("@/app/api/carts/[id]/lines/[lineId]/route"),
  "/api/carts/:id/fixes": () => import("@/app/api/carts/[id]/fixes/route"),
  "/api/carts/:id/undo": () => import("@/app/api/carts/[id]/undo/route"),
  "/api/carts/:id/paste": () => import("@/app/api/carts/[id]/paste/route"),
  "/api/carts/:id/orders/:n": () => import("@/app/api/carts/[id]/orders/[n]/route"),
  "/api/quotes": () => import("@/app/api/quotes/route"),
  "/api/quotes/:number": () => import("@/app/api/quotes/[number]/route"),
  "/api/quotes/:number/:move": () => import("@/app/api/quotes/[number]/[move]/route"),
  "/api/quotes/:number/links": () => import("@/app/api/quotes/[number]/links/route"),
  "/api/quotes/:number/links/:id": () => import("@/app/api/quotes/[number]/links/[id]/route"),
  "/api/share/quotes/:token": () => import("@/app/api/share/quotes/[token]/route"),
  "/api/share/quotes/:token/accept": () => import("@/app/api/share/quotes/[token]/accept/route"),
  "/api/share/quotes/:token/decline": () => import("@/app/api/share/quotes/[token]/decline/route"),
};

type Sending = {
  params?: Record<string, string>;
  body?: unknown;
  as?: string | null;
  headers?: Record<string, string>;
};

async function send(method: string, path: string, sending: Sending = {}) {
  const { params = {}, body, as = "seller", headers = {} } = sending;
  const handler = (await handlers[path]?.())?.[method] as Handler;
  const request = new Request(origin + path.split("?")[0], {
    method,
    headers: { ...(as ? { cookie: `desk=${as}` } : {}), origin, "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
}

let close: () => Promise<void>;

beforeAll(async () => {
  vi.stubEnv("SESSION_SECRET", "a secret that is used in this test only");
  const { openDatabase } = await import("@/lib/server/store/database");
  const { addViewer, makeProduct, openTestDesk } = await import("@/lib/server/carts/test-desk");
  const db = await openDatabase({ kind: "sqlite", file: ":memory:" });
  const { processState } = await import("@/lib/server/process-state");
  await processState("database", () => Promise.resolve(db));
  now.desk = openTestDesk(db, [makeProduct({ key: "SUITE", price: "19.80", cost: "17.50" })]);
  now.viewers.set("seller", await addViewer(db, "seller", "Sam Seller"));
  now.viewers.set("other", await addViewer(db, "seller", "Olga Other"));
  close = () => db.destroy();
});

afterAll(async () => {
  await close();
  vi.unstubAllEnvs();
});

async function newCart() {
  const { body } = await send("POST", "/api/carts", { body: { name: "Fabrikam", currency: "USD" } });
  return { id: body.id as string };
}

test("a cart answers with a strong tag, and a write must name it", async () => {
  const made = await send("POST", "/api/carts", { body: { name: "Fabrikam", currency: "USD" } });
  expect([made.status, made.headers.get("etag"), made.headers.get("cache-control")]).toEqual([
    201,
    '"1"',
    "private, no-store",
  ]);
  const params = { id: made.body.id };
  const line = { vendor: "cloudblue", key: "SUITE", quantity: "2" };
  const write = (headers: Record<string, string>) =>
    send("POST", "/api/carts/:id/lines", { params, body: line, headers });
  expect((await write({})).status).toBe(428);
  expect((await write({ "if-match": "nonsense" })).status).toBe(400);
  const added = await write({ "if-match": '"1"' });
  expect([added.status, added.headers.get("etag")]).toEqual([201, '"2"']);
  const stale = await write({ "if-match": '"1"' });
  expect([stale.status, stale.body.code, stale.body.cart.version]).toEqual([412, "stale", 2]);
  const lineId = added.body.lines[0].id;
  const place = { params: { ...params, lineId }, headers: { "if-match": "*" } };
  expect((await send("PATCH", "/api/carts/:id/lines/:lineId", { ...place, body: { quantity: "3" } })).status).toBe(200);
  expect((await send("POST", "/api/carts/:id/undo", { ...place, body: {} })).body.lines[0].quantity).toBe("2");
  expect((await send("GET", "/api/carts/:id/orders/:n", { params: { ...params, n: "1" } })).status).toBe(200);
  expect((await send("DELETE", "/api/carts/:id/lines/:lineId", place)).body.lines).toEqual([]);
  expect((await send("DELETE", "/api/carts/:id", place)).status).toBe(204);
  expect((await send("GET", "/api/carts/:id", { params })).status).toBe(404);
});

test("fields of the store, wrong values and strangers are refused", async () => {
  const { id } = await newCart();
  const wrong = [
    { name: "A", currency: "USD", owner_id: "user-olga-other" },
    { name: "A", currency: "usd" },
    { name: "A", currency: "ZZZ" },
    { name: "", currency: "USD" },
  ];
  for (const body of wrong) expect((await send("POST", "/api/carts", { body })).status).toBe(422);
  expect((await send("GET", "/api/carts/:id", { params: { id }, as: null })).status).toBe(401);
  expect((await send("GET", "/api/carts/:id", { params: { id }, as: "other" })).status).toBe(404);
  const foreign = await send("POST", "/api/carts", {
    body: { name: "A", currency: "USD" },
    headers: { origin: "https://elsewhere.example" },
  });
  expect(foreign.status).toBe(403);
});

test("from cart to acceptance over the API, with headers that keep links to themselves", async () => {
  const { id } = await newCart();
  const any = { "if-match": "*" };
  const text = "SUITE\t5";
  const preview = await send("POST", "/api/carts/:id/paste", { params: { id }, body: { text, dryRun: true } });
  expect([preview.status, preview.body.applied, preview.body.cart]).toEqual([200, 0, null]);
  const pasted = await send("POST", "/api/carts/:id/paste", { params: { id }, headers: any, body: { text } });
  expect([pasted.status, pasted.body.applied, pasted.headers.get("etag")]).toEqual([200, 1, '"2"']);
  const customer = { name: "Fabrikam Demo" };
  const quote = await send("POST", "/api/quotes", {
    body: { cartId: id, customer },
    headers: { "idempotency-key": "k-1" },
  });
  expect([quote.status, quote.headers.get("etag")]).toEqual([201, '"1.1"']);
  const params = { number: quote.body.number };
  const edited = await send("PATCH", "/api/quotes/:number", { params, body: { notes: "Hello" } });
  expect(edited.headers.get("etag")).toBe('"1.2"');
  const early = await send("POST", "/api/quotes/:number/links", { params, body: {} });
  expect(early.status).toBe(409);
  const move = (name: string, body: unknown = {}) =>
    send("POST", "/api/quotes/:number/:move", { params: { ...params, move: name }, body });
  expect((await move("send", { state: "accepted" })).status).toBe(422);
  expect((await move("send")).body.state).toBe("sent");
  expect((await move("send")).status).toBe(200);
  const link = await send("POST", "/api/quotes/:number/links", { params, body: {} });
  const token = link.body.url.split("/").at(-1);
  const shared = { params: { token }, as: null };
  const shown = await send("GET", "/api/share/quotes/:token", shared);
  expect([shown.status, shown.headers.get("referrer-policy"), shown.headers.get("x-robots-tag")]).toEqual([
    200,
    "no-referrer",
    "noindex, nofollow, noarchive",
  ]);
  expect(shown.body.totals).toEqual({ USD: expect.objectContaining({ monthly: expect.anything() }) });
  const ends = (expiresAt: string) =>
    send("POST", "/api/quotes/:number/links", { params, body: { expiresAt } }).then(({ status, body }) => [
      status,
      body.expiresAt ?? body.code,
    ]);
  const inAMonth = link.body.expiresAt;
  expect(await ends(inAMonth)).toEqual([201, inAMonth]);
  expect(await ends("2020-01-01T00:00:00Z")).toEqual([422, "invalid"]);
  expect(await ends(new Date(Date.parse(inAMonth) + 151 * 86_400_000).toISOString())).toEqual([422, "invalid"]);
  const accept = { ...shared, body: { name: "Demo Contact", email: "buyer@fabrikam.example" } };
  expect((await send("POST", "/api/share/quotes/:token/accept", accept)).body.state).toBe("accepted");
  expect((await send("POST", "/api/share/quotes/:token/accept", accept)).status).toBe(200);
  expect((await send("POST", "/api/share/quotes/:token/decline", { ...shared, body: { reason: "" } })).status).toBe(
    409,
  );
  const gone = { params: { ...params, id: link.body.id } };
  expect((await send("DELETE", "/api/quotes/:number/links/:id", gone)).status).toBe(204);
  const missing = await send("GET", "/api/share/quotes/:token", shared);
  expect([missing.status, missing.headers.get("referrer-policy")]).toEqual([404, "no-referrer"]);
});
