import { expect, test } from "vitest";
import { addViewer, makeProduct, openTestDesk } from "@/lib/server/carts/test-desk";
import { browser, refusal, tokenOf } from "@/lib/server/quotes/test-quotes";
import { shareProduct } from "@/lib/server/share/product-links";
import { fetchSharedProduct, viewSharedProduct } from "@/lib/server/share/read-shared-product";
import { eachStore } from "@/lib/server/store/test-stores";

const withCost = (cost: string | null) => makeProduct({ key: "SUITE", price: "19.80", cost, needs: ["BASE"] });

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
});
