import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { failureOf } from "@/lib/vendors/contract-suite";
import { createVendorHttp, type VendorHttpSettings, type VendorRequest } from "@/lib/vendors/http";
import { sendJson, startTestServer, type TestServer } from "@/lib/vendors/test-server";
import { type Clock, systemClock } from "@/lib/vendors/transport/clock";
import type { VendorLogEvent } from "@/lib/vendors/transport/log";
import { createRedactor } from "@/lib/vendors/transport/redact";
import { readRetryAfter } from "@/lib/vendors/transport/retry-after";
import { createRetryBudget, retryDelayMs } from "@/lib/vendors/transport/retry-budget";

const secret = "s3cret value/with+signs";
const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(answer: Parameters<typeof startTestServer>[0]): Promise<TestServer> {
  const server = await startTestServer(answer);
  servers.push(server);
  return server;
}

/** Waits pass at once and are written down. */
function hastyClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = [];
  let ahead = 0;
  return {
    ...systemClock,
    waits,
    now: () => Date.now() + ahead,
    wait: async (ms, signal) => {
      signal.throwIfAborted();
      waits.push(ms);
      ahead += ms;
    },
  };
}

function httpTo(server: TestServer, more: Partial<VendorHttpSettings> = {}) {
  const names = { vendor: "demo", label: "Demo Vendor", baseUrl: server.baseUrl };
  return createVendorHttp({ ...names, timeoutMs: 300, secrets: [secret], clock: hastyClock(), ...more });
}

const ok = z.object({ ok: z.boolean() });
const things = (more: Partial<VendorRequest<{ ok: boolean }>> = {}): VendorRequest<{ ok: boolean }> => ({
  operation: "list things",
  path: ["things"],
  schema: ok,
  signal: new AbortController().signal,
  ...more,
});

describe("an address", () => {
  it("is our base, encoded segments and an encoded query", async () => {
    const server = await serve((_request, response) => sendJson(response, { ok: true }));
    await httpTo(server).request(
      things({ path: ["things", "a/b ?#"], query: { "p.q": "x&y=z", page: 2, none: undefined } }),
    );
    expect(server.asked).toEqual(["GET /base/things/a%2Fb%20%3F%23?p.q=x%26y%3Dz&page=2"]);
  });

  it.each([["..", "."], [".."], ["."], [""], ["\ud800"]])("never leaves its folder through %j", async (...path) => {
    const server = await serve((_request, response) => sendJson(response, { ok: true }));
    const error = await failureOf(httpTo(server).request(things({ path })));
    expect(error.facts.kind).toBe("notFound");
    expect(server.asked).toEqual([]);
  });

  it.each([
    "http://vendor.example",
    "ftp://127.0.0.1",
    "nonsense",
    "https://user:pw@vendor.example",
    "https://v.example?x=1",
  ])("is refused as a base when it is %s, without being repeated", (baseUrl) => {
    const create = () => createVendorHttp({ vendor: "demo", label: "Demo", baseUrl, timeoutMs: 1 });
    expect(create).toThrow(/base address/);
    expect(create).not.toThrow(baseUrl);
  });
});

describe("a secret", () => {
  it("stays out of message, cause and log even when the vendor sends it back", async () => {
    const forms = [secret, Buffer.from(secret).toString("base64"), encodeURIComponent(secret), "Bearer abcdefghijk"];
    const server = await serve((_request, response) =>
      sendJson(response, { errorCode: "E1", text: forms.join(" ") }, 400),
    );
    const logged: VendorLogEvent[] = [];
    const readErrorBody = (body: unknown) => ({ code: secret.slice(0, 6), message: JSON.stringify(body) });
    const error = await failureOf(
      httpTo(server, { readErrorBody, log: (event) => logged.push(event) }).request(things()),
    );
    const cause = error.cause instanceof Error ? error.cause.message : "";
    expect(cause).toContain("[hidden]");
    for (const form of forms) expect([error.message, cause, JSON.stringify(logged)].join()).not.toContain(form);
    expect(logged).toHaveLength(1);
  });

  it("is found in every form, also one learnt later", () => {
    const redact = createRedactor(["abc123+/", "ab"]);
    redact.learn("token-value");
    expect(redact(`abc123+/ ${btoa("abc123+/")} abc123%2B%2F token-value ab`)).toBe(
      "[hidden] [hidden] [hidden] [hidden] ab",
    );
    expect(redact("Authorization: Bearer aaaa.bbbb.cccc and eyJhbGciOi.payload.sig")).not.toMatch(/aaaa|eyJ/);
  });
});

