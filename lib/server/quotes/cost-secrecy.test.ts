import { expect, test } from "vitest";
import { CustomerInputSchema, UpdateQuoteSchema, CreateQuoteSchema } from "@/lib/contracts/quote";
import { CreateCartSchema, UpdateCartSchema } from "@/lib/contracts/cart";
import { LineInputSchema, UpdateLineSchema } from "@/lib/contracts/cart-line";
import { AcceptSchema, DeclineSchema } from "@/lib/contracts/quote-sharing";
import { addToCart } from "@/lib/server/carts/add-to-cart";
import { createCart } from "@/lib/server/carts/create-cart";
import { draftOrder } from "@/lib/server/carts/draft-order";
import { listCarts } from "@/lib/server/carts/list-carts";
import { pasteIntoCart } from "@/lib/server/carts/paste-into-cart";
import { readCart } from "@/lib/server/carts/read-cart";
import { addViewer, makeProduct, openTestDesk } from "@/lib/server/carts/test-desk";
import { updateCart } from "@/lib/server/carts/update-cart";
import { createQuote } from "@/lib/server/quotes/create-quote";
import { listQuotes } from "@/lib/server/quotes/list-quotes";
import { findPrintable } from "@/lib/server/quotes/read-publication";
import { readQuote } from "@/lib/server/quotes/read-quote";
import { customer, move, refusal, sentQuote, tokenOf } from "@/lib/server/quotes/test-quotes";
import { createQuoteLink } from "@/lib/server/share/quote-links";
import { viewSharedQuote } from "@/lib/server/share/read-shared-quote";
import { asTabShows } from "@/lib/server/viewer";
import { updateQuote } from "@/lib/server/quotes/update-quote";
import { eachStore } from "@/lib/server/store/test-stores";
import type { Database } from "@/lib/server/store/database";

const costWords = /"(cost|margin|markup|totalCost|costBefore|costKnownLines|profit)"/;

/** Costs found nowhere else; price less cost and the sums of both would give them away as well. */
const costly = { SUITE: "13.572468", ADDON: "0.918273", USED: "0.0246813" };
const traces =
  /13[.,]57|918273|572468|135[.,]72|9[.,]18\d|62[.,]27|6[.,]22|1[.,]58|1812|31[.,]5|63[.,]3|[.,]0246|[.,]0253/;

type Costs = Readonly<Record<keyof typeof costly, string | null>>;

function products(costs: Costs) {
  return [
    makeProduct({ key: "SUITE", price: "19.80", cost: costs.SUITE }),
    makeProduct({ key: "ADDON", price: "2.50", cost: costs.ADDON, needs: ["SUITE"] }),
    makeProduct({ key: "USED", price: null, overuse: ["0.05", costs.USED] }),
  ];
}

async function deskOf(db: Database, costs: Costs) {
  const desk = openTestDesk(db, products(costs));
  const blind = await addViewer(db, "seller-no-cost", "Nils Nocost");
  return { db, desk, blind };
}

