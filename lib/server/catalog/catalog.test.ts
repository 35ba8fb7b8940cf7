import { expect, it, onTestFinished, vi } from "vitest";
import { ProductListSchema, ProductQuerySchema } from "@/lib/contracts/catalog";
import { ProductSchema } from "@/lib/contracts/product";
import { examplePlan, exampleProduct } from "@/lib/domain/catalog/arbitrary-product";
import { sampleRow } from "@/lib/domain/catalog/sample-products";
import { browseCatalog, browseCatalogJson } from "@/lib/server/catalog/browse-catalog";
import { publish, useStore, viewerWith } from "@/lib/server/catalog/catalog-fixture";
import { catalogReady, currentCatalog, reloadCatalog } from "@/lib/server/catalog/current-catalog";
import { getPlanConfiguration } from "@/lib/server/catalog/get-plan-configuration";
import { getProduct } from "@/lib/server/catalog/get-product";
import { listCategories, listLocales } from "@/lib/server/catalog/list-values";
import { eachStore } from "@/lib/server/store/test-stores";

const seller = viewerWith("seller");
const withoutCost = viewerWith("seller-no-cost");
const query = (given: Record<string, string | string[]> = {}) => ProductQuerySchema.parse(given);

const SENTINEL = "17.4321";
const used = [sampleRow("cost", SENTINEL, { kind: "overuse" }), sampleRow("price", "19.8", { kind: "overuse" })];
const aboveLimit = { from: "0", model: "flat", price: { amount: "19.80", currency: "USD" } };
const E1 = exampleProduct({
  partNumber: "DEMO-E1",
  key: "DEMO-E1",
  name: "Office 365 Enterprise E1",
  service: "O365",
  externalId: "sku-e1",
  plans: [
    examplePlan({
      prices: [sampleRow("cost", SENTINEL), sampleRow("price", "19.8"), sampleRow("list", "21"), ...used],
    }),
  ],
});
const STORAGE = exampleProduct({
  partNumber: "DEMO-ST",
  key: "DEMO-ST",
  name: "Office 365 Extra File Storage",
  service: "O365",
  requires: [{ anyOf: [{ vendor: "cloudblue", key: "DEMO-E1", name: "Office 365 Enterprise E1", available: true }] }],
});
const OLD = exampleProduct({ partNumber: "DEMO-OLD", key: "DEMO-OLD", name: "Old suite", archived: true });
const variant = (key: string) => exampleProduct({ partNumber: "DEMO-V", key, name: `Variant ${key}` });
const ALL = [E1, STORAGE, OLD, variant("DEMO-V~P1Y~P1M"), variant("DEMO-V~P1M~P1M")];

