import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSandbox, type Sandbox, type SandboxOptions } from "../start-sandbox";
import { createCaller, field, rows } from "../test-caller";

const SHOWN_BY_THE_VENDOR = [
  {
    mpn: "53fc25f7-6639-4f78-bb44-3c2dfec3ed40",
    name: "Office 365 Extra File Storage",
    serviceName: "O365",
    minimumQuantity: "0.0",
    maximumQuantity: "5000.0",
    costs: [{ currency: "USD", amount: "1.05", type: "recurring" }],
    prices: [{ currency: "USD", amount: "1.15", type: "recurring" }],
    billingPeriod: { type: "month", duration: 1 },
    subscriptionPeriod: { type: "month", duration: 1 },
    dependsOn: ["91fd106f-4b2c-4938-95ac-f54f74e9a239"],
  },
  {
    mpn: "91fd106f-4b2c-4938-95ac-f54f74e9a239",
    name: "Office 365 Enterprise E1",
    serviceName: "O365",
    minimumQuantity: "1.0",
    maximumQuantity: "5000.0",
    costs: [{ currency: "USD", amount: "17.5", type: "recurring" }],
    prices: [{ currency: "USD", amount: "19.8", type: "recurring" }],
    billingPeriod: { type: "month", duration: 1 },
    subscriptionPeriod: { type: "month", duration: 1 },
    dependsOn: [],
  },
];

const started: Sandbox[] = [];
async function start(options: SandboxOptions) {
  const sandbox = await startSandbox(options);
  started.push(sandbox);
  return createCaller(sandbox);
}
let caller: ReturnType<typeof createCaller>;

beforeAll(async () => {
  caller = await start({ products: 237 });
});
afterAll(() => Promise.all(started.map((sandbox) => sandbox.close())));

describe("paging", () => {
  test("the first page reads as the vendor's own example", async () => {
    const answer = await caller.cloudblue("/products");
    expect(JSON.stringify(rows(answer).slice(0, 2))).toBe(JSON.stringify(SHOWN_BY_THE_VENDOR));
    expect(field(answer.body, "pagination")).toEqual({ offset: 0, limit: 10, total: 237 });
  });

  test("237 products at page size 10 are 237 different products on 24 pages", async () => {
    const seen = new Set<string>();
    const sizes: number[] = [];
    for (let offset = 0; offset < 240; offset += 10) {
      const page = rows(await caller.cloudblue(`/products?offset=${offset}&limit=10`));
      sizes.push(page.length);
      for (const row of page) {
        seen.add(JSON.stringify([field(row, "mpn"), field(row, "subscriptionPeriod"), field(row, "billingPeriod")]));
      }
    }
    expect(seen.size).toBe(237);
    expect(sizes).toEqual([...Array.from({ length: 23 }, () => 10), 7]);
  });

  test.each([
    ["limit=0", 0, { offset: 0, limit: 0, total: 237 }],
    ["limit=9999", 237, { offset: 0, limit: 500, total: 237 }],
    ["offset=237", 0, { offset: 237, limit: 10, total: 237 }],
    ["offset=99999&limit=3", 0, { offset: 99999, limit: 3, total: 237 }],
    ["ofset=20", 10, { offset: 0, limit: 10, total: 237 }],
  ])("%s", async (query, count, pagination) => {
    const answer = await caller.cloudblue(`/products?${query}`);
    expect(rows(answer)).toHaveLength(count);
    expect(field(answer.body, "pagination")).toEqual(pagination);
  });

  test.each(["offset=-1", "offset=x", "limit=-5", "limit=1.5", "limit="])("%s is a 400", async (query) => {
    expect((await caller.cloudblue(`/products?${query}`)).status).toBe(400);
  });
});

describe("filters", () => {
  test("an MPN finds each of its variants", async () => {
    const answer = await caller.cloudblue("/products?mpn=DEMO-MS-M365-BPREM");
    const rhythms = rows(answer).map((row) => [
      field(row, "subscriptionPeriod", "type"),
      field(row, "billingPeriod", "type"),
    ]);
    expect(rhythms).toEqual([
      ["year", "year"],
      ["year", "month"],
      ["month", "month"],
    ]);
  });

  test("an MPN of the generated part is found as well", async () => {
    const large = await start({ products: 2000 });
    const answer = await large.cloudblue("/products?mpn=DEMO-GEN-0000K-X3");
    expect(rows(answer).map((row) => field(row, "mpn"))).toEqual(Array.from({ length: 3 }, () => "DEMO-GEN-0000K-X3"));
  });

  test("before 1.15 a service filter is an unknown parameter and ignored", async () => {
    expect(field((await caller.cloudblue("/products?serviceName=DROPBOX")).body, "pagination", "total")).toBe(237);
  });

  test("from 1.15 service and vendor filter, exactly", async () => {
    const newest = await start({ apiVersion: "1.15" });
    const found = rows(await newest.cloudblue("/products?serviceName=DROPBOX&limit=100"));
    expect(found).toHaveLength(22);
    expect(new Set(found.map((row) => field(row, "serviceName")))).toEqual(new Set(["DROPBOX"]));
    expect(rows(await newest.cloudblue("/products?serviceName=dropbox"))).toHaveLength(0);
    expect(rows(await newest.cloudblue("/products?vendor=demo-veeam&name=Veeam ONE monitoring add-on"))).toHaveLength(
      2,
    );
  });
});

describe("API versions", () => {
  test("1.4 has no costs or commitment, objects in dependsOn, and leaves empty lists out", async () => {
    const oldest = await start({ apiVersion: "1.4", products: 900 });
    const [storage, licence] = rows(await oldest.cloudblue("/products?limit=2"));
    expect(storage).toMatchObject({ dependsOn: [{ mpn: "91fd106f-4b2c-4938-95ac-f54f74e9a239" }] });
    expect(storage).toMatchObject({ prices: [{ currency: "USD", amount: "1.15" }] });
    for (const name of ["costs", "subscriptionPeriod", "dependsOn"]) expect(licence).not.toHaveProperty(name);
    const pages = await Promise.all([0, 500].map((offset) => oldest.cloudblue(`/products?limit=500&offset=${offset}`)));
    const mpns = pages.flatMap(rows).map((row) => field(row, "mpn"));
    expect(new Set(mpns).size).toBe(900);
  });

  test("1.15 has ids in dependsOn that belong to the variant of the same periods, and tiers", async () => {
    const newest = await start({ apiVersion: "1.15" });
    const phones = rows(await newest.cloudblue("/products?mpn=DEMO-MS-TEAMS-PHONE"));
    const teams = rows(await newest.cloudblue("/products?mpn=DEMO-MS-TEAMS-ENT"));
    expect(phones.map((row) => field(row, "dependsOn"))).toEqual(
      teams.map((row) => [{ mpn: "DEMO-MS-TEAMS-ENT", id: field(row, "id") }]),
    );
    const [backup] = rows(await newest.cloudblue("/products?mpn=DEMO-AVP-CB-M365"));
    const tiers = field(backup, "prices");
    expect(tiers).toContainEqual(
      expect.objectContaining({ currency: "USD", model: "VOLUME_SUBSCRIPTION", lowerLimit: 250 }),
    );
    const [asDocumented] = rows(await caller.cloudblue("/products?mpn=DEMO-MS-PAPPS-PREM"));
    expect(field(asDocumented, "prices", 0)).toEqual({ currency: "USD", amount: "240", type: "recurring" });
    expect(field(asDocumented, "prices")).toHaveLength(3);
  });
});
