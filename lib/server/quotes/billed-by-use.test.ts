import { expect, test } from "vitest";
import { CartSchema } from "@/lib/contracts/cart";
import { QuoteSchema } from "@/lib/contracts/quote";
import { preparePriceRules } from "@/lib/domain/pricing/rule-set";
import { seekCartGoal } from "@/lib/server/carts/seek-cart-goal";
import { addViewer, makeProduct, openTestDesk } from "@/lib/server/carts/test-desk";
import { findPrintable } from "@/lib/server/quotes/read-publication";
import { readQuote } from "@/lib/server/quotes/read-quote";
import { draft, filledCart, move, refusal, sentQuote, suite, tokenOf } from "@/lib/server/quotes/test-quotes";
import { viewSharedQuote } from "@/lib/server/share/read-shared-quote";
import { shareProduct } from "@/lib/server/share/product-links";
import { viewSharedProduct } from "@/lib/server/share/read-shared-product";
import { eachStore } from "@/lib/server/store/test-stores";

const usd = (amount: string) => ({ amount, currency: "USD" });
const blob = makeProduct({ key: "BLOB", price: null, overuse: ["0.0184", "0.0166"], setup: "30.00" });
const sign = makeProduct({ key: "SIGN", price: "34.99", cost: "29.70", overuse: ["1.30", "1.10"] });
const told = { from: "0", model: "flat", price: usd("0.0184") };

eachStore("products billed by use", (open) => {
  const begin = async (keys: readonly string[]) => {
    const desk = openTestDesk(await open(), [suite, blob, sign]);
    const seller = await addViewer(desk.db, "seller", "Sam Seller");
    return { desk, seller, cart: await filledCart(desk, seller, keys) };
  };

  test("a cart's line has no price and no problem; what is used stands apart from every total", async () => {
    const { cart } = await begin(["BLOB", "SUITE"]);
    expect(CartSchema.parse(cart)).toEqual(cart);
    expect(cart.problems).toEqual([]);
    expect(cart.lines[0]).toMatchObject({ price: null, total: null, margin: null, cost: { unknown: "usageBased" } });
    const cost = { ...usd("0.0166"), origin: "vendor" };
    const margin = { ...usd("0.0018"), percent: "9.8" };
    expect(cart.lines[0]?.overuse).toEqual([{ ...told, listPrice: null, cost, margin }]);
    expect([cart.totals["USD"]?.monthly.amount, cart.totals["USD"]?.oneTime.amount]).toEqual(["198.00", "30.00"]);
    expect([cart.totals["USD"]?.costKnownLines, cart.totals["USD"]?.lines]).toEqual([1, 2]);
  });

  test("it is quoted, sent, shown behind the link and on paper, and revised, always without a total", async () => {
    const { desk, seller, cart } = await begin(["BLOB"]);
    const { number, quote, token } = await sentQuote(desk, seller, cart.id);
    expect(QuoteSchema.parse(quote)).toEqual(quote);
    const line = { quantity: "10", price: null, total: null, setupTotal: usd("30.00"), firstYear: usd("30.00") };
    expect(quote.lines).toMatchObject([{ ...line, overuse: [told] }]);
    expect(quote.totals["USD"]).toMatchObject({ monthly: usd("0.00"), oneTime: usd("30.00"), firstYear: usd("30.00") });
    const shared = await viewSharedQuote(desk, token, null);
    const printed = await findPrintable(desk, seller, number, 1);
    for (const shown of [shared, printed]) {
      const text = JSON.stringify(shown);
      expect(text).toContain(JSON.stringify({ price: null, total: null }).slice(1, -1));
      expect(text).toContain(`"overuse":[${JSON.stringify(told)}]`);
    }
    const revised = await move(desk, seller, number, "revise");
    expect(revised.lines[0]?.overuse).toEqual(quote.lines[0]?.overuse);
    expect((await move(desk, seller, number, "clone")).lines[0]?.overuse).toEqual(quote.lines[0]?.overuse);
  });

  test("beside a recurring price it changes neither price nor total", async () => {
    const { desk, seller, cart } = await begin(["SIGN"]);
    const quote = await draft(desk, seller, cart.id);
    expect(quote.lines).toMatchObject([
      { price: usd("34.99"), total: usd("349.90"), overuse: [{ price: usd("1.30") }] },
    ]);
    expect(quote.totals["USD"]?.firstYear).toEqual(usd("4198.80"));
    const plain = await draft(desk, seller, (await filledCart(desk, seller, ["SUITE"])).id);
    expect(plain.lines[0]).not.toHaveProperty("overuse");
  });

  test("a floor is kept by the price of a unit used, at the cost of then and of today", async () => {
    const { desk, seller, cart } = await begin(["BLOB"]);
    const limit = { kind: "minimum-margin", percent: "5" } as const;
    const floor = { id: "floor", name: "Floor", scope: {}, limit, policy: "ask" } as const;
    Object.assign(desk, { prices: preparePriceRules([], [floor]) });
    const { number, approval } = await draft(desk, seller, cart.id);
    expect(approval?.needed).toBe(false);
    desk.setCatalog([makeProduct({ key: "BLOB", price: null, overuse: ["0.0184", "0.0183"], setup: "30.00" })]);
    const dearer = (await readQuote(desk, seller, number)).quote.approval;
    expect(dearer).toMatchObject({ needed: true, findings: [{ policy: "ask", limit: usd("0.0193") }] });
    expect((await refusal(move(desk, seller, number, "send"))).message).toContain("needs approval");
  });

  test("it takes no part in an aimed-at total, and says why", async () => {
    const { desk, seller, cart } = await begin(["BLOB"]);
    const goal = { target: { kind: "total", amount: "20" }, dryRun: true } as const;
    const error = await refusal(seekCartGoal(desk, seller, cart.id, { goal, ifMatch: null }));
    expect(error.message).toContain("Product BLOB stays as it is: it is billed by use.");
  });

  test("a shared product tells the price of a unit used and nothing of its cost", async () => {
    const { desk, seller } = await begin([]);
    const { url } = await shareProduct(desk, seller, { vendor: "cloudblue", key: "BLOB" });
    const shown = JSON.stringify(await viewSharedProduct(desk, tokenOf(url), null));
    expect(shown).toContain(`"overuse":[${JSON.stringify(told)}]`);
    expect(shown).not.toMatch(/cost|margin|0166|0018|list/i);
  });
});
