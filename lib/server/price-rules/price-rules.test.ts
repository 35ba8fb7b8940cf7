import { beforeEach, expect, test, vi } from "vitest";
import type { PriceEntry } from "@/lib/contracts/price-rules";
import { PriceRuleSchema } from "@/lib/contracts/price-rules";
import { addToCart } from "@/lib/server/carts/add-to-cart";
import { createCart } from "@/lib/server/carts/create-cart";
import { readCart } from "@/lib/server/carts/read-cart";
import { addViewer, makeProduct, openTestDesk } from "@/lib/server/carts/test-desk";
import { browseCatalog } from "@/lib/server/catalog/browse-catalog";
import { publish, useStore, viewerWith } from "@/lib/server/catalog/catalog-fixture";
import { reloadCatalog } from "@/lib/server/catalog/current-catalog";
import { getProduct } from "@/lib/server/catalog/get-product";
import { createPriceRule, deletePriceRule, updatePriceRule } from "@/lib/server/price-rules/change-price-rules";
import { exportPriceRules, importPriceRules } from "@/lib/server/price-rules/exchange-price-rules";
import { listPriceRules } from "@/lib/server/price-rules/list-price-rules";
import { loadPriceRules } from "@/lib/server/price-rules/load-price-rules";
import { listRuleHistory, restorePriceRule } from "@/lib/server/price-rules/rule-history";
import { previewPriceRules } from "@/lib/server/price-rules/preview-price-rules";
import { eachStore } from "@/lib/server/store/test-stores";
import { ProductQuerySchema } from "@/lib/contracts/catalog";

const suite = makeProduct({ key: "SUITE", price: "19.80", cost: "17.50" });
const plain = makeProduct({ key: "PLAIN", price: "10.00", cost: "5.00", service: "Other" });

const markup = (percent: string, more: object = {}): PriceEntry => ({
  sets: "price",
  name: `Markup ${percent}`,
  scope: {},
  validFrom: null,
  validUntil: null,
  rounding: null,
  effect: { kind: "markup-on-cost", percent },
  ...more,
});
const floor: PriceEntry = {
  sets: "limit",
  name: "House floor",
  scope: {},
  limit: { kind: "minimum-margin", percent: "25" },
  policy: "block",
};
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail("was not refused"),
    (error: { code: string; message: string }) => error,
  );

beforeEach(() => vi.unstubAllEnvs());

