import { describe, expect, it } from "vitest";
import fixture from "@/lib/vendors/ibm/fixtures/product.json";
import { instantOf, mapIbmRecord } from "@/lib/vendors/ibm/mapper";
import { readRhythm } from "@/lib/vendors/ibm/periods";

const settings = { locale: "en-us", redact: (text: string) => text };
const record = fixture.data;

function read(change: Record<string, unknown> = {}) {
  const mapped = mapIbmRecord({ ...record, ...change }, settings);
  if (mapped.kind !== "product") throw new Error(`set aside: ${mapped.rejected.reason}`);
  return mapped;
}

function planOf(key: string, change: Record<string, unknown> = {}) {
  const plan = read(change).product.plans.find((candidate) => candidate.key === key);
  if (!plan) throw new Error(`no plan ${key}`);
  return plan;
}

describe("IBM's documented product", () => {
  it("goes by its first product id and answers to its catalog id", () => {
    expect(read().product).toMatchObject({
      vendor: "ibm",
      partNumber: "123AB45",
      externalId: "34c03458eceefb2ca29cbb220545a1f67",
      otherPartNumbers: ["123AB46", "IBM_20394857230948572"],
      service: null,
      provider: "IBM",
      categories: ["Analytics", "Security"],
      topics: ["cat.topic:WebAnalytics", "Dashboards"],
      serviceType: "Application",
      summary: "A description of the product.",
      updatedAt: "2017-10-10T18:43:49.000Z",
      availableLocales: ["en-us", "de-de"],
      requires: [],
    });
  });

  it("falls back to the old product id, then to its catalog id", () => {
    expect(read({ productIds: undefined }).product.partNumber).toBe("123AB45");
    expect(read({ productIds: [], productId: null }).product.partNumber).toBe(record.id);
  });

  it("describes the product with all that IBM says of it, and nothing twice", () => {
    const described = (change: Record<string, unknown>) => read(change).product.details.descriptionHtml;
    const texts = {
      overviewHeadline: "Over <b>view</b>",
      overview: "Intro.",
      description: "Features.",
      longDescription: "Long.",
    };
    expect(described(texts)).toBe("<p>Over view</p><p>Intro.</p><p>Features.</p><p>Long.</p>");
    expect(described({ ...texts, overviewHeadline: "An offering headline", longDescription: "Features. Intro." })).toBe(
      "<p>Features. Intro.</p>",
    );
    expect(described({ ...texts, overviewHeadline: null, overview: "Features.", longDescription: null })).toBe(
      "<p>Features.</p>",
    );
    expect(
      described({ overviewHeadline: "", overview: null, description: " ", longDescription: undefined }),
    ).toBeNull();
    // The headline of the page is not said again below it.
    expect(described({ ...texts, offeringHeadline: null, overviewHeadline: "Over view" })).not.toContain("Over view");
  });

  it("keeps a benefit that has only one of its two texts", () => {
    const benefits = [{ title: "Title" }, { description: "Text" }, { title: " ", description: "More" }, {}];
    expect(read({ benefits }).product.details.benefits).toEqual([
      { title: "Title", description: null },
      { title: "Text", description: null },
      { title: "More", description: null },
    ]);
  });

  it("keeps harmless markup, https links without credentials, and nothing else", () => {
    const { details } = read().product;
    expect(details.descriptionHtml).toContain(
      `<p>A long description, <a href="https://www.example.com/more" rel="noopener nofollow">more</a> and less.</p>`,
    );
    expect(details.imageUrls).toEqual(["https://www.example.com/icon.jpg", "https://www.example.com/pictogram.png"]);
    expect(details.resources.map(({ name }) => name)).toEqual(["23 reasons", "Demo"]);
    expect(details.support).toMatchObject({ email: "help@example.com", url: "https://www.example.com/community" });
    expect(details.trialSupport).toBeNull();
    expect(details.facts).toContainEqual({ name: "Certifications", value: "Ready for IBM Cloud, Storage" });
  });
});

