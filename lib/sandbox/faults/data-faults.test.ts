import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startSandbox, type Sandbox } from "../start-sandbox";
import { createCaller, field, rows } from "../test-caller";

let sandbox: Sandbox;
let caller: ReturnType<typeof createCaller>;

beforeAll(async () => {
  sandbox = await startSandbox({ products: 60, ibmProducts: 30 });
  caller = createCaller(sandbox);
});
afterEach(() => sandbox.faults.clear());
afterAll(() => sandbox.close());

const page = async (offset: number) => {
  const answer = await caller.cloudblue(`/products?offset=${offset}&limit=10`);
  const total = field(answer.body, "pagination", "total");
  return { keys: rows(answer).map((row) => JSON.stringify(row)), total };
};

describe("paging", () => {
  test("a stuck page always shows the first rows and always claims more", async () => {
    const first = await page(0);
    sandbox.faults.set({ kind: "stuck-page", vendor: "cloudblue" });
    for (const offset of [0, 10, 50, 500]) {
      const { keys, total } = await page(offset);
      expect(keys).toEqual(first.keys);
      expect(total).toBeGreaterThan(offset + 10);
    }
  });

  test("a repeated page is the one before, an overlap shares rows", async () => {
    const before = await page(10);
    sandbox.faults.set({ kind: "repeat-page", match: "offset=20" });
    expect((await page(20)).keys).toEqual(before.keys);
    sandbox.faults.clear();
    sandbox.faults.set({ kind: "overlap", rows: 3, match: "offset=20" });
    expect((await page(20)).keys.slice(0, 3)).toEqual(before.keys.slice(-3));
  });

  test("a total drifts with every request", async () => {
    sandbox.faults.set({ kind: "total-drift", step: 2 });
    const totals = [await page(0), await page(10), await page(20)].map(({ total }) => total);
    expect(totals).toEqual([62, 64, 66]);
  });

  test("a product shows up a second time", async () => {
    const first = await page(0);
    sandbox.faults.set({ kind: "duplicate-row", match: "offset=30" });
    const { keys } = await page(30);
    expect(keys).toHaveLength(11);
    expect(keys.at(-1)).toBe(first.keys[0]);
  });

  test("an emptied list and a list without totals, at both vendors", async () => {
    sandbox.faults.set({ kind: "empty" });
    expect(await page(0)).toEqual({ keys: [], total: 0 });
    expect(field((await caller.ibm("/catalog/products?locale=en-us")).body, "metadata", "total")).toBe(0);
    sandbox.faults.clear();
    sandbox.faults.set({ kind: "no-totals" });
    const ibm = await caller.ibm("/catalog/products?locale=en-us");
    expect(field(ibm.body, "metadata")).toEqual({ count: 10, offset: 0, page: 1, pageSize: 10 });
  });

  test("IBM's paging can be bent the same way, and its links can lead elsewhere", async () => {
    const ids = async (number: number) =>
      rows(await caller.ibm(`/catalog/products?locale=en-us&page=${number}`)).map((row) => field(row, "id"));
    const [one, two] = [await ids(1), await ids(2)];
    sandbox.faults.set({ kind: "repeat-page", vendor: "ibm", match: "page=3" });
    expect(await ids(3)).toEqual(two);
    sandbox.faults.set({ kind: "stuck-page", vendor: "ibm" });
    expect(await ids(9)).toEqual(one);
    sandbox.faults.set({ kind: "foreign-links", origin: "http://attacker.example" });
    const answer = await caller.ibm("/catalog/products?locale=en-us");
    expect(field(answer.body, "links", "next")).toMatch(/^http:\/\/attacker\.example\/.*page=2/);
  });
});

describe("records", () => {
  test("hostile and broken ones follow the real ones only while switched on", async () => {
    const count = async () => (await page(0)).total;
    expect(await count()).toBe(60);
    sandbox.faults.set({ kind: "hostile" });
    const withHostile = Number(await count());
    expect(withHostile).toBeGreaterThan(100);
    const text = (await caller.cloudblue("/products?offset=60&limit=200")).text;
    for (const part of ["<script>", "=HYPERLINK", "javascript:", "1,050.00", "30.00 USD", "NaN", "1e5", "-4.5"]) {
      expect(text).toContain(part);
    }
    expect((await caller.ibm("/catalog/products?locale=en-us&page=4&pageSize=10")).text).toContain("<script>");
    sandbox.faults.set({ kind: "broken-records" });
    const broken = rows(await caller.cloudblue(`/products?offset=${withHostile}&limit=200`));
    expect(broken).toEqual(expect.arrayContaining([null, "just text", 42, {}]));
    sandbox.faults.clear();
    expect(await count()).toBe(60);
  });

  test("a filtered list stays free of them", async () => {
    sandbox.faults.set({ kind: "hostile" });
    const answer = await caller.cloudblue("/products?mpn=91fd106f-4b2c-4938-95ac-f54f74e9a239");
    expect(rows(answer)).toHaveLength(1);
  });
});

describe("which requests", () => {
  test("every third, after two, three times at most", async () => {
    sandbox.faults.set({ kind: "status", status: 500, route: "products", every: 3, after: 2, times: 2 });
    const statuses: number[] = [];
    for (let i = 0; i < 14; i++) statuses.push((await caller.cloudblue("/products?limit=1")).status);
    expect(statuses.flatMap((status, i) => (status === 500 ? [i + 1] : []))).toEqual([5, 8]);
    expect(sandbox.faults.list()[0]).toMatchObject({ seen: 14, hits: 2 });
  });

  test("one vendor, one route", async () => {
    sandbox.faults.set({ kind: "status", status: 503, vendor: "ibm", route: "topics" });
    expect((await caller.ibm("/catalog/topics")).status).toBe(503);
    expect((await caller.ibm("/catalog/categories")).status).toBe(200);
    expect((await caller.cloudblue("/products?limit=1")).status).toBe(200);
  });
});
