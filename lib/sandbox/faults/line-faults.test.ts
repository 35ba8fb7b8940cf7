import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startSandbox, type Sandbox } from "../start-sandbox";
import { createCaller, field } from "../test-caller";

let sandbox: Sandbox;
let caller: ReturnType<typeof createCaller>;

beforeAll(async () => {
  sandbox = await startSandbox({ products: 60, ibmProducts: 30 });
  caller = createCaller(sandbox);
  await caller.signIn();
});
afterEach(() => sandbox.faults.clear());
afterAll(() => sandbox.close());

const products = (init?: { signal: AbortSignal }) => caller.cloudblue("/products", init);
const categories = (init?: { signal: AbortSignal }) => caller.ibm("/catalog/categories", init);

describe("status codes", () => {
  test.each([401, 403, 404, 422, 429, 500, 503])("%i comes in each vendor's own shape", async (status) => {
    sandbox.faults.set({ kind: "status", status });
    const answers = [await products(), await categories(), await caller.ibm("/catalog/reseller/products?locale=en-us")];
    expect(answers.map((answer) => answer.status)).toEqual([status, status, status]);
    expect(answers.map(({ body }) => Object.keys(body as object))).toEqual([
      ["timeStamp", "status", "message", "path", "correlationId"],
      ["error"],
      ["errorCode", "errorMessage"],
    ]);
    expect(answers[0]?.headers.get("x-correlation-id")).not.toBeNull();
  });

  test("429 may say how long, in seconds, as a date, as nonsense or not at all", async () => {
    const wait = async (more: object) => {
      sandbox.faults.clear();
      sandbox.faults.set({ kind: "status", status: 429, ...more });
      return (await products()).headers.get("retry-after");
    };
    expect(await wait({ retryAfter: 7 })).toBe("7");
    expect(await wait({ retryAfter: "soon" })).toBe("soon");
    expect(Date.parse((await wait({ retryAfterDateIn: 60 })) ?? "")).toBeGreaterThan(Date.now() + 50_000);
    expect(await wait({})).toBeNull();
  });

  test("the gateway's bodies can be asked for", async () => {
    sandbox.faults.set({ kind: "status", status: 429, bodyShape: "gateway" });
    expect(field((await products()).body, "statusCode")).toBe(429);
    expect(field((await categories()).body, "httpCode")).toBe("429");
  });

  test("redirects lead where they are told", async () => {
    sandbox.faults.set({ kind: "redirect", location: "http://attacker.example/steal", status: 307 });
    const answer = await products();
    expect([answer.status, answer.headers.get("location")]).toEqual([307, "http://attacker.example/steal"]);
  });
});

describe("bodies", () => {
  test("broken JSON, HTML with 200, and a wrong content type", async () => {
    sandbox.faults.set({ kind: "broken-json", times: 1 });
    const broken = await products();
    expect([broken.status, broken.body, broken.text.startsWith('{"data"')]).toEqual([200, undefined, true]);
    sandbox.faults.set({ kind: "html", times: 1 });
    const html = await products();
    expect([html.status, html.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    sandbox.faults.set({ kind: "content-type", value: "text/plain", times: 1 });
    expect((await products()).headers.get("content-type")).toBe("text/plain");
  });

  test.each([
    ["empty", /^$/],
    ["null", /^null$/],
    ["array", /^\[\{/],
    ["deep", /^(\{"data":){1000}/],
    ["duplicate-keys", /"pagination".*"pagination"/],
    ["proto", /"__proto__"/],
    ["nan", /"total":NaN/],
    ["text-numbers", /"total":"\d+"/],
  ] as const)("the %s body", async (form, pattern) => {
    sandbox.faults.set({ kind: "body", form });
    expect((await products()).text).toMatch(pattern);
  });

  test("a small gzip answer unfolds to megabytes, an oversized one arrives whole", async () => {
    sandbox.faults.set({ kind: "gzip-bomb", megabytes: 5, times: 1 });
    const bomb = await products();
    expect(bomb.text).toHaveLength(5_000_000);
    expect(Number(bomb.headers.get("content-length"))).toBeLessThan(20_000);
    sandbox.faults.set({ kind: "oversize", megabytes: 2, times: 1 });
    const big = await products();
    expect(big.text.length).toBeGreaterThan(2_000_000);
    expect(big.body).toHaveProperty("pagination");
  });
});

describe("the line", () => {
  test.each([
    ["reset", { kind: "reset" }],
    ["down", { kind: "down" }],
    ["cut after 100 bytes", { kind: "cut", bytes: 100 }],
  ] as const)("%s ends in a failed call, and only while it is on", async (_, fault) => {
    const id = sandbox.faults.set({ ...fault, vendor: "ibm" });
    await expect(categories()).rejects.toThrow(/fetch failed|terminated/);
    expect((await products()).status).toBe(200);
    sandbox.faults.clear(id);
    expect((await categories()).status).toBe(200);
  });

  test("a hanging answer never comes", async () => {
    for (const at of ["start", "body"] as const) {
      sandbox.faults.clear();
      sandbox.faults.set({ kind: "hang", at });
      await expect(categories({ signal: AbortSignal.timeout(150) })).rejects.toThrow("timeout");
    }
  });

  test("latency delays, dripping delays the body", async () => {
    const time = async () => {
      const start = performance.now();
      expect((await categories()).status).toBe(200);
      return performance.now() - start;
    };
    sandbox.faults.set({ kind: "latency", ms: 120, times: 1 });
    expect(await time()).toBeGreaterThanOrEqual(115);
    sandbox.faults.clear();
    const length = (await categories()).text.length;
    sandbox.faults.set({ kind: "drip", bytes: Math.ceil(length / 4), ms: 40, times: 1 });
    expect(await time()).toBeGreaterThanOrEqual(115);
  });

  test("a paused sandbox refuses, a resumed one answers at the same address", async () => {
    await sandbox.pause();
    await expect(categories()).rejects.toThrow("fetch failed");
    await sandbox.resume();
    expect((await categories()).status).toBe(200);
  });
});

test("tokens expire under way on every second data call", async () => {
  sandbox.faults.set({ kind: "expire-tokens", vendor: "cloudblue", route: "products", every: 2 });
  const statuses: number[] = [];
  for (let i = 0; i < 4; i++) {
    const { status } = await products();
    statuses.push(status);
    if (status === 401) await caller.signIn();
  }
  expect(statuses).toEqual([200, 401, 200, 401]);
});
