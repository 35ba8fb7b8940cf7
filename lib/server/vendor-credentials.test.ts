import { inspect } from "node:util";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSandbox, type Sandbox } from "@/lib/sandbox/start-sandbox";
import { log } from "@/lib/server/log";
import { openDatabase } from "@/lib/server/store/database";
import { runSync } from "@/lib/server/sync/run-sync";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import { createCloudBlueSource } from "@/lib/vendors/cloudblue/source";
import { crawlAll, failureOf, startSpy } from "@/lib/vendors/contract-suite";
import { createIbmSource } from "@/lib/vendors/ibm/source";
import type { VendorRuntime } from "@/lib/vendors/runtime";
import { startTestServer, type TestServer } from "@/lib/vendors/test-server";

const vendors = ["cloudblue", "ibm"] as const;
type Vendor = (typeof vendors)[number];

const canaries = {
  username: "canary-user.api",
  password: 'canary "pass" word/ü+1',
  subscriptionKey: "canary-subscription-key-77",
  token: "canary.token-80.abcdefgh",
  clientId: "canary-client-id-78",
  clientSecret: "canary-client-secret-79",
};

const { clientId, clientSecret, ...cloudBlueCanaries } = canaries;
const ownCanaries = { cloudblue: Object.values(cloudBlueCanaries), ibm: [clientId, clientSecret] } as const;

// Before anything is logged: the log learns what to hide when it is first used.
vi.stubEnv("CLOUDBLUE_BASE_URL", "https://vendor.example/marketplace");
vi.stubEnv("CLOUDBLUE_USERNAME", canaries.username);
vi.stubEnv("CLOUDBLUE_PASSWORD", canaries.password);
vi.stubEnv("CLOUDBLUE_SUBSCRIPTION_KEY", canaries.subscriptionKey);
vi.stubEnv("CLOUDBLUE_MARKETPLACE", "us");
vi.stubEnv("IBM_CLIENT_ID", canaries.clientId);
vi.stubEnv("IBM_CLIENT_SECRET", canaries.clientSecret);
vi.stubEnv("SESSION_SECRET", "only-for-this-test-only-for-this-test");
vi.stubEnv("LOG_LEVEL", "trace");

let waitedMs = 0;
const runtime: VendorRuntime = {
  timeoutMs: 250,
  breaker: { failures: 1_000, countsShare: false },
  log: (event) => log.info(event, "vendor call"),
  clock: {
    now: () => Date.now() + waitedMs,
    monotonicMs: () => performance.now() + waitedMs,
    random: () => 0,
    wait: async (ms) => void (waitedMs += ms),
  },
};

