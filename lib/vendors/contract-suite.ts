import { createServer, type IncomingHttpHeaders } from "node:http";
import { once } from "node:events";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { BODY_FORMS, type FaultKind, type FaultScope } from "@/lib/sandbox/faults/fault";
import { startSandbox, type Sandbox } from "@/lib/sandbox/start-sandbox";
import type { VendorProduct } from "@/lib/domain/catalog/product";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import type { RejectedRecord } from "@/lib/vendors/source-page";
import { VendorError, type VendorErrorKind } from "@/lib/vendors/errors";
import type { NeutralOrder } from "@/lib/vendors/order-draft";
import type { Relay, Sender } from "@/lib/vendors/relay";
import type { VendorRuntime } from "@/lib/vendors/runtime";
import { parseBody } from "@/lib/vendors/transport/parse-body";
import type { VendorLogEvent } from "@/lib/vendors/transport/log";

/** What a sandbox has to offer, whosever vendor it stands in for. */
export type ContractSandbox = Pick<Sandbox, "port" | "faults" | "requests" | "close"> & { readonly settings: object };

/** What the suite must know of an adapter; the cases are the same for every vendor. */
export type ContractSubject<Stage extends ContractSandbox = Sandbox> = Names & {
  readonly createSource: (settings: Stage["settings"], runtime: VendorRuntime) => CatalogSource;
  readonly secrets: (settings: Stage["settings"]) => readonly string[];
  /** Products the crawl must find. */
  readonly expectedCount: (sandbox: Stage) => number;
};

type Names = {
  readonly vendor: string;
  /** The sandbox's name of the route that lists products. */
  readonly listRoute: string;
  /** The sandbox's name of the route that prices an order; null where the vendor has none. */
  readonly estimateRoute: string | null;
  /** Requests to the list when every answer is a 401: one, and one more where a new login may help. */
  readonly triesOn401: number;
};

export type ContractStage<Stage extends ContractSandbox> = {
  readonly start: () => Promise<Stage>;
  /** Brings back how the sandbox speaks before each case. */
  readonly reset?: (sandbox: Stage) => void;
};

type Crawled = { readonly products: VendorProduct[]; readonly rejected: RejectedRecord[] };

/** Where nothing is meant to time out: a busy machine must not decide a test. */
const patientMs = 20_000;
/** Where the vendor hangs on purpose. */
const impatientMs = 250;

const ownSandbox: ContractStage<Sandbox> = {
  start: () => startSandbox({ products: 237, ibmProducts: 237 }),
  reset: ({ dialect }) => {
    dialect.ibm.resellerList = "paged";
    dialect.ibm.links = "absolute";
  },
};

/** One list of cases for all adapters, over real HTTP against the sandbox vendors. */
export function describeVendorContract(subject: ContractSubject): void {
  describeContract(subject, ownSandbox);
}

/** The same for a vendor with a sandbox of its own. */
export function describeContract<Stage extends ContractSandbox>(
  subject: ContractSubject<Stage>,
  stage: ContractStage<Stage>,
): void {
  describe(`${subject.vendor} meets the vendor contract`, () => {
    const bench = createBench(subject, stage);
    beforeAll(bench.start);
    afterAll(bench.stop);
    beforeEach(bench.reset);
    completenessCases(bench);
    statusCases(subject, bench);
    transportCases(subject, bench);
    recordCases(bench);
    relayCases(subject, bench);
    estimateCases(subject, bench);
  });
}

type Bench = {
  readonly sandbox: () => ContractSandbox;
  readonly spy: () => Awaited<ReturnType<typeof startSpy>>;
  readonly logged: () => readonly VendorLogEvent[];
  readonly secrets: () => readonly string[];
  readonly expectedCount: () => number;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly reset: () => void;
  readonly source: (more?: Partial<VendorRuntime>, settings?: object) => CatalogSource;
  readonly onList: (fault: FaultKind, scope?: FaultScope) => void;
  readonly asked: () => number;
};