eachStore("cost secrecy", (open) => {
  test("somebody without the right receives no cost in any answer, nor does a customer", async () => {
    const { desk, blind } = await deskOf(await open(), costly);
    const answers: unknown[] = [];
    const keep = <Answer>(answer: Answer) => {
      answers.push(answer);
      return answer;
    };
    const cart = await createCart(desk, blind, { name: "Secret", currency: "USD" });
    for (const key of ["ADDON", "SUITE", "USED"]) {
      keep(await addToCart(desk, blind, cart.id, "any", { vendor: "cloudblue", key, quantity: "10" }));
    }
    desk.setCatalog(products({ ...costly, SUITE: "13.999999" }));
    keep(await readCart(desk, blind, cart.id));
    keep(await listCarts(desk, blind));
    keep(await draftOrder(desk, blind, cart.id, 1));
    keep(await pasteIntoCart(desk, blind, cart.id, { text: "SUITE 5", dryRun: true, ifMatch: null }));
    const stale = keep(await refusal(updateCart(desk, blind, cart.id, ["1"], { name: "X" })));
    answers.push(stale.extra, stale.message);
    desk.setCatalog(products(costly));
    const { number, token } = await sentQuote(desk, blind, cart.id);
    keep(await readQuote(desk, blind, number));
    keep(await listQuotes(desk, blind));
    keep(await findPrintable(desk, blind, number, 1));
    keep(await viewSharedQuote(desk, token, null));
    keep(await move(desk, blind, number, "revise"));
    keep(await findPrintable(desk, blind, number, 2));
    keep(await move(desk, blind, number, "clone"));
    for (const answer of answers) {
      // The clock may well say 1.58 seconds.
      const text = JSON.stringify(answer).replaceAll(/\dT[\d:.]+Z/g, "");
      expect([traces.exec(text)?.[0], costWords.exec(text)?.[0], text.slice(0, 60)]).toEqual([
        undefined,
        undefined,
        text.slice(0, 60),
      ]);
    }
    const sighted = await addViewer(desk.db, "manager", "Mia Manager");
    const sees = JSON.stringify(await readQuote(desk, sighted, number));
    for (const known of ["13.572468", "0.0246813"]) expect(sees).toContain(known);
  });

  test("in customer view even a manager receives no cost, internal note or word of colleagues", async () => {
    const { db, desk } = await deskOf(await open(), costly);
    const manager = await addViewer(db, "manager", "Mia Manager");
    const cart = await createCart(desk, manager, { name: "Secret", currency: "USD" });
    for (const key of ["SUITE", "USED"]) {
      await addToCart(desk, manager, cart.id, "any", { vendor: "cloudblue", key, quantity: "10" });
    }
    const { quote } = await createQuote(desk, manager, { cartId: cart.id, customer }, null);
    const note = { internalNotes: "They would pay twice as much", title: "Suite" };
    await updateQuote(desk, manager, quote.number, "any", note);
    const own = JSON.stringify(await readQuote(desk, asTabShows(manager, "own"), quote.number));
    for (const known of ["13.572468", "0.0246813", "They would pay", "the internal notes", "approval"])
      expect(own).toContain(known);

    const shown = asTabShows(manager, "customer");
    const { quote: seen } = await readQuote(desk, shown, quote.number);
    expect(JSON.stringify([seen, await readCart(desk, shown, cart.id), await listQuotes(desk, shown)])).not.toMatch(
      new RegExp(`${traces.source}|${costWords.source}|They would pay|internal`),
    );
    expect([seen.approval, seen.timeline.map(({ what }) => what)]).toEqual([
      null,
      ["made the draft from the cart Secret"],
    ]);

    await updateQuote(desk, shown, quote.number, "any", { notes: "Hello" });
    const { quote: kept } = await readQuote(desk, manager, quote.number);
    expect([kept.notes, kept.internalNotes]).toEqual(["Hello", "They would pay twice as much"]);
  });

  test("changing nothing but costs changes no byte of what a customer gets", async () => {
    const contents = await Promise.all(
      [costly, { SUITE: "1.00", ADDON: null, USED: null }].map(async (costs) => {
        const { db, desk, blind } = await deskOf(await open(), costs);
        const cart = await createCart(desk, blind, { name: "Twin", currency: "USD" });
        for (const key of ["SUITE", "ADDON", "USED"]) {
          await addToCart(desk, blind, cart.id, "any", { vendor: "cloudblue", key, quantity: "7" });
        }
        const { quote } = await createQuote(desk, blind, { cartId: cart.id, customer }, null);
        const printedDraft = JSON.stringify(await findPrintable(desk, blind, quote.number, 1));
        await move(desk, blind, quote.number, "send");
        const link = await createQuoteLink(desk, blind, quote.number, {});
        const row = await db.selectFrom("quote_publications").selectAll().executeTakeFirstOrThrow();
        const shown = JSON.stringify(await viewSharedQuote(desk, tokenOf(link.url), null));
        return [printedDraft, row.content, row.content_hash, shown];
      }),
    );
    expect(contents[0]).toEqual(contents[1]);
  });
});

test("no write takes a field it does not name, least of all a column of the store", () => {
  const line = { vendor: "cloudblue", key: "SUITE", quantity: "1" };
  const writes = [
    [CreateCartSchema, { name: "A", currency: "USD" }],
    [UpdateCartSchema, { name: "A" }],
    [LineInputSchema, line],
    [UpdateLineSchema, { quantity: "2" }],
    [CreateQuoteSchema, { cartId: "c", customer: { name: "A" } }],
    [UpdateQuoteSchema, { title: "A" }],
    [CustomerInputSchema, { name: "A" }],
    [AcceptSchema, { name: "A", email: "a@b.example" }],
    [DeclineSchema, { reason: "A" }],
  ] as const;
  const columns = ["id", "owner_id", "version", "document", "state", "cost", "price", "typed", "number", "revision"];
  for (const [schema, good] of writes) {
    expect(schema.safeParse(good).success).toBe(true);
    for (const column of columns) {
      if (!(column in good))
        expect([column, schema.safeParse({ ...good, [column]: "1" }).success]).toEqual([column, false]);
    }
  }
});
