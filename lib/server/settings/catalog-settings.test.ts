import { beforeEach, expect, test, vi } from "vitest";
import { ProductQuerySchema } from "@/lib/contracts/catalog";
import { addToCart } from "@/lib/server/carts/add-to-cart";
import { createCart } from "@/lib/server/carts/create-cart";
import { pasteIntoCart } from "@/lib/server/carts/paste-into-cart";
import { readCart } from "@/lib/server/carts/read-cart";
import { addViewer, makeProduct, openTestDesk } from "@/lib/server/carts/test-desk";
import { browseCatalog, browseCatalogJson } from "@/lib/server/catalog/browse-catalog";
import { publish, useStore } from "@/lib/server/catalog/catalog-fixture";
import { currentCatalog, reloadCatalog } from "@/lib/server/catalog/current-catalog";
import { getProduct } from "@/lib/server/catalog/get-product";
import { createQuote } from "@/lib/server/quotes/create-quote";
import { moveQuote } from "@/lib/server/quotes/move-quote";
import { readQuote } from "@/lib/server/quotes/read-quote";
import { customer, refusal } from "@/lib/server/quotes/test-quotes";
import { listCatalogServices, taxonomyChoices } from "@/lib/server/settings/catalog-services";
import { saveMarginBands } from "@/lib/server/settings/margin-bands";
import { saveRequirementReading, showRequirementReading } from "@/lib/server/settings/requirement-reading";
import { saveSynonyms, showSynonyms } from "@/lib/server/settings/synonyms";
import { readSynonymsCsv, writeSynonymsCsv } from "@/lib/server/settings/synonyms-csv";
import { saveTaxonomy, showTaxonomy } from "@/lib/server/settings/taxonomy";
import { trySynonyms } from "@/lib/server/settings/try-synonyms";
import type { Database } from "@/lib/server/store/database";
import { eachStore } from "@/lib/server/store/test-stores";
import type { Viewer } from "@/lib/server/viewer";

const bare = (facts: Parameters<typeof makeProduct>[0]) => ({ ...makeProduct(facts), categories: [], topics: [] });
const suite = bare({ key: "SUITE", name: "Office 365 Suite", service: "O365" });
const mail = bare({ key: "MAIL", name: "Mail only", service: "O365" });
const addon = bare({ key: "ADDON", name: "Extra storage", service: "O365", needs: ["SUITE", "MAIL"] });
const tool = bare({ key: "TOOL", name: "Diagram tool", service: "NEWTOOLS" });
const own = { ...makeProduct({ key: "OWN", name: "Own words", service: "NEWTOOLS" }), categories: ["Security"] };
const products = [suite, mail, addon, tool, own];
const lists = {
  categories: ["Security", "Analytics"],
  topics: ["cat.topic:Backup"],
  serviceTypes: ["Runtime"],
  locales: [],
};
const query = (given: Record<string, string> = {}) => ProductQuerySchema.parse(given);
const never = () => false;

beforeEach(() => vi.unstubAllEnvs());