const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => written.push(String(chunk)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

function sourceAt(vendor: Vendor, baseUrl: string): CatalogSource {
  const { username, password, subscriptionKey } = canaries;
  return vendor === "cloudblue"
    ? createCloudBlueSource({ baseUrl, username, password, subscriptionKey, marketplace: "us", ...runtime })
    : createIbmSource({ baseUrl, clientId, clientSecret, ...runtime });
}

/** Every form in which a credential could stand in a text. */
const forbidden = Object.values(canaries).flatMap((canary) => [
  canary,
  JSON.stringify(canary).slice(1, -1),
  encodeURIComponent(canary),
  Buffer.from(canary).toString("base64"),
  Buffer.from(canary).toString("base64url"),
]);
forbidden.push(Buffer.from(`${canaries.username}:${canaries.password}`).toString("base64"));

function expectClean(text: string): void {
  for (const canary of forbidden) expect(text).not.toContain(canary);
}

describe("redirects", () => {
  let sandbox: Sandbox;
  let spy: Awaited<ReturnType<typeof startSpy>>;
  beforeAll(async () => {
    sandbox = await startSandbox({ products: 20, ibmProducts: 20 });
    spy = await startSpy();
  });
  afterAll(async () => {
    await sandbox.close();
    spy.server.close();
  });

  const routes = [
    ["cloudblue", "token"],
    ["cloudblue", "products"],
    ["ibm", "reseller-products"],
    ["ibm", "locales"],
  ] as const;
  const matrix = routes.flatMap(([vendor, route]) =>
    [301, 302, 303, 307, 308].flatMap((status) =>
      ["same origin", "other origin"].map((target) => ({ vendor, route, status, target })),
    ),
  );

  it.each(matrix)("$status of $vendor $route to the $target carries nothing anywhere", async (row) => {
    const { vendor, route, status, target } = row;
    spy.heard.length = 0;
    sandbox.faults.clear();
    sandbox.requests.clear();
    const origin = target === "other origin" ? spy.origin : `http://127.0.0.1:${sandbox.port}`;
    const location = `${origin}/ibm/marketplace/run/elsewhere`;
    sandbox.faults.set({ kind: "redirect", status, location, vendor, route });
    const source =
      vendor === "cloudblue"
        ? createCloudBlueSource({ ...sandbox.settings.cloudblue, ...runtime })
        : createIbmSource({ ...sandbox.settings.ibm, ...runtime });
    const { signal } = new AbortController();
    const work = route === "locales" ? source.probe(signal) : crawlAll(source, signal);
    const error = await failureOf(work);
    expect(error.facts).toMatchObject({ vendor, kind: "malformed" });
    expect(error.message).not.toContain("elsewhere");
    expect(spy.heard).toEqual([]);
    expect(sandbox.requests.list().filter((request) => request.target.includes("elsewhere"))).toEqual([]);
  });
});

describe("a vendor that repeats our credentials in all it says", () => {
  let server: TestServer;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;

  beforeAll(async () => {
    server = await startTestServer((request, response) => {
      if (request.method === "POST") return login(response);
      answer(request, response);
    });
  });
  afterAll(() => server.close());

  function login(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ token: canaries.token, expiresInSeconds: 1500 }));
  }

  /** Credentials as they arrived, and as the vendor may have them in its own records. */
  const echoOf = (vendor: Vendor, { headers }: IncomingMessage) =>
    `${JSON.stringify(headers)} ${ownCanaries[vendor].join(" ")} ${ownCanaries[vendor].map(encodeURIComponent).join(" ")}`;
  const secretOf = (vendor: Vendor) => (vendor === "cloudblue" ? canaries.subscriptionKey : canaries.clientSecret);

  const bodies: readonly [string, (echo: string, secret: string) => unknown][] = [
    ["platform", (echo, secret) => ({ message: echo, errorCode: secret, correlationId: secret })],
    ["spring", (echo) => ({ error: echo, message: echo, path: echo })],
    ["gateway", (echo) => ({ httpCode: "400", httpMessage: echo, moreInformation: echo })],
    ["reseller", (echo, secret) => ({ errorCode: secret, errorMessage: { echo } })],
    ["catalog", (echo) => ({ error: { code: 1, message: echo } })],
    ["text", (echo) => echo],
  ];
  const statuses = [200, 302, 400, 401, 403, 404, 409, 422, 429, 500, 501, 503];
  const cases = vendors.flatMap((vendor) =>
    statuses.flatMap((status) =>
      bodies.map(([shape, body], at) => ({ vendor, status, shape, body, correlated: at % 2 === 1 })),
    ),
  );

  it.each(cases)("leaves no trace of them: $vendor $status $shape", async ({ vendor, status, body, correlated }) => {
    answer = (request, response) => {
      response.writeHead(status, {
        "content-type": "application/json",
        ...(correlated ? { "x-correlation-id": secretOf(vendor) } : {}),
        "retry-after": "1",
        ...(status === 302 ? { location: `https://vendor.example/?key=${secretOf(vendor)}` } : {}),
      });
      response.end(JSON.stringify(body(echoOf(vendor, request), secretOf(vendor))));
    };
    await expectNoTrace(vendor);
  });

  const lines: readonly [string, (echo: string, request: IncomingMessage, response: ServerResponse) => void][] = [
    ["a reset", (_echo, request) => request.socket.resetAndDestroy()],
    ["silence", () => undefined],
    ["half an answer", (echo, _request, response) => void response.write(`{"data":[${echo}`)],
    ["broken JSON", (echo, _request, response) => sendText(response, `{${echo}`)],
    ["our words as field names", (echo, _request, response) => sendText(response, namedAfter(echo))],
  ];
  const spoilt = vendors.flatMap((vendor) => lines.map(([name, line]) => ({ vendor, name, line })));

  it.each(spoilt)("leaves no trace of them: $vendor $name", async ({ vendor, line }) => {
    answer = (request, response) => line(echoOf(vendor, request), request, response);
    await expectNoTrace(vendor);
  });

  function sendText(response: ServerResponse, text: string): void {
    response.writeHead(200, { "content-type": "application/json", "x-request-id": "request-1" });
    response.end(text);
  }

  const namedAfter = (echo: string) => JSON.stringify({ [echo]: echo, data: { [echo]: 1 }, pagination: { [echo]: 1 } });

  it.each(vendors)("leaves no trace of them in the records that %s spoils with them", async (vendor) => {
    answer = (request, response) => {
      const echo = echoOf(vendor, request);
      const records = [
        { mpn: "M-1", [echo]: echo, name: 7 },
        { id: "I-1", name: { echo } },
        { id: echo, mpn: echo },
        echo,
      ];
      const good = {
        mpn: "M-2",
        id: "I-2",
        name: "Good",
        purchasePlans: [{ [echo]: echo }],
        prices: [{ amount: echo }],
      };
      sendText(
        response,
        JSON.stringify({ data: [...records, good], pagination: { total: 5 }, metadata: { total: 5 } }),
      );
    };
    const { rejected } = await crawlAll(sourceAt(vendor, server.baseUrl));
    expect(rejected.length).toBeGreaterThan(3);
    expectClean(JSON.stringify(rejected));
    await expectNoTrace(vendor);
  });

  /** The error itself, its whole chain, the row of the sync, the findings and every line of the log. */
  async function expectNoTrace(vendor: Vendor): Promise<void> {
    const source = sourceAt(vendor, server.baseUrl);
    const { signal } = new AbortController();
    const error: unknown = await crawlAll(source, signal).catch((thrown: unknown) => thrown);
    log.error({ err: error }, "shown whole");
    expectClean(inspect(error, { depth: null, showHidden: true }));
    expectClean(JSON.stringify(error));
    expectClean(JSON.stringify(source.health()));
    const db = await openDatabase({ kind: "sqlite", file: ":memory:" });
    try {
      const now = () => new Date("2026-11-22T12:00:00.000Z");
      await runSync({
        db,
        source: sourceAt(vendor, server.baseUrl),
        locales: ["en-us"],
        signal,
        startedBy: "test",
        now,
      });
      expectClean(JSON.stringify(await db.selectFrom("syncs").selectAll().execute()));
      expectClean(JSON.stringify(await db.selectFrom("findings").selectAll().execute()));
    } finally {
      await db.destroy();
    }
    expect(written.join("")).toContain("shown whole");
    expectClean(written.join(""));
  }
});