describe("asking again", () => {
  it("happens up to three times for a GET and ends with the answer", async () => {
    const server = await serve((_request, response, nth) => sendJson(response, { ok: true }, nth < 3 ? 503 : 200));
    expect((await httpTo(server).request(things())).data).toEqual({ ok: true });
    expect(server.asked).toHaveLength(3);
  });

  it("never happens for a POST, unless it is a login", async () => {
    const server = await serve((_request, response) => sendJson(response, {}, 503));
    await failureOf(httpTo(server).request(things({ method: "POST", body: {} })));
    expect(server.asked).toHaveLength(1);
    await failureOf(httpTo(server).request(things({ method: "POST", body: {}, repeatable: true })));
    expect(server.asked).toHaveLength(4);
  });

  it("does not double the load on a dead vendor", async () => {
    const server = await serve((_request, response) => sendJson(response, {}, 503));
    const http = httpTo(server, { breaker: { failures: 1_000_000, countsShare: false } });
    for (let call = 0; call < 200; call += 1) await failureOf(http.request(things()));
    expect(server.asked.length).toBeLessThanOrEqual(200 + 50 / 5);
  });

  it("waits anywhere between nothing and the doubled base", () => {
    const delays = Array.from({ length: 1_000 }, (_, at) => retryDelayMs(1, at / 1_000));
    expect(Math.min(...delays)).toBe(0);
    expect(Math.max(...delays)).toBeLessThan(500);
    expect(retryDelayMs(30, 0.999_999)).toBeLessThanOrEqual(20_000);
    for (let decile = 0; decile < 10; decile += 1) {
      const inside = delays.filter((delay) => delay >= decile * 50 && delay < decile * 50 + 50);
      expect(inside.length).toBeGreaterThanOrEqual(98);
    }
  });

  it("is paid from one bucket that successes refill", () => {
    const budget = createRetryBudget();
    const spent = Array.from({ length: 12 }, () => budget.spend("failure"));
    expect(spent.filter(Boolean)).toHaveLength(10);
    for (let success = 0; success < 10; success += 1) budget.earn();
    expect([budget.spend("timeout"), budget.spend("failure")]).toEqual([true, false]);
  });
});

describe("Retry-After", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  const date = "Thu, 01 Jan 2026 00:00:00 GMT";
  it.each([
    ["0", 1_000],
    ["7", 7_000],
    ["1000000000", 600_000],
    ["-1", 30_000],
    ["soon", 30_000],
    ["", 30_000],
    ["5, 9", 30_000],
    ["1.5", 30_000],
    ["Thu, 01 Jan 2026 00:01:30 GMT", 90_000],
    ["Wed, 31 Dec 2025 00:00:00 GMT", 1_000],
    ["Fri, 02 Jan 2026 00:00:00 GMT", 600_000],
  ])("%j waits %i ms", (header, ms) => {
    expect(readRetryAfter(header, date, now)).toBe(ms);
  });

  it("goes by the vendor's clock, not by ours", () => {
    const ours = now + 3_600_000;
    expect(readRetryAfter("Thu, 01 Jan 2026 00:00:20 GMT", date, ours)).toBe(20_000);
  });

  it("holds back every request of the vendor", async () => {
    const server = await serve((_request, response, nth) =>
      nth === 1 ? sendJson(response, {}, 429, { "retry-after": "4" }) : sendJson(response, { ok: true }),
    );
    const clock = hastyClock();
    const http = httpTo(server, { clock });
    await Promise.all([http.request(things()), http.request(things())]);
    expect(Math.max(...clock.waits)).toBeGreaterThan(3_000);
    expect(http.health().throttled).toBe(1);
  });
});

describe("an outage that names its end", () => {
  it("is not asked into, by nobody", async () => {
    const server = await serve((_request, response, nth) =>
      nth === 1 ? sendJson(response, {}, 503, { "retry-after": "4" }) : sendJson(response, { ok: true }),
    );
    const clock = hastyClock();
    const http = httpTo(server, { clock });
    await Promise.all([http.request(things()), http.request(things())]);
    expect(Math.max(...clock.waits)).toBeGreaterThan(3_000);
    expect(http.health()).toMatchObject({ throttled: 0, failures: 1 });
  });

  it("is told to those who cannot wait for it", async () => {
    const server = await serve((_request, response) => sendJson(response, {}, 503, { "retry-after": "60" }));
    const http = httpTo(server);
    const { message, facts } = await failureOf(http.request(things()));
    expect(message).toMatch(/^Demo Vendor asked us to wait; in \d+(\.\d)? s it may be asked to list things again\.$/);
    expect(facts).toMatchObject({ kind: "unavailable", status: 503 });
    expect(facts.retryAfterMs).toBeGreaterThan(50_000);
    expect(server.asked).toHaveLength(1);
  });

  it("does not hold back anything where it was our request that was refused", async () => {
    const server = await serve((_request, response) => sendJson(response, {}, 403, { "retry-after": "60" }));
    const http = httpTo(server);
    for (const _ of [1, 2]) expect((await failureOf(http.request(things()))).facts.kind).toBe("forbidden");
    expect(http.health().nextTryAt).toBeNull();
  });
});

