import { beforeEach, expect, test, vi } from "vitest";
import { SuggestionSchema } from "@/lib/contracts/suggest";
import { addViewer, makeProduct } from "@/lib/server/carts/test-desk";
import { publish, useStore } from "@/lib/server/catalog/catalog-fixture";
import { currentCatalog, reloadCatalog } from "@/lib/server/catalog/current-catalog";
import { eachStore } from "@/lib/server/store/test-stores";
import { suggest } from "@/lib/server/suggest/suggest";
import type { Database } from "@/lib/server/store/database";

const tools = Array.from({ length: 12 }, (_, index) =>
  makeProduct({ key: `TOOL-${index}`, name: `Demo Tool ${index}`, service: "Demo Tools" }),
);
const exact = makeProduct({ key: "D1-BCY/LL", name: "Analytics", service: "Insight" });

beforeEach(() => vi.unstubAllEnvs());

async function addQuote(db: Database, number: string, owner: string, customer: string) {
  await db
    .insertInto("quotes")
    .values({ number, owner_id: owner, cart_id: null, cart_version: null, created_at: "2026-01-01T00:00:00.000Z" })
    .execute();
  const texts = {
    document: "{}",
    title: "",
    prepared_by: "",
    currency: "USD",
    first_year: "0",
    valid_until: "2026-12-31",
  };
  const times = { created_at: "2026-01-01T00:00:00.000Z", updated_at: "2026-01-01T00:00:00.000Z", sent_at: null };
  const version = { number, version: 1, state: "draft", customer_name: customer, content_hash: null, revision: 1 };
  await db
    .insertInto("quote_versions")
    .values({ ...version, ...texts, ...times })
    .execute();
}

eachStore("suggestions", (open) => {
  async function scene() {
    const db = await open();
    useStore(db);
    await publish(db, [...tools, exact]);
    await reloadCatalog();
    const sam = await addViewer(db, "seller", "Sam Seller");
    const mia = await addViewer(db, "manager", "Mia Manager");
    const ask = async (text: string, viewer = sam, locale?: string) =>
      suggest(db, await currentCatalog(), viewer, { text, locale });
    return { db, sam, mia, ask };
  }

  test("are at most eight, products first, then the service they are of", async () => {
    const { ask } = await scene();
    const found = await ask("demo");
    expect(found).toHaveLength(8);
    expect(found.every((one) => SuggestionSchema.safeParse(one).success)).toBe(true);
    expect(found.map(({ kind }) => kind).slice(-2)).toEqual(["product", "service"]);
    expect(found.at(-1)).toMatchObject({
      label: "Demo Tools",
      detail: "12 products",
      path: "/catalog?service=Demo%20Tools",
    });
  });

  test("an exact part number is first, with or without dashes, in any case, and marked", async () => {
    const { ask } = await scene();
    for (const text of ["D1-BCY/LL", "d1bcyll"]) {
      const [first] = await ask(text);
      expect(first).toMatchObject({ label: "Analytics", exact: true, path: "/products/cloudblue/D1-BCY%2FLL" });
    }
  });

  test("a mistyped part number suggests the one a slip away", async () => {
    const { ask } = await scene();
    expect(await ask("d1bcyxl")).toMatchObject([{ kind: "product", label: "Analytics", exact: false }]);
  });

  test("name quotes by number and customer, only those the viewer may see", async () => {
    const { db, sam, mia, ask } = await scene();
    await addQuote(db, "Q-2026-0001", sam.userId, "Fabrikam 100%_ Demo");
    await addQuote(db, "Q-2026-0002", mia.userId, "Contoso Demo");
    const quotes = async (text: string, viewer = sam) =>
      (await ask(text, viewer)).flatMap(({ kind, label }) => (kind === "quote" ? [label] : []));
    expect(await quotes("q-2026")).toEqual(["Q-2026-0001"]);
    expect(await quotes("CONTOSO")).toEqual([]);
    expect(await quotes("contoso", mia)).toEqual(["Q-2026-0002"]);
    expect(await quotes("100%_")).toEqual(["Q-2026-0001"]);
    expect(await quotes("1__%_")).toEqual([]);
  });

  test("a customer is found whatever the case and the accents of the typed name", async () => {
    const { db, sam, ask } = await scene();
    await addQuote(db, "Q-2026-0003", sam.userId, "Ärztehaus Östliche Höhe Demo");
    for (const text of ["ärztehaus", "ÄRZTEHAUS", "östliche", "demo höhe".slice(5)])
      expect(await ask(text)).toMatchObject([{ kind: "quote", detail: "Ärztehaus Östliche Höhe Demo" }]);
    expect(await ask("ürztehaus")).toEqual([]);
  });

  test("one letter and mere signs suggest nothing", async () => {
    const { ask } = await scene();
    for (const text of [" d ", "!!!", "--", "😀", "%_"]) expect(await ask(text)).toEqual([]);
  });

  test("a service is found by its words, though the vendor joins them with signs", async () => {
    const { db, ask } = await scene();
    await publish(db, [makeProduct({ key: "W", name: "Mail", service: "GOOGLE_WORKSPACE" })], { generation: 2 });
    await reloadCatalog();
    const services = (await ask("google work")).filter(({ kind }) => kind === "service");
    expect(services).toMatchObject([{ label: "GOOGLE_WORKSPACE", path: "/catalog?service=GOOGLE_WORKSPACE" }]);
  });

  test("variants of one part number are one suggestion that leads to their list", async () => {
    const { db, ask } = await scene();
    const variant = (key: string, name: string) => makeProduct({ key, partNumber: "MS-E3", name });
    const single = makeProduct({ key: "MS-E3-AUDIO", name: "Office E3 audio" });
    const all = [variant("MS-E3~P1Y", "Office E3 (COM ANN)"), variant("MS-E3~P1M", "Office E3 (COM MTH)"), single];
    await publish(db, all, { generation: 2 });
    await reloadCatalog();
    const found = (await ask("office e3")).map(({ label, detail, path, exact: is }) => [label, detail, path, is]);
    expect(found).toEqual([
      ["Office E3 audio", "MS-E3-AUDIO", "/products/cloudblue/MS-E3-AUDIO", false],
      ["Office E3", "MS-E3 · 2 variants", "/catalog?q=MS-E3", false],
    ]);
    expect((await ask("mse3"))[0]).toMatchObject({ label: "Office E3", exact: true });
  });

  test("products are named in the asked language where the vendor has words in it, and lead to pages in it", async () => {
    const { db, ask } = await scene();
    const status = makeProduct({ key: "STATUS", name: "Status Pages" });
    const german = { ...status, name: "Statusseiten", locale: "de-de" };
    const fleet = makeProduct({ key: "FLEET", name: "Status Fleet" });
    await publish(db, [status, german, fleet], { generation: 2 });
    await reloadCatalog();
    const found = (await ask("status", undefined, "DE-de")).map(({ label, locale, path }) => [label, locale, path]);
    expect(found.toSorted()).toEqual([
      ["Status Fleet", "en-us", "/products/cloudblue/FLEET?locale=de-de"],
      ["Statusseiten", "de-de", "/products/cloudblue/STATUS?locale=de-de"],
    ]);
    const unknown = await ask("status", undefined, "xx-xx");
    expect(unknown.map(({ label, path }) => [label, path]).toSorted()).toEqual([
      ["Status Fleet", "/products/cloudblue/FLEET"],
      ["Status Pages", "/products/cloudblue/STATUS"],
    ]);
  });
});
