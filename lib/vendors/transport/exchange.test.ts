import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FaultKind } from "@/lib/sandbox/faults/fault";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import { systemClock } from "@/lib/vendors/transport/clock";
import { type Limits, limitsOf } from "@/lib/vendors/transport/deadline";
import { exchange } from "@/lib/vendors/transport/exchange";
import { createRedactor } from "@/lib/vendors/transport/redact";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.faults.clear());
afterAll(() => sandbox.close());

/** Far above what any test here takes. */
const ample: Limits = { wholeMs: 60_000, connectMs: 60_000, headersMs: 60_000, idleMs: 60_000 };

function ask(baseUrl: string, limits: Partial<Limits>): Promise<string> {
  const { clientId, clientSecret } = sandbox.settings.ibm;
  const settings = {
    vendor: "demo",
    label: "Demo Vendor",
    limits: { ...ample, ...limits },
    bytesMax: 1_000_000,
    redact: createRedactor([]),
    clock: systemClock,
    readErrorBody: () => ({ code: null, message: null }),
  };
  const request = {
    operation: "list things",
    url: new URL(`${baseUrl}/v2/catalog/locales`),
    method: "GET" as const,
    headers: { "x-ibm-client-id": clientId, "x-ibm-client-secret": clientSecret },
    body: null,
    parse: async () => ({ kind: "parsed", data: null }) as const,
    cached: null,
    signal: new AbortController().signal,
  };
  return exchange(settings, request).then(
    () => "answered",
    (error: Error) => error.message,
  );
}

describe("each part of an exchange has its own limit", () => {
  const late: readonly [string, FaultKind, Partial<Limits>, string][] = [
    ["the head", { kind: "hang", at: "start" }, { headersMs: 80 }, "did not begin to answer within 80 ms"],
    ["the head", { kind: "latency", ms: 5_000 }, { headersMs: 80 }, "did not begin to answer within 80 ms"],
    ["the body", { kind: "hang", at: "body" }, { idleMs: 80 }, "stopped in the middle of an answer for 80 ms"],
    ["the body", { kind: "drip", bytes: 1, ms: 500 }, { idleMs: 80 }, "stopped in the middle of an answer for 80 ms"],
    ["the whole", { kind: "drip", bytes: 1, ms: 20 }, { wholeMs: 300 }, "did not answer within 300 ms"],
  ];
  it.each(late)("that of %s under %o", async (_part, fault, limits, fact) => {
    sandbox.faults.set(fault);
    const message = await ask(sandbox.settings.ibm.baseUrl, limits);
    expect(message).toBe(`Demo Vendor ${fact} when asked to list things. Try again in a moment.`);
  });

  it("and a slow head does not use up the time to connect", async () => {
    sandbox.faults.set({ kind: "latency", ms: 400 });
    expect(await ask(sandbox.settings.ibm.baseUrl, { connectMs: 200 })).toBe("answered");
  });

  it("and a slow answer on a connection that stood before does not, either", async () => {
    expect(await ask(sandbox.settings.ibm.baseUrl, {})).toBe("answered");
    sandbox.faults.set({ kind: "latency", ms: 400 });
    expect(await ask(sandbox.settings.ibm.baseUrl, { connectMs: 200 })).toBe("answered");
  });

  it("and what came while this thread was busy is not late", async () => {
    const answer = ask(sandbox.settings.ibm.baseUrl, { connectMs: 100, headersMs: 100 });
    const until = performance.now() + 150;
    while (performance.now() < until) continue;
    expect(await answer).toBe("answered");
  });
});

describe("a connection", () => {
  let mute: Server;
  beforeAll(async () => {
    // Takes connections and never shakes hands.
    mute = createServer((socket) => socket.on("error", () => undefined));
    mute.listen(0, "127.0.0.1");
    await once(mute, "listening");
  });
  afterAll(() => {
    mute.close();
  });

  it("that does not come about ends long before the answer would be late", async () => {
    const address = mute.address();
    const port = typeof address === "object" && address ? address.port : 0;
    expect(await ask(`https://127.0.0.1:${port}`, { connectMs: 80 })).toBe(
      "Demo Vendor could not be reached within 80 ms when asked to list things. Try again in a moment.",
    );
  });
});

describe("the limits", () => {
  it.each([
    [30_000, { connectMs: 3_000, headersMs: 10_000, idleMs: 10_000 }],
    [120_000, { connectMs: 12_000, headersMs: 40_000, idleMs: 40_000 }],
    [2_000, { connectMs: 1_000, headersMs: 1_000, idleMs: 666 }],
    [150, { connectMs: 150, headersMs: 150, idleMs: 50 }],
  ])("of %i ms are shares of it", (wholeMs, parts) => {
    expect(limitsOf(wholeMs)).toEqual({ wholeMs, ...parts });
  });
});
