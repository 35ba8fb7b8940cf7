import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSandbox, type Sandbox } from "../start-sandbox";
import { basic, call, createCaller, field } from "../test-caller";

let sandbox: Sandbox;
let caller: ReturnType<typeof createCaller>;

beforeAll(async () => {
  sandbox = await startSandbox({ tokenSeconds: 60 });
  caller = createCaller(sandbox);
});
afterAll(() => sandbox.close());

describe("token", () => {
  const good = () => {
    const { username, password, subscriptionKey, marketplace } = sandbox.settings.cloudblue;
    return {
      headers: { "x-subscription-key": subscriptionKey, authorization: basic(username, password) },
      body: JSON.stringify({ marketplace }) as string | undefined,
    };
  };
  const ask = (change: { headers?: Record<string, string>; without?: string; body?: string | null }) => {
    const { headers, body } = good();
    const sent = Object.entries({ ...headers, ...change.headers }).filter(([name]) => name !== change.without);
    const init = { method: "POST", headers: Object.fromEntries(sent) };
    const text = change.body === undefined ? body : change.body;
    return call(
      `${sandbox.settings.cloudblue.baseUrl}/token`,
      text === null || text === undefined ? init : { ...init, body: text },
    );
  };

  test("right credentials give a token and its life", async () => {
    const answer = await ask({});
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ token: expect.stringMatching(/^sandbox\./), expiresInSeconds: 60 });
  });

  test.each([
    ["no key", { without: "x-subscription-key" }, 401, "statusCode"],
    ["a wrong key", { headers: { "x-subscription-key": "other" } }, 401, "statusCode"],
    ["no sign-in", { without: "authorization" }, 401, "correlationId"],
    ["a wrong password", { headers: { authorization: basic("sandbox-user.api", "no") } }, 401, "correlationId"],
    ["another marketplace", { body: '{"marketplace":"de"}' }, 403, "correlationId"],
    ["no marketplace", { body: "{}" }, 400, "correlationId"],
    ["no body", { body: null }, 400, "correlationId"],
    ["a body that is not JSON", { body: "marketplace=us" }, 400, "correlationId"],
  ])("%s is refused", async (_, change, status, bodyField) => {
    const answer = await ask(change);
    expect(answer.status).toBe(status);
    expect(answer.body).toHaveProperty(bodyField);
    expect(answer.headers.get("x-correlation-id")).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("data calls", () => {
  test("a good token without the key is refused by the gateway", async () => {
    const token = await caller.signIn();
    const answer = await call(`${sandbox.settings.cloudblue.baseUrl}/products`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ statusCode: 401, message: expect.stringContaining("missing subscription key") });
  });

  test("an unknown token is refused in the platform's shape, with one correlation id in header and body", async () => {
    const answer = await caller.cloudblue("/products", { headers: { authorization: "Bearer guess" } });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      timeStamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      status: 401,
      message: expect.any(String),
      path: "/products",
      correlationId: answer.headers.get("x-correlation-id"),
    });
  });

  test("the production error shape can be switched on", async () => {
    sandbox.dialect.cloudblue.errorBody = "spring";
    const answer = await caller.cloudblue("/products?offset=-1");
    sandbox.dialect.cloudblue.errorBody = "platform";
    expect(answer.body).toMatchObject({ timestamp: expect.any(String), status: 400, error: "Bad Request" });
    expect(answer.body).not.toHaveProperty("message");
  });

  test("a token ends with its life", async () => {
    await caller.signIn();
    expect((await caller.cloudblue("/products?limit=1")).status).toBe(200);
    sandbox.clock.advance(59);
    expect((await caller.cloudblue("/products?limit=1")).status).toBe(200);
    sandbox.clock.advance(2);
    expect((await caller.cloudblue("/products?limit=1")).status).toBe(401);
    await caller.signIn();
    expect((await caller.cloudblue("/products?limit=1")).status).toBe(200);
  });

  test("a spent request budget answers 429 and the wait, until the window is over", async () => {
    await caller.signIn();
    sandbox.dialect.cloudblue.budget = { requests: 2, seconds: 30, retryAfter: "seconds" };
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push(await caller.cloudblue("/products?limit=1"));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(Number(statuses[2]?.headers.get("retry-after"))).toBeGreaterThan(0);
    sandbox.clock.advance(31);
    expect((await caller.cloudblue("/products?limit=1")).status).toBe(200);
    sandbox.dialect.cloudblue.budget = null;
  });

  test("an address that is not there is a 404 of the platform", async () => {
    const answer = await caller.cloudblue("/products/123");
    expect(answer.status).toBe(404);
    expect(field(answer.body, "path")).toBe("/products/123");
  });
});