describe("a long pause", () => {
  it("fails those who may not wait, also when it begins while they stand in line", async () => {
    const server = await serve((_request, response) => sendJson(response, {}, 429, { "retry-after": "60" }));
    const http = httpTo(server, { rate: { concurrency: 1 } });
    const errors = await Promise.all([failureOf(http.request(things())), failureOf(http.request(things()))]);
    for (const { facts } of errors) expect(facts).toMatchObject({ kind: "throttled", status: 429 });
    expect(errors[1]?.message).toMatch(
      /^Demo Vendor asked us to wait; in \d+(\.\d)? s it may be asked to list things again\.$/,
    );
    expect(server.asked).toHaveLength(1);
  });
});

describe("the breaker", () => {
  it("lets one probe through after the pause and doubles the pause when it fails", async () => {
    let healthy = false;
    const server = await serve((_request, response) => sendJson(response, { ok: true }, healthy ? 200 : 500));
    const http = httpTo(server, { breaker: { failures: 2, halfOpenAfterMs: 40 }, clock: systemClock });
    const ask = () => http.request(things({ patience: "probe" }));
    await failureOf(ask());
    await failureOf(ask());
    expect(http.health().breaker).toBe("open");
    const firstPause = Date.parse(http.health().nextTryAt ?? "") - Date.now();
    await expect.poll(async () => (await failureOf(ask())).facts.status).toBe(500);
    expect(server.asked).toHaveLength(3);
    expect(Date.parse(http.health().nextTryAt ?? "") - Date.now()).toBeGreaterThan(firstPause);
    healthy = true;
    await expect
      .poll(() =>
        ask().then(
          ({ data }) => data.ok,
          () => false,
        ),
      )
      .toBe(true);
    expect(http.health()).toMatchObject({ breaker: "closed", nextTryAt: null });
  });

  it("says why the vendor is left alone, and asks once more where a person wants it", async () => {
    let healthy = false;
    const server = await serve((_request, response) => sendJson(response, { ok: true }, healthy ? 200 : 500));
    const http = httpTo(server, { breaker: { failures: 2, halfOpenAfterMs: 60_000 } });
    const ask = () => http.request(things({ patience: "probe" }));
    const { message: cause } = await failureOf(ask());
    await failureOf(ask());
    const refused = await failureOf(ask());
    expect(refused.message).toMatch(/^Demo Vendor failed several times in a row and is left alone for /);
    expect(refused.message.endsWith(cause)).toBe(true);
    expect(server.asked).toHaveLength(2);
    http.endPause();
    expect((await failureOf(ask())).facts.status).toBe(500);
    await failureOf(ask());
    expect(server.asked).toHaveLength(3);
    healthy = true;
    http.endPause();
    expect((await ask()).data).toEqual({ ok: true });
    expect(http.health()).toMatchObject({ breaker: "closed", nextTryAt: null });
    http.endPause();
  });

  it.each([400, 401, 403, 404, 409, 422])("does not mind a %i", async (status) => {
    const server = await serve((_request, response) => sendJson(response, {}, status));
    const http = httpTo(server, { breaker: { failures: 2 } });
    for (let call = 0; call < 5; call += 1) await failureOf(http.request(things()));
    expect(http.health()).toMatchObject({ breaker: "closed", failures: 5, reachable: true });
  });

  it.each([
    ["every other call", 2, 10, "open"],
    ["every third call", 3, 30, "closed"],
  ])("opens where half of the calls of a minute fail, not below: %s", async (_name, every, calls, state) => {
    let nth = 0;
    const server = await serve((_request, response) => {
      nth += 1;
      sendJson(response, { ok: true }, nth % every === 0 ? 500 : 200);
    });
    const http = httpTo(server);
    const ask = () => http.request(things({ patience: "probe" })).catch(() => null);
    for (let call = 0; call < calls - every; call += 1) await ask();
    expect(http.health().breaker).toBe("closed");
    for (let call = 0; call < every; call += 1) await ask();
    expect(http.health().breaker).toBe(state);
  });

  it("takes a cancelled request neither as a failure nor as a sign of life", async () => {
    let mute = false;
    const server = await serve((_request, response) => {
      if (!mute) sendJson(response, {}, 500);
    });
    const http = httpTo(server, {
      breaker: { failures: 2, halfOpenAfterMs: 30 },
      clock: systemClock,
      timeoutMs: 5_000,
    });
    const ask = (signal = new AbortController().signal) =>
      failureOf(http.request(things({ patience: "probe", signal })));
    const askAndLeave = async () => {
      const leaving = new AbortController();
      const before = server.asked.length;
      const work = ask(leaving.signal);
      await expect.poll(() => server.asked.length).toBeGreaterThan(before);
      leaving.abort();
      expect((await work).facts.kind).toBe("cancelled");
    };
    mute = true;
    for (let call = 0; call < 3; call += 1) await askAndLeave();
    expect(http.health().breaker).toBe("closed");
    mute = false;
    await ask();
    await ask();
    expect(http.health().breaker).toBe("open");
    await expect.poll(() => Date.parse(http.health().nextTryAt ?? "") < Date.now()).toBe(true);
    mute = true;
    await askAndLeave();
    expect(http.health().breaker).toBe("open");
  });

  it.each([408, 425, 500, 503])("counts a %i", async (status) => {
    const server = await serve((_request, response) => sendJson(response, {}, status));
    const http = httpTo(server, { breaker: { failures: 2 } });
    for (let call = 0; call < 2; call += 1) await failureOf(http.request(things({ patience: "probe" })));
    expect(http.health().breaker).toBe("open");
  });
});