eachStore("price rules", (open) => {
  async function begin() {
    const db = await open();
    const desk = openTestDesk(db, [suite, plain]);
    const manager = await addViewer(db, "manager", "Mia Manager");
    const seller = await addViewer(db, "seller", "Sam Seller");
    const blind = await addViewer(db, "seller-no-cost", "Bo Blind");
    const productsInScope = () => [suite, plain];
    return { db, desk: Object.assign(desk, { productsInScope }), manager, seller, blind };
  }

  test("a rule that names what nobody knows is kept and says so, from the form as from a file", async () => {
    const { desk, manager } = await begin();
    const about = (scope: PriceEntry["scope"]) => createPriceRule(desk, manager, markup("10", { scope }));
    const here = { vendor: "cloudblue", key: suite.key };
    expect((await about({ vendor: "cloudblue", product: here })).warnings).toEqual([]);
    const vendor = "No catalog of a vendor “nobody” is here.";
    expect((await about({ vendor: "nobody", product: { ...here, vendor: "nobody" } })).warnings).toEqual([vendor]);
    const product = "There is no product “GONE” in the catalog.";
    expect((await about({ product: { ...here, key: "GONE" } })).warnings).toEqual([product]);
    expect((await about({ customer: "gone" })).warnings).toEqual(["There is no such customer."]);
    const csv = await exportPriceRules(desk, manager);
    const { rows } = await importPriceRules(desk, manager, { csv, dryRun: true });
    expect(rows.map(({ outcome, message }) => [outcome, message]).toSorted()).toEqual(
      [
        ["same", ""],
        ["same", vendor],
        ["same", product],
        ["same", "There is no such customer."],
      ].toSorted(),
    );
    expect((await listPriceRules(desk, manager)).items.flatMap(({ warnings }) => warnings)).toHaveLength(3);
  });

  test("a rule is kept with all its versions, and each change is in the log", async () => {
    const { db, desk, manager } = await begin();
    const made = await createPriceRule(desk, manager, markup("20"));
    expect(PriceRuleSchema.parse(made)).toEqual(made);
    const changed = await updatePriceRule(desk, manager, made.id, ["1"], markup("30"));
    expect(changed.version).toBe(2);
    await deletePriceRule(desk, manager, made.id, ["2"]);
    expect((await listPriceRules(desk, manager)).items).toEqual([]);
    const versions = await db
      .selectFrom("price_rules")
      .select(["version", "data", "removed"])
      .orderBy("version")
      .execute();
    expect(versions.map(({ version, removed }) => [version, removed])).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
    ]);
    expect(versions[0]?.data).toContain('"20"');
    const log = await db
      .selectFrom("audit")
      .select("action")
      .where("entity", "=", "price-rule")
      .orderBy("id")
      .execute();
    expect(log.map(({ action }) => action)).toEqual(["created", "changed", "removed"]);
  });

  test("only managers write, only those who may see cost read", async () => {
    const { desk, seller, blind } = await begin();
    expect((await refusal(createPriceRule(desk, seller, markup("20")))).code).toBe("forbidden");
    expect((await listPriceRules(desk, seller)).total).toBe(0);
    expect((await refusal(listPriceRules(desk, blind))).code).toBe("forbidden");
    expect((await refusal(exportPriceRules(desk, blind))).code).toBe("forbidden");
    expect((await refusal(previewPriceRules(desk, seller, { entry: markup("20") }))).code).toBe("forbidden");
    expect((await refusal(importPriceRules(desk, seller, { csv: "Name\nA", dryRun: true }))).code).toBe("forbidden");
  });

  test("a stale save is refused, and two at the same instant end in one change", async () => {
    const { desk, manager } = await begin();
    const { id } = await createPriceRule(desk, manager, markup("20"));
    await updatePriceRule(desk, manager, id, ["1"], markup("30"));
    expect((await refusal(updatePriceRule(desk, manager, id, ["1"], markup("40")))).code).toBe("stale");
    const both = await Promise.allSettled(
      ["50", "60"].map((p) => updatePriceRule(desk, manager, id, ["2"], markup(p))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("the prepared rules are read again only after a change", async () => {
    const { db, desk, manager } = await begin();
    expect((await loadPriceRules(db)).set.rules).toEqual([]);
    const { id } = await createPriceRule(desk, manager, markup("20"));
    const first = await loadPriceRules(db);
    expect(await loadPriceRules(db)).toBe(first);
    await updatePriceRule(desk, manager, id, "any", markup("30"));
    const second = await loadPriceRules(db);
    expect(second).not.toBe(first);
    expect(second.set.rules).toHaveLength(1);
  });

  test("catalog, product page and cart show the same ruled price; it ends with its last day and never at 0", async () => {
    const { db, desk, manager } = await begin();
    useStore(db);
    await publish(db, [suite, plain]);
    const day = new Date().toISOString().slice(0, 10);
    const rule = await createPriceRule(desk, manager, markup("20", { validUntil: day }));
    await reloadCatalog();
    const shown = async () => {
      const list = await browseCatalog(viewerWith("seller"), ProductQuerySchema.parse({ q: "Product SUITE" }));
      const product = await getProduct(viewerWith("seller"), { vendor: "cloudblue", key: "SUITE" });
      return [list.items[0]?.price?.amount, product.price?.amount, product.plans[0]?.price?.amount];
    };
    expect(await shown()).toEqual(["21.00", "21.00", "21.00"]);
    const ruled = { ...desk, catalog: desk.catalog, prices: (await loadPriceRules(db)).set };
    const cart = await createCart(ruled, manager, { name: "Sample", currency: "USD" });
    const on = async (now: string) => {
      const read = await readCart({ ...ruled, now: () => new Date(now) }, manager, cart.id);
      return read.lines[0]?.price?.amount;
    };
    await addToCart(ruled, manager, cart.id, "any", { vendor: "cloudblue", key: "SUITE", quantity: "1" });
    expect(await on(`${day}T23:59:59.999Z`)).toBe("21.00");
    expect(await on("2126-01-01T00:00:00.000Z")).toBe("19.80");
    await updatePriceRule(desk, manager, rule.id, "any", markup("20", { validUntil: "2020-01-01" }));
    await reloadCatalog();
    expect(await shown()).toEqual(["19.80", "19.80", "19.80"]);
  });

  test("the preview counts what changes and what falls below a floor, and saves nothing", async () => {
    const { desk, manager } = await begin();
    await createPriceRule(desk, manager, floor);
    const preview = await previewPriceRules(desk, manager, { entry: markup("20", { scope: { service: "Other" } }) });
    expect([preview.looked, preview.changed, preview.broken, preview.newlyBroken]).toEqual([2, 1, 1, 1]);
    expect(preview.rows[0]?.before.price?.amount).toBe("10.00");
    expect(preview.rows[0]?.after.price?.amount).toBe("6.00");
    expect(preview.rows[0]?.after.broken[0]).toContain("25 %");
    expect((await listPriceRules(desk, manager)).total).toBe(1);
  });

  test("what is exported imports as the same rules, and formulas in it are defused", async () => {
    const { db, desk, manager } = await begin();
    const entries: PriceEntry[] = [
      markup("12.5", { name: "＝2+5", scope: { vendor: "cloudblue", product: { vendor: "cloudblue", key: "A/B-1" } } }),
      markup("5", { validFrom: "2026-01-01", rounding: { kind: "ending", ending: "0.99", direction: "up" } }),
      {
        sets: "cost",
        name: "IBM estimate",
        scope: { vendor: "ibm" },
        validFrom: null,
        validUntil: null,
        rounding: { kind: "step", step: "0.05", direction: "nearest" },
        effect: { kind: "discount-from-list", percent: "18" },
      },
      floor,
    ];
    for (const entry of entries) await createPriceRule(desk, manager, entry);
    const csv = await exportPriceRules(desk, manager);
    expect(csv).toContain("'＝2+5");
    const again = await importPriceRules(desk, manager, { csv, dryRun: true });
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(["same", "same", "same", "same"]);
    const before = (await listPriceRules(desk, manager)).items.map(({ entry }) => entry);
    for (const { id } of (await listPriceRules(desk, manager)).items) await deletePriceRule(desk, manager, id, "any");
    const taken = await importPriceRules(desk, manager, { csv, dryRun: false });
    expect(taken.applied).toBe(4);
    expect((await listPriceRules(desk, manager)).items.map(({ entry }) => entry)).toEqual(before);
    expect((await loadPriceRules(db)).set.rules).toHaveLength(3);
  });

  test("a file with one unreadable row imports nothing and names the row", async () => {
    const { desk, manager } = await begin();
    const csv = "Name,Sets,Kind,Percent\nGood,price,markup-on-cost,20\nBad,price,target-margin,100\n";
    const dry = await importPriceRules(desk, manager, { csv, dryRun: true });
    expect(dry.rows.map(({ outcome }) => outcome)).toEqual(["new", "unreadable"]);
    const error = await refusal(importPriceRules(desk, manager, { csv, dryRun: false }));
    expect(error.code).toBe("invalid");
    expect((await listPriceRules(desk, manager)).total).toBe(0);
  });

  test.each([
    ["a column nobody knows", "Name,Sets,Kind,Percent,Vendr\nA,price,target-margin,20,ibm", "“Vendr”"],
    ["the same column twice", "Name,Sets,Kind,Percent,Percent\nA,price,target-margin,20,30", "Percent"],
    ["a head in another case", "name,Sets,Kind,Percent\nA,price,target-margin,20", "“name”"],
  ])("a file with %s is refused, for it might widen a rule", async (_, csv, word) => {
    const { desk, manager } = await begin();
    for (const dryRun of [true, false]) {
      const error = await refusal(importPriceRules(desk, manager, { csv, dryRun }));
      expect([error.code, error.message]).toEqual(["invalid", expect.stringContaining(word)]);
    }
  });

  test("a row is refused where a cell of it would be lost, and rows are counted as a spreadsheet does", async () => {
    const { desk, manager } = await begin();
    const head = "Name,Sets,Kind,Percent,Policy,Valid until,Rounding";
    const rows = [
      "A,limit,minimum-margin,5,ask,2026-12-31,",
      "",
      "B,price,markup-on-cost,5,block,,",
      "C,price,markup-on-cost,5,,,,ibm",
      "D,price,markup-on-cost,5,,,ending 0.99 up now",
      ",,,,,,",
      "E,price,markup-on-cost,5,,,minor-unit",
    ];
    const { rows: read } = await importPriceRules(desk, manager, { csv: [head, ...rows].join("\n"), dryRun: true });
    expect(read.map(({ row, name, outcome }) => [row, name, outcome])).toEqual([
      [2, "A", "unreadable"],
      [4, "B", "unreadable"],
      [5, "C", "unreadable"],
      [6, "D", "unreadable"],
      [8, "E", "new"],
    ]);
    expect(read.map(({ message }) => message).slice(0, 3)).toEqual([
      "Valid until: a limit has none",
      "Policy: only a limit has one",
      "row: it has more cells than there are columns",
    ]);
  });

  test("rows that name the same rule, or one of several of that name, are refused, so that none is made twice", async () => {
    const { desk, manager } = await begin();
    const csv = "Name,Sets,Kind,Percent\nA,price,markup-on-cost,5\nA,price,markup-on-cost,6\nB,price,markup-on-cost,7";
    const outcomes = async () =>
      (await importPriceRules(desk, manager, { csv, dryRun: true })).rows.map(({ outcome }) => outcome);
    expect(await outcomes()).toEqual(["new", "unreadable", "new"]);
    for (const percent of ["8", "9"]) await createPriceRule(desk, manager, markup(percent, { name: "B" }));
    expect(await outcomes()).toEqual(["new", "unreadable", "unreadable"]);
  });

  test("the history tells every version, and any of them can be brought back, also of a removed rule", async () => {
    const { desk, manager, seller, blind } = await begin();
    const made = await createPriceRule(desk, manager, markup("10"));
    await updatePriceRule(desk, manager, made.id, ["1"], markup("12"));
    await deletePriceRule(desk, manager, made.id, ["2"]);
    await createPriceRule(desk, manager, floor);
    const told = async () => {
      const { items } = await listRuleHistory(desk, seller, made.id);
      return items.map(({ version, what, restores, inForce }) => [version, what, restores, inForce]);
    };
    expect(await told()).toEqual([
      [3, "removed", null, false],
      [2, "changed", null, false],
      [1, "created", null, false],
    ]);
    const place = { id: made.id, version: 1 };
    expect((await refusal(restorePriceRule(desk, seller, place, "any"))).code).toBe("forbidden");
    expect((await refusal(restorePriceRule(desk, manager, place, ["2"]))).code).toBe("stale");
    expect((await refusal(restorePriceRule(desk, manager, { id: made.id, version: 9 }, "any"))).code).toBe("not-found");
    expect((await refusal(listRuleHistory(desk, blind))).code).toBe("forbidden");
    const back = await restorePriceRule(desk, manager, place, ["3"]);
    expect([back.version, back.entry]).toEqual([4, markup("10")]);
    expect((await refusal(restorePriceRule(desk, manager, place, ["4"]))).code).toBe("conflict");
    expect((await told())[0]).toEqual([4, "restored", 1, true]);
    await restorePriceRule(desk, manager, { id: made.id, version: 2 }, ["4"]);
    expect((await told())[0]).toEqual([5, "restored", 2, true]);
    expect((await listPriceRules(desk, manager)).items.map(({ version, entry }) => [entry.name, version])).toEqual([
      ["Markup 12", 5],
      ["House floor", 1],
    ]);
    expect((await listRuleHistory(desk, manager)).total).toBe(6);
  });

  test("two who bring a rule back at once make one version of it", async () => {
    const { desk, manager } = await begin();
    const made = await createPriceRule(desk, manager, markup("10"));
    await deletePriceRule(desk, manager, made.id, ["1"]);
    const place = { id: made.id, version: 1 };
    const both = await Promise.allSettled([1, 2].map(() => restorePriceRule(desk, manager, place, "any")));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await listRuleHistory(desk, manager, made.id)).total).toBe(3);
  });
});
