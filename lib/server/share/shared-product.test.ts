import { expect, test } from "vitest";
import type { PriceRow, TierModel } from "@/lib/domain/catalog/product";
import { addViewer, makeProduct, openTestDesk } from "@/lib/server/carts/test-desk";
import { browser, refusal, tokenOf } from "@/lib/server/quotes/test-quotes";
import { listProductLinks, shareProduct, withdrawProductLink } from "@/lib/server/share/product-links";
import { fetchSharedProduct, viewSharedProduct } from "@/lib/server/share/read-shared-product";
import { eachStore } from "@/lib/server/store/test-stores";

const withCost = (cost: string | null) => makeProduct({ key: "SUITE", price: "19.80", cost, needs: ["BASE"] });

const suite = { vendor: "cloudblue", key: "SUITE" };

eachStore("shared products", (open) => {
  test("an outsider sees price and facts, and no byte that comes from cost", async () => {
    const db = await open();
    const desk = openTestDesk(db, [withCost("13.572468")]);
    const seller = await addViewer(db, "seller", "Sam Seller");
    const { url } = await shareProduct(desk, seller, { vendor: "cloudblue", key: "SUITE" });
    expect(url).toMatch(/^https:\/\/desk\.example\/share\/product\/[\w-]{43}$/);
    const shown = await fetchSharedProduct(desk, tokenOf(url), browser);
    expect(shown).toMatchObject({ name: "Product SUITE", needs: ["Product BASE"] });
    expect(shown.plans.map(({ price }) => price)).toEqual([{ amount: "19.80", currency: "USD" }]);
    expect(JSON.stringify(shown)).not.toMatch(/cost|margin|13\.57|6\.22/i);
    desk.setCatalog([withCost(null)]);
    expect(await fetchSharedProduct(desk, tokenOf(url), browser)).toEqual(shown);
  });

  test("a customer sees what larger quantities cost, by our rules, and nothing of the tiers of a cost", async () => {
    const db = await open();
    const product = withCost(null);
    const row = (side: "price" | "cost", from: string, amount: string, model: TierModel = "volume") =>
      ({ side, kind: "recurring", currency: "USD", amount, model, from }) as const;
    const tiers = (model: TierModel) => [
      row("price", "0", "10", model),
      row("price", "11", "8", model),
      row("price", "500", "6", model),
    ];
    const costs = [row("cost", "0", "5"), row("cost", "37", "3.3333")];
    const [plan] = product.plans;
    if (!plan) throw new Error("the sample has no plan");
    const sold = (prices: readonly PriceRow[]) => ({ ...product, plans: [{ ...plan, prices, maximum: "100" }] });
    const desk = openTestDesk(db, [sold([...tiers("volume"), ...costs])]);
    const seller = await addViewer(db, "seller", "Sam Seller");
    const { url } = await shareProduct(desk, seller, suite);
    const shown = async () => (await fetchSharedProduct(desk, tokenOf(url), browser)).plans[0]?.tiers;
    const usd = (amount: string) => ({ amount, currency: "USD" });
    const volume = [
      { from: "1", price: usd("10.00") },
      { from: "11", price: usd("8.00") },
    ];
    expect(await shown()).toEqual({ model: "volume", prices: volume });
    desk.setCatalog([sold(tiers("graduated"))]);
    expect(await shown()).toEqual({ model: "graduated", prices: volume });
    desk.setCatalog([sold([row("price", "0", "10"), ...costs])]);
    expect(await shown()).toBeUndefined();
  });

  test("a link outlives neither its time nor its product, and opens no quote", async () => {
    const db = await open();
    const desk = openTestDesk(db, [withCost(null)]);
    const seller = await addViewer(db, "seller", "Sam Seller");
    const { url } = await shareProduct(desk, seller, { vendor: "cloudblue", key: "SUITE" }, { days: 2 });
    desk.setCatalog([]);
    expect((await refusal(fetchSharedProduct(desk, tokenOf(url), browser))).code).toBe("gone");
    desk.setNow("2026-03-04T09:00:00.000Z");
    expect(await viewSharedProduct(desk, tokenOf(url), null)).toEqual({ kind: "unknown" });
    const unknown = shareProduct(desk, seller, { vendor: "cloudblue", key: "NOWHERE" });
    expect((await refusal(unknown)).code).toBe("not-found");
  });

  test("a link keeps the currency it was made in, and refuses one the product is not sold in", async () => {
    const db = await open();
    const product = withCost(null);
    const euro = {
      side: "price",
      kind: "recurring",
      currency: "EUR",
      amount: "18.2",
      model: "flat",
      from: "0",
    } as const;
    const plans = product.plans.map((plan) => ({ ...plan, prices: [...plan.prices, euro] }));
    const desk = openTestDesk(db, [{ ...product, plans }]);
    const seller = await addViewer(db, "seller", "Sam Seller");
    const priceOf = async (url: string) => (await fetchSharedProduct(desk, tokenOf(url), browser)).plans[0]?.price;
    const inEuro = await shareProduct(desk, seller, suite, { currency: "EUR" });
    expect(await priceOf(inEuro.url)).toEqual({ amount: "18.20", currency: "EUR" });
    expect(await priceOf((await shareProduct(desk, seller, suite)).url)).toEqual({ amount: "19.80", currency: "USD" });
    expect((await refusal(shareProduct(desk, seller, suite, { currency: "JPY" }))).code).toBe("invalid");
    const links = await listProductLinks(desk, seller, suite);
    expect(links.map(({ currency }) => currency).sort()).toEqual(["EUR", null]);
  });

  test("a withdrawn link opens nothing, stays withdrawn, and is written down once", async () => {
    const db = await open();
    const desk = openTestDesk(db, [withCost(null), makeProduct({ key: "SUITE2", price: "1.00" })]);
    const seller = await addViewer(db, "seller", "Sam Seller");
    const [kept, link] = [await shareProduct(desk, seller, suite), await shareProduct(desk, seller, suite)];
    await shareProduct(desk, seller, { vendor: "cloudblue", key: "SUITE2" });
    await withdrawProductLink(desk, seller, { ...suite, id: link.id });
    await withdrawProductLink(desk, seller, { ...suite, id: link.id });
    expect((await refusal(fetchSharedProduct(desk, tokenOf(link.url), browser))).code).toBe("not-found");
    expect((await fetchSharedProduct(desk, tokenOf(kept.url), browser)).name).toBe("Product SUITE");
    expect((await listProductLinks(desk, seller, suite)).map(({ id }) => id)).toEqual([kept.id]);
    const audit = await db.selectFrom("audit").selectAll().where("action", "=", "link-withdrawn").execute();
    expect(audit.map(({ entity_id, detail }) => [entity_id, JSON.parse(detail)])).toEqual([
      ["cloudblue/SUITE", { linkId: link.id }],
    ]);
    for (const table of ["share_links", "audit"] as const) {
      const stored = JSON.stringify(await db.selectFrom(table).selectAll().execute());
      expect([stored.includes(tokenOf(link.url)), stored.includes(tokenOf(kept.url))]).toEqual([false, false]);
    }
  });

  test("a link is withdrawn by whoever made it or a manager, under its own product only", async () => {
    const db = await open();
    const desk = openTestDesk(db, [withCost(null), makeProduct({ key: "OTHER", price: "1.00" })]);
    const [sam, kim] = [await addViewer(db, "seller", "Sam Seller"), await addViewer(db, "seller", "Kim Seller")];
    const manager = await addViewer(db, "manager", "Max Manager");
    const { id } = await shareProduct(desk, sam, suite);
    const seen = async (viewer: typeof sam) =>
      (await listProductLinks(desk, viewer, suite)).map(({ createdBy, mayWithdraw }) => [createdBy, mayWithdraw]);
    expect(await seen(kim)).toEqual([["Sam Seller", false]]);
    expect(await seen(manager)).toEqual([["Sam Seller", true]]);
    expect((await refusal(withdrawProductLink(desk, kim, { ...suite, id }))).code).toBe("forbidden");
    const elsewhere = { vendor: "cloudblue", key: "OTHER", id };
    expect((await refusal(withdrawProductLink(desk, sam, elsewhere))).code).toBe("not-found");
    desk.setCatalog([]);
    await withdrawProductLink(desk, manager, { ...suite, id });
    expect(await seen(sam)).toEqual([]);
  });

  test("what the vendor has archived is not shared, and its older links show nothing", async () => {
    const db = await open();
    const desk = openTestDesk(db, [withCost(null)]);
    const seller = await addViewer(db, "seller", "Sam Seller");
    const { url } = await shareProduct(desk, seller, suite);
    desk.setCatalog([makeProduct({ key: "SUITE", archived: true })]);
    expect((await refusal(shareProduct(desk, seller, suite))).code).toBe("conflict");
    expect((await refusal(fetchSharedProduct(desk, tokenOf(url), browser))).code).toBe("gone");
  });

  test("links that are over are not listed", async () => {
    const db = await open();
    const desk = openTestDesk(db, [withCost(null)]);
    const seller = await addViewer(db, "seller", "Sam Seller");
    await shareProduct(desk, seller, suite, { days: 1 });
    expect(await listProductLinks(desk, seller, suite)).toHaveLength(1);
    desk.setNow("2026-03-03T09:00:00.000Z");
    expect(await listProductLinks(desk, seller, suite)).toEqual([]);
  });
});