function createBench<Stage extends ContractSandbox>(
  subject: ContractSubject<Stage>,
  stage: ContractStage<Stage>,
): Bench {
  let sandbox: Stage;
  let spy: Awaited<ReturnType<typeof startSpy>>;
  let logged: VendorLogEvent[] = [];
  const runtime = (): VendorRuntime => ({
    timeoutMs: patientMs,
    pageSize: 10,
    log: (event) => logged.push(event),
  });
  return {
    sandbox: () => sandbox,
    spy: () => spy,
    logged: () => logged,
    secrets: () => subject.secrets(sandbox.settings),
    expectedCount: () => subject.expectedCount(sandbox),
    start: async () => {
      sandbox = await stage.start();
      spy = await startSpy();
    },
    stop: async () => {
      await sandbox.close();
      spy.server.close();
    },
    reset: () => {
      sandbox.faults.clear();
      sandbox.requests.clear();
      stage.reset?.(sandbox);
      spy.heard.length = 0;
      logged = [];
    },
    source: (more = {}, settings = {}) =>
      subject.createSource({ ...sandbox.settings, ...settings }, { ...runtime(), ...more }),
    onList: (fault, scope = {}) =>
      void sandbox.faults.set({ ...fault, ...scope, vendor: subject.vendor, route: subject.listRoute }),
    asked: () => sandbox.requests.count({ vendor: subject.vendor, route: subject.listRoute }),
  };
}

export async function startSpy() {
  const heard: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    heard.push(request.headers);
    response.setHeader("content-type", "application/json").end(`{"data":[],"pagination":{"total":0}}`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { server, heard, origin: `http://127.0.0.1:${port}` };
}

export async function crawlAll(source: CatalogSource, signal = new AbortController().signal): Promise<Crawled> {
  const crawled: Crawled = { products: [], rejected: [] };
  for await (const page of source.crawl({ locale: "en-us", signal })) {
    crawled.products.push(...page.products);
    crawled.rejected.push(...page.rejected);
  }
  return crawled;
}

export async function failureOf(work: Promise<unknown>): Promise<VendorError> {
  const outcome = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome && outcome.error instanceof VendorError) return outcome.error;
  throw new Error(`expected a VendorError, got ${JSON.stringify(Object.keys(outcome))}`, { cause: outcome });
}

function completenessCases(bench: Bench): void {
  const crawl = () => crawlAll(bench.source());
  const expectAll = ({ products, rejected }: Crawled) => {
    const keys = new Set(
      products.map((product) => JSON.stringify([product.partNumber, product.externalId, product.plans])),
    );
    expect(products).toHaveLength(bench.expectedCount());
    expect(keys.size).toBe(products.length);
    expect(rejected).toEqual([]);
  };

  it("reads every page, each product once", async () => {
    expectAll(await crawl());
    expect(bench.asked()).toBeGreaterThanOrEqual(Math.ceil(bench.expectedCount() / 10));
  });

  const survived: readonly [string, FaultKind][] = [
    ["rows that come twice", { kind: "duplicate-row" }],
    ["answers without any totals", { kind: "no-totals" }],
    ["links that point elsewhere", { kind: "foreign-links", origin: "http://127.0.0.1:9" }],
  ];
  it.each(survived)("survives %s", async (_name, fault) => {
    bench.onList(fault);
    const { products } = await crawl();
    expect(products).toHaveLength(bench.expectedCount());
  });

  it("asks again when one page repeats the one before", async () => {
    bench.onList({ kind: "repeat-page" }, { after: 4, times: 1 });
    expectAll(await crawl());
  });

  it("survives pages that overlap once", async () => {
    bench.onList({ kind: "overlap", rows: 3 }, { after: 2, times: 3 });
    expectAll(await crawl());
  });

  it("does not sink when the stated total grows by one while reading", async () => {
    bench.onList({ kind: "total-drift", step: 1 }, { after: 5, times: 1 });
    expectAll(await crawl());
  });

  it("stops at a page that never advances", async () => {
    bench.onList({ kind: "stuck-page" });
    const error = await failureOf(crawl());
    expect(error.facts.kind).toBe("incomplete");
    expect(bench.asked()).toBeLessThan(10);
  });

  it("refuses a list that keeps promising more than it gives", async () => {
    bench.onList({ kind: "total-drift", step: 100 });
    expect((await failureOf(crawl())).facts.kind).toBe("incomplete");
  });

  it("takes an empty list for what it is", async () => {
    bench.onList({ kind: "empty" });
    expect((await crawl()).products).toEqual([]);
  });

  it("never asks an address that an answer named", async () => {
    bench.onList({ kind: "foreign-links", origin: bench.spy().origin });
    await crawl();
    expect(bench.spy().heard).toEqual([]);
  });
}