eachStore("catalog settings", (open) => {
  async function begin() {
    const db = await open();
    await publish(db, products, { taxonomy: lists });
    useStore(db);
    await reloadCatalog();
    const admin = await addViewer(db, "admin", "Ada Admin");
    const manager = await addViewer(db, "manager", "Mia Manager");
    const seller = await addViewer(db, "seller", "Sam Seller");
    return { db, desk: await deskOf(db), admin, manager, seller };
  }
  async function deskOf(db: Database) {
    const desk = openTestDesk(db, products);
    return { ...desk, catalog: await currentCatalog() };
  }
  const namesIn = async (viewer: Viewer, given: Record<string, string>) =>
    (await browseCatalog(viewer, query(given))).items.map(({ key }) => key).sort();

  async function map(desk: Awaited<ReturnType<typeof deskOf>>, admin: Viewer, service: string, categories: string[]) {
    const { value } = await showTaxonomy(desk, admin);
    const rows = [
      ...value.rows.filter((row) => row.service !== service),
      { service, categories, topics: [], serviceType: null },
    ];
    return saveTaxonomy(desk, admin, "any", { taxonomy: { rows }, choices: await taxonomyChoices(admin) });
  }

  test("a mapping reaches lists, facets and product pages without a sync", async () => {
    const { desk, admin, seller } = await begin();
    expect((await browseCatalog(seller, query({ category: "Analytics" }))).dropped).toHaveLength(1);
    await map(desk, admin, "newtools", ["Analytics"]);
    await reloadCatalog();
    expect(await namesIn(seller, { category: "Analytics" })).toEqual(["TOOL"]);
    expect(await namesIn(seller, { category: "Security" })).toEqual(["OWN"]);
    const { facets } = await browseCatalog(seller, query());
    expect(facets["category"]?.find(({ value }) => value === "Analytics")?.count).toBe(1);
    expect((await getProduct(seller, { vendor: "cloudblue", key: "TOOL" })).categories).toEqual(["Analytics"]);
    expect(
      JSON.parse(new TextDecoder().decode(await browseCatalogJson(seller, query({ category: "Analytics" })))).total,
    ).toBe(1);
  });

  test("another process takes every setting over by itself", async () => {
    const { db, desk, admin, manager, seller } = await begin();
    const before = await currentCatalog();
    const elsewhere = { ...desk, db: await db.testStore.reopen() };
    await map(elsewhere, admin, "NEWTOOLS", ["Analytics"]);
    await saveSynonyms(elsewhere, admin, "any", { synonyms: { groups: [["sketch", "diagram"]] }, isPartNumber: never });
    await saveRequirementReading(elsewhere, admin, "any", { anyOf: [{ vendor: "cloudblue", service: "O365" }] });
    await saveMarginBands(elsewhere, manager, "any", { lowBelow: "7", highAbove: "30" });
    expect((await currentCatalog()).version).toBe(before.version);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2_000 });
    try {
      await vi.waitFor(async () => expect((await currentCatalog()).version).not.toBe(before.version));
    } finally {
      vi.useRealTimers();
    }
    expect(await namesIn(seller, { category: "Analytics" })).toEqual(["TOOL"]);
    expect(await namesIn(seller, { q: "sketch" })).toEqual(["TOOL"]);
    const catalog = await currentCatalog();
    expect(catalog.find({ vendor: "cloudblue", key: "ADDON" })?.requires).toHaveLength(1);
    expect(catalog.look.marginBands).toEqual({ lowBelow: "7", highAbove: "30" });
  });

  test("a mapping holds the vendors' own values, and those it held before", async () => {
    const { desk, admin, seller } = await begin();
    const choices = await taxonomyChoices(admin);
    const { value } = await showTaxonomy(desk, seller);
    const withRow = (categories: string[]) => ({
      rows: [...value.rows, { service: "NEWTOOLS", categories, topics: [], serviceType: null }],
    });
    const refused = await refusal(
      saveTaxonomy(desk, admin, "any", { taxonomy: withRow(["Security", "Of my own"]), choices }),
    );
    expect(refused).toMatchObject({ code: "invalid", errors: [{ path: `body.rows.${value.rows.length}.categories` }] });
    expect(choices.categories.has("Business applications")).toBe(false);
    const kept = { taxonomy: withRow(["Business applications"]), choices };
    expect((await saveTaxonomy(desk, admin, ["0"], kept)).version).toBe(1);
    expect((await refusal(saveTaxonomy(desk, seller, "any", kept))).code).toBe("forbidden");
    expect((await refusal(saveTaxonomy(desk, admin, ["0"], kept))).code).toBe("stale");
  });

  test("the services of the catalog are told with what they leave open", async () => {
    const { seller } = await begin();
    const { items } = listCatalogServices(await currentCatalog(), seller);
    expect(items).toMatchObject([
      { service: "NEWTOOLS", vendorLabel: expect.any(String), products: 2, severalRequirements: 0 },
      { service: "O365", products: 3, severalRequirements: 1 },
    ]);
  });

  test("synonyms are searched by at once, over the same rows", async () => {
    const { desk, admin, seller } = await begin();
    const { rowsVersion } = await currentCatalog();
    expect(await namesIn(seller, { q: "ms 365 suite" })).toEqual(["SUITE"]);
    const groups = [["sketch", "diagram"]];
    await saveSynonyms(desk, admin, ["0"], { synonyms: { groups }, isPartNumber: never });
    await reloadCatalog();
    expect(await namesIn(seller, { q: "sketch" })).toEqual(["TOOL"]);
    expect((await browseCatalog(seller, query({ q: "ms 365 suite" }))).match).toBe("some");
    expect((await currentCatalog()).rowsVersion).toBe(rowsVersion);
    expect((await showSynonyms(desk, seller)).value).toEqual({ groups });
  });

  test("synonyms that would swallow a part number, or come from the wrong hands, are refused", async () => {
    const { desk, admin, manager } = await begin();
    const { index } = await currentCatalog();
    const isPartNumber = (compact: string) => index.rowsOfNumber(compact).length > 0;
    const synonyms = {
      groups: [
        ["vm", "virtual machine"],
        ["storage", "Add-On"],
      ],
    };
    const refused = await refusal(saveSynonyms(desk, admin, "any", { synonyms, isPartNumber }));
    expect(refused).toMatchObject({ code: "invalid", errors: [{ path: "body.groups.1.1" }] });
    expect((await refusal(saveSynonyms(desk, manager, "any", { synonyms, isPartNumber: never }))).code).toBe(
      "forbidden",
    );
  });

  test("trying synonyms says how a search is read and what it finds, and saves nothing", async () => {
    const { seller } = await begin();
    const catalog = await currentCatalog();
    const reading = trySynonyms(catalog, seller, { text: "sketch tool", groups: [["sketch", "diagram"]] });
    expect(reading).toEqual({
      clauses: [
        { alternatives: ["sketch", "diagram"], partNumber: "sketch" },
        { alternatives: ["tool"], partNumber: "tool" },
      ],
      match: "all",
      products: 1,
      productsNow: expect.any(Number),
    });
    expect(await namesIn(seller, { q: "sketch" })).toEqual([]);
    expect(trySynonyms(catalog, seller, { text: " ", groups: [] })).toMatchObject({ clauses: [], products: 0 });
  });

  test("any-of for a service: page, cart and paste agree, and what was sent stays", async () => {
    const { db, desk, admin, seller } = await begin();
    const cart = await createCart(desk, seller, { name: "Fabrikam", currency: "USD" });
    await addToCart(desk, seller, cart.id, "any", { vendor: "cloudblue", key: "SUITE", quantity: "1" });
    const quote = (await createQuote(desk, seller, { cartId: cart.id, customer }, "key")).quote;
    await moveQuote(desk, seller, { number: quote.number, move: "send", body: {}, idempotencyKey: null });
    const sent = (await readQuote(desk, seller, quote.number)).quote;
    await addToCart(desk, seller, cart.id, "any", { vendor: "cloudblue", key: "ADDON", quantity: "1" });
    const kinds = async (with_: typeof desk) =>
      (await readCart(with_, seller, cart.id)).problems.map(({ kind }) => kind);
    expect(await kinds(desk)).toEqual(["missing-requirement"]);
    const groups = async () =>
      (await getProduct(seller, { vendor: "cloudblue", key: "ADDON" })).requires.map(({ anyOf }) =>
        anyOf.map(({ key }) => key),
      );
    expect(await groups()).toEqual([["SUITE"], ["MAIL"]]);

    await saveRequirementReading(desk, admin, ["0"], { anyOf: [{ vendor: "cloudblue", service: "O365" }] });
    await reloadCatalog();
    const after = await deskOf(db);
    expect(await kinds(after)).toEqual([]);
    expect(await groups()).toEqual([["SUITE", "MAIL"]]);
    const other = await createCart(after, seller, { name: "Contoso", currency: "USD" });
    await addToCart(after, seller, other.id, "any", { vendor: "cloudblue", key: "MAIL", quantity: "1" });
    const pasted = await pasteIntoCart(after, seller, other.id, { text: "ADDON\t2", ifMatch: "any", dryRun: false });
    expect(JSON.stringify(pasted)).not.toContain("missing-requirement");
    expect((await readQuote(after, seller, quote.number)).quote.contentHash).toBe(sent.contentHash);
    expect((await readQuote(after, seller, quote.number)).quote.lines).toEqual(sent.lines);
    expect((await showRequirementReading(after, seller)).version).toBe(1);
    expect((await refusal(saveRequirementReading(after, seller, "any", { anyOf: [] }))).code).toBe("forbidden");
  });
});

test("synonyms leave as CSV and come back the same, formulas kept from running", () => {
  const groups = [
    ["o365", "Office 365"],
    ["e-sign", "signature, electronic"],
    ["=cmd", "run command"],
  ];
  const csv = writeSynonymsCsv({ groups });
  expect(csv).toContain("'=cmd");
  expect(readSynonymsCsv(csv, never)).toEqual({ groups, problems: [] });
});

test("a file of synonyms is read with what is wrong in it", () => {
  const read = readSynonymsCsv("vm;virtual machine\r\n\r\nalone\r\nav;365\r\n", never);
  expect(read.groups).toEqual([["vm", "virtual machine"], ["alone"], ["av", "365"]]);
  expect(read.problems.map(({ row }) => row)).toEqual([3, 4]);
});
