import { apiClient, clientWith } from "@/e2e/harness/api-client";
import { expect, test } from "@/e2e/fixtures";

const cart = JSON.stringify({ name: "Guarded", currency: "USD" });
const jsonType = { "content-type": "application/json" };

test("a write without our own origin is refused before anything happens", async ({ desk }) => {
  const seller = await apiClient(desk, "seller");
  const before = (await seller.send("/api/carts")).body.total;
  const port = new URL(desk.url).port;
  const foreign: Record<string, string>[] = [
    jsonType,
    { ...jsonType, origin: "null" },
    { ...jsonType, origin: "https://evil.example" },
    { ...jsonType, origin: `https://localhost:${port}` },
    { ...jsonType, origin: "http://localhost:1" },
    { ...jsonType, origin: `http://sub.localhost:${port}` },
    { ...jsonType, origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { ...jsonType, "sec-fetch-site": "cross-site" },
    { ...jsonType, "sec-fetch-site": "same-site" },
    { ...jsonType, "sec-fetch-site": "none" },
    { ...jsonType, origin: "https://evil.example", "sec-fetch-site": "same-origin" },
  ];
  for (const headers of foreign) {
    const answer = await fetch(`${desk.url}/api/carts`, {
      method: "POST",
      headers: { cookie: seller.cookie ?? "", ...headers },
      body: cart,
    });
    expect([answer.status, JSON.stringify(headers)]).toEqual([403, JSON.stringify(headers)]);
    expect(await answer.json()).toMatchObject({ code: "foreign-origin" });
  }
  expect((await seller.send("/api/carts")).body.total).toBe(before);
});

test("our own origin, or a same-origin fetch, may write JSON and nothing else", async ({ desk }) => {
  const seller = await apiClient(desk, "seller");
  const post = (headers: Record<string, string>) =>
    fetch(`${desk.url}/api/carts`, {
      method: "POST",
      headers: { cookie: seller.cookie ?? "", ...headers },
      body: cart,
    });
  expect((await post({ ...jsonType, origin: desk.url })).status).toBe(201);
  expect((await post({ ...jsonType, "sec-fetch-site": "same-origin" })).status).toBe(201);
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
    expect((await post({ "content-type": type, origin: desk.url })).status).toBe(415);
  }
});

test("signing in is guarded like every other write", async ({ desk }) => {
  const answer = await fetch(`${desk.url}/api/session`, { method: "POST", headers: jsonType, body: "{}" });
  expect(answer.status).toBe(403);
});

test("a body that is too large, cut, or of the wrong shape gets a clear answer", async ({ desk }) => {
  const seller = await apiClient(desk, "seller");
  const send = (body: string) => seller.send("/api/carts", { method: "POST", body });
  expect(await send("x".repeat(300 * 1024))).toMatchObject({ status: 413, body: { code: "too-large" } });
  expect(await send('{"name":')).toMatchObject({ status: 400, body: { code: "bad-request" } });
  expect(await send('{"name":"A","currency":"USD","owner_id":"x"}')).toMatchObject({ status: 422 });
  const wrong = await send('{"name":"","currency":"usd"}');
  expect(wrong).toMatchObject({ status: 422, body: { code: "invalid", status: 422 } });
  expect(wrong.body.errors.map((error: { path: string }) => error.path)).toEqual(["body.name", "body.currency"]);
  expect(wrong.headers.get("content-type")).toContain("application/problem+json");
  expect(wrong.body.requestId).toBeTruthy();
});

test("a large body is refused without being read to its end", async ({ desk }) => {
  const chunk = new Uint8Array(64 * 1024).fill(120);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= 150 * 1024 * 1024) return controller.close();
      sent += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  const headers = { ...jsonType, origin: desk.url };
  const answer = await fetch(`${desk.url}/api/session`, {
    method: "POST",
    headers,
    body,
    duplex: "half",
  } as RequestInit).catch(() => null);
  expect(answer === null || answer.status === 413).toBe(true);
  expect(sent).toBeLessThan(20 * 1024 * 1024);
  expect((await clientWith(desk.url, null).send("/api/health")).status).toBe(200);
});