function statusCases(subject: Names, bench: Bench): void {
  const refusals: readonly [number, VendorErrorKind][] = [
    [400, "rejected"],
    [401, "unauthorized"],
    [403, "forbidden"],
    [404, "notFound"],
    [409, "rejected"],
    [422, "rejected"],
  ];
  it.each(refusals)("says what a %i means and does not ask again", async (status, kind) => {
    for (const bodyShape of ["platform", "spring", "gateway"] as const) {
      bench.reset();
      bench.onList({ kind: "status", status, bodyShape });
      const source = bench.source();
      const error = await failureOf(crawlAll(source));
      expect(error.facts).toMatchObject({ vendor: subject.vendor, kind, status });
      expect(error.message).toContain(source.label);
      expect(error.message).toContain(`${status}`);
      expect(bench.asked()).toBe(status === 401 ? subject.triesOn401 : 1);
      expect(source.health()).toMatchObject({ breaker: "closed", reachable: true });
      expectNoSecret(bench, error);
    }
  });

  it("marks the credentials as refused after a 401 and as accepted after an answer", async () => {
    const source = bench.source();
    bench.onList({ kind: "status", status: 401 });
    await failureOf(crawlAll(source));
    expect(source.health().credential).toBe("rejected");
    bench.reset();
    await source.probe(new AbortController().signal);
    expect(source.health().credential).toBe("accepted");
  });

  it.each([500, 502, 503])("asks again after a single %i", async (status) => {
    bench.onList({ kind: "status", status }, { after: 2, times: 1 });
    const { products } = await crawlAll(bench.source());
    expect(products).toHaveLength(bench.expectedCount());
  });

  it("gives up after three tries of a lasting 500", async () => {
    bench.onList({ kind: "status", status: 500 });
    const error = await failureOf(crawlAll(bench.source()));
    expect(error.facts).toMatchObject({ kind: "unavailable", status: 500 });
    expect(bench.asked()).toBe(3);
    expectNoSecret(bench, error);
  });

  it("leaves a dead vendor alone and notices when it is back", async () => {
    bench.onList({ kind: "status", status: 503 });
    const source = bench.source({ breaker: { failures: 3, halfOpenAfterMs: 100 } });
    await failureOf(crawlAll(source));
    expect(source.health()).toMatchObject({ breaker: "open", reachable: false });
    const asked = bench.asked();
    const refused = await failureOf(crawlAll(source));
    expect(refused.facts.kind).toBe("unavailable");
    expect(bench.asked()).toBe(asked);
    bench.sandbox().faults.clear();
    const found = () =>
      crawlAll(source).then(
        ({ products }) => products.length,
        () => 0,
      );
    await expect.poll(found, { timeout: patientMs }).toBeGreaterThan(0);
    expect(source.health()).toMatchObject({ breaker: "closed", reachable: true, nextTryAt: null });
  });

  const waits = [
    [429, { retryAfter: 1 }],
    [429, { retryAfterDateIn: 1 }],
    [429, {}],
    [503, { retryAfter: 1 }],
    [503, { retryAfterDateIn: 1 }],
  ] as const;
  it.each(waits)("waits as told by a %i with %o", async (status, told) => {
    bench.onList({ kind: "status", status, ...told }, { after: 3, times: 1 });
    const source = bench.source();
    const { products } = await crawlAll(source);
    expect(products).toHaveLength(bench.expectedCount());
    expect(source.health().throttled).toBe(status === 429 ? 1 : 0);
    const times = bench.sandbox().requests.list({ vendor: subject.vendor, route: subject.listRoute });
    const refused = times.findIndex((one) => one.status === status);
    const after = times[refused + 1];
    expect(after).toBeDefined();
    expect((after?.at ?? 0) - (times[refused]?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it("does not sit out a long wait, but says how long it is", async () => {
    bench.onList({ kind: "status", status: 429, retryAfter: 500 });
    const source = bench.source();
    const error = await failureOf(crawlAll(source));
    expect(error.facts.kind).toBe("throttled");
    expect(error.facts.retryAfterMs).toBeGreaterThan(490_000);
    expect(bench.asked()).toBe(1);
    expect(source.health().nextTryAt).not.toBeNull();
  });
}

function transportCases(subject: Names, bench: Bench): void {
  const cuts: readonly [string, FaultKind, VendorErrorKind][] = [
    ["an answer that never begins", { kind: "hang", at: "start" }, "timeout"],
    ["an answer that stops in the middle", { kind: "hang", at: "body" }, "timeout"],
    ["an answer of one byte at a time", { kind: "drip", bytes: 1, ms: 60 }, "timeout"],
    ["a connection that breaks", { kind: "reset" }, "network"],
    ["a connection that closes without a word", { kind: "down" }, "network"],
    ["an answer cut short", { kind: "cut", bytes: 60 }, "network"],
    ["broken JSON", { kind: "broken-json" }, "malformed"],
    ["a page of HTML", { kind: "html", status: 200 }, "malformed"],
    ["a wrong content type", { kind: "content-type", value: "text/plain" }, "malformed"],
    ["more than 10 MiB", { kind: "oversize", megabytes: 11 }, "malformed"],
    ["a gzip bomb", { kind: "gzip-bomb", megabytes: 200 }, "malformed"],
  ];
  it.each(cuts)("survives %s", async (_name, fault, kind) => {
    bench.onList(fault);
    const memoryBefore = process.memoryUsage().rss;
    const hangs = kind === "timeout";
    const error = await failureOf(crawlAll(bench.source(hangs ? { timeoutMs: impatientMs } : {})));
    expect(error.facts.kind).toBe(kind);
    expect(error.message).toContain(bench.source().label);
    expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(250 * 1024 * 1024);
    expectNoSecret(bench, error);
  });

  it.each(BODY_FORMS)("survives the body form %s", async (form) => {
    bench.onList({ kind: "body", form });
    const outcome = await crawlAll(bench.source()).catch((error: unknown) => error);
    if (outcome instanceof VendorError) expect(outcome.facts.kind).toMatch(/malformed|incomplete/);
    else expect((outcome as Crawled).products).toHaveLength(bench.expectedCount());
  });

  it.each([301, 302, 303, 307, 308])("does not carry credentials along a %i", async (status) => {
    bench.onList({ kind: "redirect", status, location: `${bench.spy().origin}/elsewhere` });
    const error = await failureOf(crawlAll(bench.source()));
    expect(error.facts.kind).toBe("malformed");
    expect(bench.spy().heard).toEqual([]);
    expect(error.message).not.toContain(bench.spy().origin);
  });

  it("stops at once when the caller gives up", async () => {
    bench.onList({ kind: "hang", at: "start" });
    const controller = new AbortController();
    const work = failureOf(crawlAll(bench.source(), controller.signal));
    await expect.poll(() => bench.sandbox().faults.list()[0]?.seen ?? 0).toBeGreaterThan(0);
    const started = performance.now();
    controller.abort();
    expect((await work).facts.kind).toBe("cancelled");
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("answers a test of the connection within one time-out", async () => {
    bench.sandbox().faults.set({ kind: "hang", vendor: subject.vendor });
    const started = performance.now();
    await failureOf(bench.source({ timeoutMs: impatientMs }).probe(new AbortController().signal));
    expect(performance.now() - started).toBeLessThan(impatientMs * 20);
  });
}

/** What a thread does that reads a catalog and sends nothing itself. */
function senderOf(relay: Relay): Sender {
  return async <T>(
    { schema, ...request }: Parameters<Sender>[0] & { readonly schema: z.ZodType<T> },
    signal: AbortSignal,
  ) => {
    const read: T[] = [];
    const parse = (body: Uint8Array) => {
      const parsed = parseBody(schema, body);
      if (parsed.kind === "parsed") read.push(parsed.data);
      return Promise.resolve(parsed.kind === "parsed" ? { kind: parsed.kind, data: null } : parsed);
    };
    await relay.send(request, { signal, parse });
    const data = read.at(-1);
    if (data === undefined) throw new Error("nothing was read");
    return { data, learnt: relay.learnt() };
  };
}

function relayCases({ vendor }: Names, bench: Bench): void {
  it("can be read in another thread, its requests sent by this one", async () => {
    const here = bench.source();
    const { relay } = here;
    if (relay === null) throw new Error("a vendor whose catalog is read in the first thread holds up every request");
    // Settings go to the other thread as a copy.
    const settings = { [vendor]: structuredClone(relay.settings) };
    const there = bench.source({ sender: senderOf(relay), pageSize: relay.pageSize }, settings);
    bench.onList({ kind: "cut", bytes: 60 }, { after: 3, times: 1 });
    const crawled = await crawlAll(there);
    expect(crawled.products).toHaveLength(bench.expectedCount());
    const signal = new AbortController().signal;
    expect(await there.fetchTaxonomy(signal)).toEqual(await here.fetchTaxonomy(signal));
    expect(there.health()).toMatchObject({ requests: 0, reachable: null });
    expect(here.health()).toMatchObject({ failures: 1, reachable: true });
    expect(crawled).toEqual(await crawlAll(bench.source()));
    bench.onList({ kind: "status", status: 401 });
    const error = await failureOf(crawlAll(there));
    expect(error.facts.kind).toBe("unauthorized");
    expectNoSecret(bench, error);
  });
}

function recordCases(bench: Bench): void {
  it("sets broken records aside and keeps the rest", async () => {
    bench.onList({ kind: "broken-records" });
    const { products, rejected } = await crawlAll(bench.source());
    expect(products.length).toBeGreaterThanOrEqual(bench.expectedCount());
    expect(rejected.length).toBeGreaterThan(5);
    for (const { reason, excerpt } of rejected) {
      expect(reason).not.toBe("");
      expect(excerpt.length).toBeLessThanOrEqual(500);
      expect(excerpt).not.toMatch(/[<>]/);
    }
  });

  it("lets no markup, script or odd address through", async () => {
    bench.onList({ kind: "hostile" });
    const { products } = await crawlAll(bench.source());
    expect(products.length).toBeGreaterThan(0);
    for (const product of products) expectHarmless(product);
  });
}

function estimateCases({ vendor, estimateRoute: route }: Names, bench: Bench): void {
  const { signal } = new AbortController();
  if (route === null) {
    it("offers no price check of an order", () => expect(bench.source().estimateOrder).toBeNull());
    return;
  }
  const askedFor = async (source: CatalogSource, change: Partial<NeutralOrder>) => {
    const order = orderOf((await crawlAll(source)).products);
    const estimate = await source.estimateOrder?.({ ...order, ...change }, signal);
    return { line: order.lines[0], estimate, asked: bench.sandbox().requests.count({ vendor, route }) };
  };

  it("prices an order line by line", async () => {
    const { line, estimate } = await askedFor(bench.source(), {});
    if (estimate?.kind !== "estimate") throw new Error("the order is complete");
    expect(estimate.lines).toMatchObject([{ partNumber: line?.partNumber, quantity: line?.quantity }]);
    expect(estimate.lines[0]?.cost).not.toBeNull();
    expect(estimate.total).toEqual(estimate.lines[0]?.cost);
  });

  it("names what an order lacks and does not ask", async () => {
    const { estimate, asked } = await askedFor(bench.source(), { customerReference: null });
    expect(estimate?.kind === "incomplete" && estimate.missing.map(({ message }) => message)).toHaveLength(1);
    expect(asked).toBe(0);
  });

  it("asks for a price once only", async () => {
    bench.sandbox().faults.set({ kind: "status", status: 503, vendor, route });
    const source = bench.source();
    const error = await failureOf(askedFor(source, {}));
    expect(error.message).toContain(source.label);
    expect(bench.sandbox().requests.count({ vendor, route })).toBe(1);
  });
}

/** The first product that stands alone and has a cost, as many as there must be at least. */
function orderOf(products: readonly VendorProduct[]): NeutralOrder {
  for (const { plans, requires, partNumber, externalId, service, provider } of products) {
    const plan = plans.find(({ prices }) => prices.some(({ side }) => side === "cost"));
    if (!plan || requires.length > 0) continue;
    const { key: planKey, minimum, billingPeriod, commitment } = plan;
    const about = { partNumber, externalId, planKey, service, provider, billingPeriod, commitment };
    const line = { ...about, quantity: minimum === "0" ? "1" : minimum, attributes: {}, components: [] };
    const nobody = { purchaseOrderNumber: null, country: null, contacts: [] };
    return { ...nobody, customerReference: "demo-1", lines: [line] };
  }
  throw new Error("no product has a cost");
}

/** Every text of a product is plain, its one HTML text holds allowed tags only, every address is https. */
export function expectHarmless(product: VendorProduct): void {
  const { descriptionHtml, ...details } = product.details;
  const bare = (descriptionHtml ?? "").replace(/<\/?(?:p|br ?\/?|ul|ol|li|strong|em|a)>/g, "");
  const links = bare.replace(/<a href="https:\/\/[^"<>]*" rel="noopener nofollow">/g, "");
  expect(links).not.toMatch(/<[a-z!/?]/i);
  const addresses = [...details.imageUrls, details.vendorUrl, ...details.resources.map(({ url }) => url)];
  const support = [details.support?.url, details.support?.knowledgebaseUrl, details.trialSupport?.url];
  for (const address of [...addresses, ...support]) if (address) expect(address).toMatch(/^https:\/\/[^@:]+(?:\/.*)?$/);
  const texts = [product.name, product.summary, product.service, product.provider, ...product.categories];
  for (const text of [...texts, details.headline, ...product.plans.map(({ name }) => name)]) {
    expect(text ?? "").not.toMatch(/<(?:script|img|svg|iframe|a|b|[a-z]+ on)/i);
    expect((text ?? "").length).toBeLessThanOrEqual(500);
  }
}

function expectNoSecret(bench: Bench, error: VendorError): void {
  const { port } = bench.sandbox();
  const cause = error.cause instanceof Error ? `${error.cause.message} ${error.cause.stack}` : "";
  const text = [error.message, error.stack, cause, JSON.stringify(error.facts), JSON.stringify(bench.logged())].join(
    " ",
  );
  for (const secret of bench.secrets()) expect(text).not.toContain(secret);
  expect(error.message).not.toContain(`${port}`);
  expect(error.message).not.toMatch(/Bearer|Basic|eyJ/);
}