describe("IBM's plans", () => {
  it("carry the list price, never a cost", () => {
    const plan = planOf("01t50000004K1mfABC");
    expect(plan.prices).toEqual([
      { side: "list", kind: "recurring", currency: "USD", amount: "30", model: "flat", from: "0" },
    ]);
    expect(plan).toMatchObject({
      costUnknown: "notProvided",
      billingPeriod: "P1M",
      type: "buy",
      pricePrefix: "Starting at",
      priceSuffix: "per month",
      partNumber: "123AB45",
      notOrderable: null,
    });
    expect(plan.attributes).toEqual([
      { id: "XFEATURE_ABC_Users", name: "Number of users", description: "1 user", toolTip: "Number of users" },
    ]);
  });

  it.each([
    ["EIDJMR3V", "trial"],
    ["REFERRED", "referralOnly"],
    ["ASK", "noPrice"],
    ["ODD", "noPrice"],
    ["ONCE", null],
  ])("plan %s is not orderable because of %s", (key, reason) => {
    expect(planOf(key).notOrderable).toBe(reason);
  });

  it("reports the odd price and keeps the product", () => {
    expect(read().notes.map(({ reason }) => reason)).toEqual([
      "plan ODD: the price is not a plain decimal; its price is unknown; the product stays",
    ]);
  });

  it("reads a price paid once as a one-time price", () => {
    expect(planOf("ONCE").prices[0]).toMatchObject({ kind: "setup", amount: "1200", currency: "EUR" });
    expect(planOf("ONCE").billingPeriod).toBeNull();
  });

  it("stay readable but not orderable once the product is archived", () => {
    expect(read({ archived: true }).product.archived).toBe(true);
    expect(planOf("01t50000004K1mfABC", { archived: true }).notOrderable).toBe("archived");
  });

  it.each(["", "NaN", "30.00 USD", "1e3", "-5", 30, {}])("never turn the price %j into a number", (price) => {
    const purchasePlans = [{ id: "P", name: "Plan", type: "Buy", price, unit: "USD" }];
    expect(planOf("P", { purchasePlans })).toMatchObject({ prices: [], notOrderable: "noPrice" });
    expect(read({ purchasePlans }).notes).toHaveLength(1);
  });

  it("leave out a second plan of the same id and one without any name, and say so", () => {
    const purchasePlans = [{ id: "A", name: "First" }, { id: "A", name: "Second" }, {}];
    const { product, notes } = read({ purchasePlans });
    expect(product.plans.map(({ name }) => name)).toEqual(["First"]);
    expect(notes).toHaveLength(2);
  });
});

describe("records that break the shape", () => {
  it.each([
    null,
    5,
    "x",
    [],
    {},
    { id: 5, name: "x" },
    { id: "x" },
    { id: "", name: "x" },
    { id: "x", name: "<b></b>" },
  ])("sets %j aside", (broken) => {
    expect(mapIbmRecord(broken, settings).kind).toBe("rejected");
  });

  it("are known by their id, be it a number", () => {
    expect(mapIbmRecord({ id: 14, name: "x" }, settings)).toMatchObject({ rejected: { identity: "14" } });
    expect(mapIbmRecord({ id: 1.5, name: "x" }, settings)).toMatchObject({ rejected: { identity: null } });
  });

  it("keeps a product whose optional fields have the wrong type", () => {
    const odd = { archived: "yes", category: 5, topics: "One", benefits: {}, support: [], lastModified: "now" };
    expect(read(odd).product).toMatchObject({
      archived: false,
      topics: ["cat.topic:WebAnalytics", "One"],
      updatedAt: null,
    });
  });
});

describe("values in the wrong clothes", () => {
  it("are read where only one thing can be meant", () => {
    expect(read({ archived: "true" }).product.archived).toBe(true);
    expect(planOf("01t50000004K1mfABC", { archived: "True" }).notOrderable).toBe("archived");
    expect(read({ lastModified: "1507661029" }).product.updatedAt).toBe("2017-10-10T18:43:49.000Z");
    expect(read({ productIds: [7713, 1.5, "B"] }).product).toMatchObject({ partNumber: "7713" });
    expect(read({ isThirdParty: "false", provider: null }).product.provider).toBe("IBM");
  });
});

describe("the words after a price", () => {
  it.each([
    ["per month", "P1M"],
    ["per authorized user per month", "P1M"],
    ["/user/mo", "P1M"],
    ["USD per year", "P1Y"],
    ["per year, billed monthly", "P1Y"],
    ["monthly", "P1M"],
    ["per quarter", "P3M"],
    ["every 3 months", "P3M"],
    ["per 12 months", "P1Y"],
    ["pro Benutzer pro Monat", "P1M"],
    ["par utilisateur et par an", "P1Y"],
    ["por usuario al mes", "P1M"],
    ["per day", "P1D"],
  ])("%s means %s", (suffix, value) => {
    expect(readRhythm(suffix)).toEqual({ kind: "recurring", period: value });
  });

  it.each(["one-time", "one time charge", "once"])("%s is paid once", (suffix) => {
    expect(readRhythm(suffix)).toEqual({ kind: "once" });
  });

  it.each([null, "", "per user", "per hour", "per month or per year", "per anchor", "pro Anwender", "per 0 months"])(
    "%s says nothing reliable",
    (suffix) => {
      expect(readRhythm(suffix)).toEqual({ kind: "unknown" });
    },
  );
});

describe("IBM's instants", () => {
  it.each([
    [1507661029, "2017-10-10T18:43:49.000Z"],
    [1507661029000, "2017-10-10T18:43:49.000Z"],
    [0, null],
    [-5, null],
    [1.5, null],
    [Number.MAX_SAFE_INTEGER, null],
    [null, null],
  ])("%s is %s", (epoch, instant) => {
    expect(instantOf(epoch)).toBe(instant);
  });
});