eachStore("catalog", (open) => {
  const start = async (products = ALL, taxonomy: unknown = null) => {
    const db = await open();
    await publish(db, products, { taxonomy });
    useStore(db);
    await reloadCatalog();
    return db;
  };

  it("is not ready before a vendor's catalog is published and answers empty, not wrong", async () => {
    useStore(await open());
    await reloadCatalog();
    expect(catalogReady()).toBe(false);
    expect(await browseCatalog(seller, query())).toMatchObject({ items: [], total: 0, catalogTotal: 0 });
  });

  it("lists products with amounts padded, cost, margin and what they need", async () => {
    await start();
    expect(catalogReady()).toBe(true);
    const list = ProductListSchema.parse(await browseCatalog(seller, query({ q: "demo-e1" })));
    expect(list).toMatchObject({ total: 1, catalogTotal: 5, asOf: { cloudblue: "2026-11-22T04:00:00.000Z" } });
    expect(list.items[0]).toMatchObject({
      key: "DEMO-E1",
      categories: ["Productivity"],
      price: { amount: "19.80", currency: "USD" },
      listPrice: { amount: "21.00", currency: "USD" },
      cost: { amount: SENTINEL, currency: "USD", origin: "vendor" },
      margin: { amount: "2.3679", currency: "USD", percent: "12.0" },
      orderable: true,
      needs: [],
    });
    const storage = await browseCatalog(seller, query({ q: "storage" }));
    expect(storage.items[0]?.needs).toEqual(["Office 365 Enterprise E1"]);
  });

  it("leaves archived products out unless asked, and names values it does not know", async () => {
    await start();
    const list = await browseCatalog(seller, query({ service: "NOPE", vendor: "cloudblue" }));
    expect(list).toMatchObject({ total: 4, dropped: [{ name: "service", value: "NOPE" }] });
    expect(list.facets["archived"]?.map(({ value, count }) => [value, count])).toEqual([
      ["false", 4],
      ["true", 1],
    ]);
    expect(list.facets["vendor"]).toEqual([{ value: "cloudblue", label: "Ingram Micro", count: 4, selected: true }]);
    expect((await browseCatalog(seller, query({ archived: "true" }))).items.map(({ key }) => key)).toEqual([
      "DEMO-OLD",
    ]);
  });

  it("takes a repeated yes or no as either, and codes in any case", async () => {
    await start();
    expect((await browseCatalog(seller, query({ archived: ["true", "false"] }))).total).toBe(5);
    expect(await browseCatalog(seller, query({ needsOther: ["true", "false"], currency: "usd" }))).toMatchObject({
      total: 4,
      dropped: [],
    });
    expect((await browseCatalog(seller, query({ planType: "Try" }))).dropped).toEqual([
      { name: "planType", value: "try" },
    ]);
    expect((await browseCatalog(seller, query({ planType: "Buy" }))).dropped).toEqual([]);
    expect(await browseCatalog(seller, query({ archived: ["TRUE", "maybe"] }))).toMatchObject({
      total: 1,
      dropped: [{ name: "archived", value: "maybe" }],
    });
  });

  it("gives those without the right to cost nothing that comes from it", async () => {
    await start();
    const asked = query({ sort: "-margin", costKnown: "true", marginBand: ["normal", "loss"] });
    const list = await browseCatalog(withoutCost, asked);
    expect(list.dropped).toEqual([
      { name: "marginBand", value: "normal" },
      { name: "marginBand", value: "loss" },
      { name: "costKnown", value: "true" },
      { name: "sort", value: "-margin" },
    ]);
    expect(list.facets).not.toHaveProperty("costKnown");
    expect(list.facets).not.toHaveProperty("marginBand");
    expect([list.total, list.items]).toEqual([4, (await browseCatalog(withoutCost, query())).items]);
    expect(list.items[0]).not.toHaveProperty("cost");
    const product = await getProduct(withoutCost, { vendor: "cloudblue", key: "DEMO-E1" });
    const bytes = new TextDecoder().decode(await browseCatalogJson(withoutCost, asked));
    for (const text of [JSON.stringify(list), JSON.stringify(product), bytes]) {
      expect(text).not.toMatch(/17\.43|2\.3679|12\.0|"cost"|"margin"/);
    }
    const seen = await getProduct(seller, { vendor: "cloudblue", key: "DEMO-E1" });
    expect(JSON.stringify(seen)).toContain(SENTINEL);
    expect(product.plans[0]?.overuse).toEqual([{ ...aboveLimit, listPrice: null }]);
    expect(seen.plans[0]?.overuse).toMatchObject([{ ...aboveLimit, cost: { amount: SENTINEL, origin: "vendor" } }]);
  });

  it("puts margins into the house's bands and says which bounds those have", async () => {
    await start();
    const bands = (await browseCatalog(seller, query())).facets["marginBand"];
    expect(bands).toEqual([
      { value: "loss", label: "Loss", count: 0, selected: false },
      { value: "low", label: "Low, under 5 %", count: 0, selected: false },
      { value: "normal", label: "Normal, 5 to 15 %", count: 4, selected: false },
      { value: "high", label: "High, over 15 %", count: 0, selected: false },
    ]);
    expect((await browseCatalog(seller, query({ marginBand: "low" }))).total).toBe(0);
  });

  it("guesses a mistyped part number as the vendor writes it", async () => {
    await start();
    expect(await browseCatalog(seller, query({ q: "demoe2" }))).toMatchObject({ total: 0, didYouMean: ["DEMO-E1"] });
    expect((await browseCatalog(seller, query({ q: "demoe1" }))).didYouMean).toEqual([]);
  });

  it("sends the same bytes as the plain answer, to each right its own", async () => {
    await start();
    for (const viewer of [seller, withoutCost, seller]) {
      const bytes = await browseCatalogJson(viewer, query({ q: "office" }));
      expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(await browseCatalog(viewer, query({ q: "office" })));
    }
  });

  it("tells the time of the last sync also where that found nothing changed", async () => {
    const db = await start();
    const told = async () => JSON.parse(new TextDecoder().decode(await browseCatalogJson(seller, query()))).asOf;
    expect(await told()).toEqual({ cloudblue: "2026-11-22T04:00:00.000Z" });
    await db.updateTable("vendor_catalogs").set({ as_of: "2026-11-22T05:00:00.000Z" }).execute();
    await reloadCatalog();
    expect(await told()).toEqual({ cloudblue: "2026-11-22T05:00:00.000Z" });
  });

  it("opens a product by key, vendor id or its part number, with requirements both ways", async () => {
    await start();
    for (const key of ["DEMO-E1", "sku-e1", "demoe1"]) {
      const product = ProductSchema.parse(await getProduct(seller, { vendor: "cloudblue", key }));
      expect(product).toMatchObject({ key: "DEMO-E1", requiredBy: [{ key: "DEMO-ST", available: true }] });
      expect(product.prices.map(({ side }) => side)).toEqual(["cost", "price", "list", "cost", "price"]);
    }
    const storage = await getProduct(seller, { vendor: "cloudblue", key: "DEMO-ST" });
    expect(storage.requires).toEqual([
      {
        anyOf: [
          {
            vendor: "cloudblue",
            key: "DEMO-E1",
            name: "Office 365 Enterprise E1",
            available: true,
            archived: false,
            price: { amount: "19.80", currency: "USD" },
            billingPeriod: "P1M",
          },
        ],
      },
    ]);
  });

  it("tells unknown from ambiguous from gone", async () => {
    const db = await start();
    const open = (key: string) => getProduct(seller, { vendor: "cloudblue", key });
    await expect(open("NEVER")).rejects.toMatchObject({ code: "not-found" });
    await expect(open("DEMO-V")).rejects.toMatchObject({
      code: "not-found",
      extra: { candidates: [{ key: "DEMO-V~P1M~P1M" }, { key: "DEMO-V~P1Y~P1M" }] },
    });
    await publish(db, [STORAGE], { generation: 2 });
    await reloadCatalog();
    await expect(open("DEMO-E1")).rejects.toMatchObject({
      code: "gone",
      message: "Office 365 Enterprise E1 is no longer offered by Ingram Micro.",
    });
  });

  it("notices what another process published, at most a second later", async () => {
    const db = await start();
    const before = await currentCatalog();
    await publish(db, [E1], { generation: 2 });
    await vi.waitFor(async () => expect((await currentCatalog()).version).not.toBe(before.version), {
      timeout: 5_000,
      interval: 50,
    });
    expect((await browseCatalog(seller, query())).catalogTotal).toBe(1);
    expect(before.find({ vendor: "cloudblue", key: "DEMO-ST" })?.name).toBe("Office 365 Extra File Storage");
  });

  it("finds every product of a few hundred again", async () => {
    const many = Array.from({ length: 320 }, (_, i) =>
      exampleProduct({ partNumber: `N-${i}`, key: `N-${i}`, name: `${(i * 7) % 320}` }),
    );
    await start(many);
    const catalog = await currentCatalog();
    for (const product of many) expect(catalog.find(product)?.name).toBe(product.name);
    expect(catalog.findByPartNumber("n7").map(({ key }) => key)).toEqual(["N-7"]);
  });

  it("lists products in another locale where the vendor has them in it, and names a locale nobody has", async () => {
    const german = { ...E1, locale: "de-de", name: "Office 365 Unternehmen E1", plans: [] };
    await start([E1, STORAGE, german]);
    const names = async (locale: string) =>
      (await browseCatalog(seller, query({ locale }))).items.map(({ name }) => name);
    expect(await names("de-DE")).toEqual(["Office 365 Unternehmen E1", "Office 365 Extra File Storage"]);
    const locales = (await browseCatalog(seller, query({ locale: "de-de" }))).items.map(({ locale }) => locale);
    expect(locales).toEqual(["de-de", "en-us"]);
    expect(await names("en-us")).toEqual(["Office 365 Enterprise E1", "Office 365 Extra File Storage"]);
    const list = JSON.parse(new TextDecoder().decode(await browseCatalogJson(seller, query({ locale: "fr-fr" }))));
    expect(list).toMatchObject({ total: 2, dropped: [{ name: "locale", value: "fr-fr" }] });
    const at = { vendor: "cloudblue", key: "DEMO-E1" };
    const { price } = await getProduct(seller, at);
    expect(price).not.toBeNull();
    expect(await getProduct(seller, { ...at, locale: "de-DE" })).toMatchObject({
      locale: "de-de",
      name: german.name,
      price,
    });
    expect(await getProduct(seller, { ...at, locale: "fr-fr" })).toMatchObject({ locale: "en-us", name: E1.name });
  });

  it("searches and orders in the language that is asked for; what is not there in it keeps its usual name", async () => {
    vi.stubEnv("CATALOG_LOCALES", "en-us,de-de");
    onTestFinished(() => void vi.stubEnv("CATALOG_LOCALES", undefined));
    const german = { ...E1, locale: "de-de", name: "Zeitplan für Büros" };
    await start([E1, STORAGE, german]);
    const ask = async (words: Record<string, string>) =>
      (await browseCatalog(seller, query(words))).items.map(({ name }) => name);
    expect(await ask({ q: "zeitplän", locale: "de-de" })).toEqual(["Zeitplan für Büros"]);
    expect(await ask({ q: "enterprise", locale: "de-de" })).toEqual(["Zeitplan für Büros"]);
    for (const sort of ["relevance", "name"])
      expect(await ask({ locale: "de-de", sort })).toEqual(["Office 365 Extra File Storage", "Zeitplan für Büros"]);
    expect(await ask({ locale: "de-de", sort: "-name" })).toEqual([
      "Zeitplan für Büros",
      "Office 365 Extra File Storage",
    ]);
    expect(await ask({ sort: "name" })).toEqual(["Office 365 Enterprise E1", "Office 365 Extra File Storage"]);
  });

  it("keeps links working when a part number becomes the vendor's only one", async () => {
    const db = await start();
    await publish(db, [{ ...variant("DEMO-V"), plans: [examplePlan({ commitment: "P1Y" })] }], { generation: 2 });
    await reloadCatalog();
    expect((await currentCatalog()).find({ vendor: "cloudblue", key: "DEMO-V~P1Y~P1M" })?.key).toBe("DEMO-V");
    expect((await currentCatalog()).find({ vendor: "cloudblue", key: "DEMO-V~P1M~P1M" })).toBeNull();
  });

  it("merges the vendors' own lists with what the catalog holds", async () => {
    const db = await start(ALL, {
      categories: ["Analytics"],
      topics: [],
      serviceTypes: [],
      locales: ["en-us", "de-de"],
    });
    await publish(db, [{ ...E1, vendor: "ibm" }], { vendor: "ibm" });
    await reloadCatalog();
    expect(await listCategories(seller)).toEqual({
      items: [
        { value: "Analytics", label: "Analytics", count: 0, vendors: ["cloudblue"] },
        { value: "Productivity", label: "Productivity", count: 3, vendors: ["cloudblue", "ibm"] },
      ],
      total: 2,
    });
    expect((await listLocales(seller)).items).toEqual([
      { value: "en-us", label: "English (United States)", count: 6, vendors: ["cloudblue", "ibm"] },
      { value: "de-de", label: "German (Germany)", count: 0, vendors: ["cloudblue"] },
    ]);
  });

  it("reads a stored plan configuration and says where a plan has none", async () => {
    const db = await start();
    const ask = (plan: string) => getPlanConfiguration(seller, { vendor: "cloudblue", key: "DEMO-E1", plan });
    const row = { vendor: "cloudblue", product_key: "DEMO-E1", plan_key: "default", locale: "en-us" };
    const configuration = {
      components: [],
      allowedPlanChanges: ["x"],
      cancellable: true,
      subscriptionManaged: false,
      countries: null,
    };
    const fetched = { fetched_at: new Date().toISOString(), data: JSON.stringify(configuration) };
    await db
      .insertInto("plan_configurations")
      .values({ ...row, ...fetched })
      .execute();
    expect(await ask("default")).toEqual(configuration);
    await db.updateTable("plan_configurations").set({ data: "null" }).execute();
    await expect(ask("default")).rejects.toMatchObject({ code: "not-found" });
    await expect(ask("other")).rejects.toMatchObject({ code: "not-found" });
  });
});