describe("an answer", () => {
  it("that was cached is taken from the cache on a 304", async () => {
    const server = await serve((request, response) => {
      if (request.headers["if-none-match"] === `"v1"`) response.writeHead(304).end();
      else sendJson(response, { ok: true }, 200, { etag: `"v1"` });
    });
    const http = httpTo(server);
    const first = await http.request(things());
    expect(first).toMatchObject({ etag: `"v1"`, notModified: false });
    const cached = { data: first.data, etag: `"v1"`, bytes: first.bytes };
    expect(await http.request(things({ cached }))).toMatchObject({ data: { ok: true }, notModified: true });
    expect(http.health().notModified).toBe(1);
  });

  it("of a part is none, for no part was asked for", async () => {
    const server = await serve((_request, response, nth) => sendJson(response, { ok: nth > 1 }, nth === 1 ? 206 : 200));
    expect((await httpTo(server).request(things())).data).toEqual({ ok: true });
    expect(server.asked).toHaveLength(2);
  });

  it("of 304 that nobody asked for is an error", async () => {
    const server = await serve((_request, response) => response.writeHead(304).end());
    expect((await failureOf(httpTo(server).request(things()))).facts.kind).toBe("malformed");
  });

  it("must fit its schema, and the message does not repeat it", async () => {
    const server = await serve((_request, response) => sendJson(response, { ok: "maybe-later" }));
    const error = await failureOf(httpTo(server).request(things()));
    expect(error.facts.kind).toBe("malformed");
    expect(error.message).not.toContain("maybe-later");
    expect(server.asked).toHaveLength(1);
  });

  it.each(["x-correlation-id", "x-request-id"])("brings the id of %s along", async (name) => {
    const server = await serve((_request, response) => sendJson(response, {}, 400, { [name]: "abc-1" }));
    const http = httpTo(server);
    expect((await failureOf(http.request(things()))).facts.correlationId).toBe("abc-1");
    expect(http.health().lastError?.correlationId).toBe("abc-1");
  });

  it("brings no id that is not one", async () => {
    const server = await serve((_request, response) =>
      sendJson(response, { correlationId: "<b>\n" }, 400, { "x-correlation-id": "a b;c" }),
    );
    expect((await failureOf(httpTo(server).request(things()))).facts.correlationId).toBeNull();
  });

  it("is waited for as long as the time-out says", async () => {
    const server = await serve(() => undefined);
    const error = await failureOf(httpTo(server, { timeoutMs: 120 }).request(things()));
    expect(error.message).toBe(
      "Demo Vendor did not answer within 120 ms when asked to list things. Try again in a moment.",
    );
    expect(server.asked).toHaveLength(1);
  });
});

describe("the lane", () => {
  it("keeps the number of requests in the air", async () => {
    let now = 0;
    let most = 0;
    const server = await serve((_request, response) => {
      now += 1;
      most = Math.max(most, now);
      setImmediate(() => {
        now -= 1;
        sendJson(response, { ok: true });
      });
    });
    const http = httpTo(server, { rate: { concurrency: 2 }, timeoutMs: 5_000 });
    await Promise.all(Array.from({ length: 20 }, () => http.request(things())));
    expect(most).toBeLessThanOrEqual(2);
  });

  it("keeps a configured rate", async () => {
    const server = await serve((_request, response) => sendJson(response, { ok: true }));
    const http = httpTo(server, { rate: { requestsPerSecond: 3 }, timeoutMs: 5_000 });
    const started = performance.now();
    await Promise.all(Array.from({ length: 6 }, () => http.request(things())));
    expect(performance.now() - started).toBeGreaterThan(950);
  });
});
