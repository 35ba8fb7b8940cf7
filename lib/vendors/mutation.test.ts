import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatDecimal, parseDecimal } from "@/lib/domain/money/decimal";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import late from "@/lib/vendors/cloudblue/fixtures/product-1.15.json";
import cloudBlueList from "@/lib/vendors/cloudblue/fixtures/products-1.6.json";
import { createCloudBlueSource } from "@/lib/vendors/cloudblue/source";
import { crawlAll, expectHarmless } from "@/lib/vendors/contract-suite";
import { VendorError } from "@/lib/vendors/errors";
import ibmProduct from "@/lib/vendors/ibm/fixtures/product.json";
import { createIbmSource } from "@/lib/vendors/ibm/source";
import { sendJson, startTestServer, type TestServer } from "@/lib/vendors/test-server";
import { systemClock } from "@/lib/vendors/transport/clock";

const rounds = process.env.SOAK === "1" ? 10_000 : 2_000;

/** Small, seeded and good enough to spoil things (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Draw = (count: number) => number;

const oddValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e21,
  1.5,
  "",
  " ",
  "NaN",
  "Infinity",
  "1e5",
  "1,050.00",
  "0x10",
  "30.00 USD",
  "٣",
  "-0.01",
  "99999999999999999999",
  "<script>alert(1)</script>",
  "\u0000\u202E",
  "\ud800",
  "x".repeat(30_000),
  [],
  {},
  [null],
  { __proto__: null, constructor: "x" },
  [[[[[[[[[[]]]]]]]]]],
];

/** Changes one place of a JSON value: replaces, removes, doubles or renames it. */
function spoilValue(value: unknown, draw: Draw): unknown {
  if (Array.isArray(value) && value.length > 0 && draw(8) > 0) {
    const at = draw(value.length);
    const entry: unknown = value[at];
    if (draw(6) === 0) return value.toSpliced(at, 1);
    if (draw(6) === 0) return [...value, entry];
    return value.with(at, spoilValue(entry, draw));
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value) && draw(8) > 0) {
    const entries = Object.entries(value);
    if (entries.length === 0) return null;
    const at = draw(entries.length);
    const [key, entry] = entries[at] ?? ["", null];
    if (draw(8) === 0) return Object.fromEntries(entries.toSpliced(at, 1));
    if (draw(12) === 0) return Object.fromEntries(entries.with(at, [`${key}2`, entry]));
    return { ...value, [key]: spoilValue(entry, draw) };
  }
  return oddValues[draw(oddValues.length)];
}

/** Damages the bytes: cuts, flips, doubles keys, or writes tokens JSON does not have. */
function spoilText(text: string, draw: Draw): string {
  const at = draw(text.length);
  const cuts = [
    () => text.slice(0, at),
    () => text.slice(0, at) + String.fromCharCode(draw(0xd7ff)) + text.slice(at + 1),
    () => text.replace(/"amount":"[^"]*"/, '"amount":"1","amount":"2"'),
    () => text.replace(/:"(\d[\d.]*)"/, ":$1"),
    () => text.replace(/:"\d[\d.]*"/, ":NaN"),
    () => `${text}${text}`,
    () => `\uFEFF${text}`,
    () => text.replace("{", '{"__proto__":{"polluted":true},'),
    () => "[".repeat(20_000) + text,
  ];
  return cuts[draw(cuts.length)]?.() ?? text;
}

/** Every amount our types carry must stand in the vendor's text as the very same number. */
function expectOnlyTrueNumbers(products: Awaited<ReturnType<typeof crawlAll>>["products"], sent: string): void {
  const written = new Set(
    [...sent.matchAll(/"(\d{1,15}(?:\.\d{1,10})?)"/g)].map(([, digits = ""]) => canonical(digits)),
  );
  for (const { amount } of products.flatMap(({ plans }) => plans).flatMap(({ prices }) => prices)) {
    expect(written).toContain(canonical(amount));
  }
}

function canonical(digits: string): string {
  const parsed = parseDecimal(digits);
  if (!parsed) throw new Error(`not a decimal: ${digits}`);
  return formatDecimal(parsed);
}

const subjects: readonly [string, unknown, (baseUrl: string) => CatalogSource][] = [
  [
    "cloudblue",
    { ...cloudBlueList, data: [...cloudBlueList.data, late], pagination: { offset: 0, limit: 500, total: 3 } },
    (baseUrl) => createCloudBlueSource({ ...cloudBlueSettings, baseUrl, ...runtime }),
  ],
  [
    "ibm",
    { data: [ibmProduct.data], links: { self: "x" }, metadata: { count: 1, page: 1, pageSize: 10, total: 1 } },
    (baseUrl) => createIbmSource({ clientId: "demo-id", clientSecret: "demo-secret", baseUrl, ...runtime }),
  ],
];
// Waits between tries pass at once: only what the answers do matters here.
const cloudBlueSettings = { username: "u", password: "demo-password", subscriptionKey: "demo-key", marketplace: "us" };
const runtime = {
  timeoutMs: 5_000,
  breaker: { failures: 1_000_000, countsShare: false },
  clock: { ...systemClock, wait: async () => undefined },
};

describe.each(subjects)("%s against spoilt answers", (name, whole, createSource) => {
  let server: TestServer;
  let sent = "";
  beforeAll(async () => {
    server = await startTestServer((request, response) =>
      request.method === "POST"
        ? sendJson(response, { token: "demo-token", expiresInSeconds: 1500 })
        : sendJson(response, sent),
    );
  });
  afterAll(() => server.close());

  it(`survives ${rounds} of them, with no wrong number and every loss counted`, async () => {
    const random = seeded(name.length * 7919);
    const draw: Draw = (count) => Math.floor(random() * count);
    const source = createSource(server.baseUrl);
    const text = JSON.stringify(whole);
    const tally = { read: 0, failed: 0, setAside: 0 };
    for (let round = 0; round < rounds; round += 1) {
      let value = whole;
      for (let times = draw(4); times >= 0; times -= 1) value = spoilValue(value, draw);
      const bytes = draw(4) === 0;
      sent = bytes ? spoilText(text, draw) : (JSON.stringify(value) ?? "");
      const outcome = await crawlAll(source).catch((error: unknown) => error);
      if (outcome instanceof VendorError) {
        tally.failed += 1;
        continue;
      }
      if (outcome instanceof Error) throw new Error(`round ${round}: ${sent.slice(0, 400)}`, { cause: outcome });
      const { products, rejected } = outcome as Awaited<ReturnType<typeof crawlAll>>;
      tally.read += 1;
      tally.setAside += rejected.length;
      expectOnlyTrueNumbers(products, sent);
      for (const product of products) expectHarmless(product);
      // Records of one thing count once; everything else is either a product or was set aside.
      expect(products.length + rejected.length).toBeGreaterThanOrEqual(new Set(thingsIn(sent)).size);
    }
    expect(tally.read).toBeGreaterThan(rounds / 20);
    expect(tally.failed).toBeGreaterThan(rounds / 20);
    expect(tally.setAside).toBeGreaterThan(rounds / 20);
    expect({}).not.toHaveProperty("polluted");
  }, 600_000);
});

/** What the records of an answer are about: their own number, else their whole content. */
function thingsIn(text: string): string[] {
  const parsed = JSON.parse(text.replace(/^\uFEFF/, "")) as { data: (Record<string, unknown> | null)[] };
  return parsed.data.map((record) => {
    const number = record?.mpn ?? record?.id;
    return typeof number === "string" ? number.trim() : JSON.stringify(record);
  });
}
