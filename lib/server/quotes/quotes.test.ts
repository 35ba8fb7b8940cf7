import { expect, test } from "vitest";
import { QuoteSchema } from "@/lib/contracts/quote";
import { addToCart } from "@/lib/server/carts/add-to-cart";
import { addViewer, makeProduct } from "@/lib/server/carts/test-desk";
import { createQuote } from "@/lib/server/quotes/create-quote";
import { listQuotes } from "@/lib/server/quotes/list-quotes";
import { findPublication, hashContent } from "@/lib/server/quotes/publications";
import { findPrintable } from "@/lib/server/quotes/read-publication";
import { readQuote } from "@/lib/server/quotes/read-quote";
import {
  addOn,
  beginQuoting,
  customer,
  draft,
  filledCart,
  move,
  refusal,
  sentQuote,
} from "@/lib/server/quotes/test-quotes";
import { updateQuote } from "@/lib/server/quotes/update-quote";
import { readSettings, saveSettings } from "@/lib/server/settings/seller-settings";
import { createQuoteLink, withdrawQuoteLink } from "@/lib/server/share/quote-links";
import { eachStore } from "@/lib/server/store/test-stores";

eachStore("quotes", (open) => {
  test("a draft holds the cart's lines and amounts, and its answer keeps the contract", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const quote = await draft(desk, seller, cart.id);
    expect(QuoteSchema.parse(quote)).toEqual(quote);
    expect(quote).toMatchObject({ number: "Q-2026-0001", version: 1, state: "draft", validUntil: "2026-04-01" });
    expect(quote.lines.map(({ partNumber, total }) => [partNumber, total?.amount])).toEqual([
      ["SUITE", "198.00"],
      ["ADDON", "25.00"],
    ]);
    expect(quote.totals.USD?.firstYear.amount).toBe("2676.00");
    expect(quote.moves).toContain("send");
    expect(quote.timeline.map(({ who, what }) => `${who} ${what}`)).toEqual([
      "Sam Seller made the draft from the cart Fabrikam",
    ]);
  });

  test("quotes made at once get numbers without a gap or a double", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        createQuote(desk, seller, { cartId: cart.id, customer }, `key-${index}`),
      ),
    );
    const numbers = made.map(({ quote }) => quote.number).toSorted();
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => `Q-2026-${`${index + 1}`.padStart(4, "0")}`));
  });

  test("the same key gives the same answer, to the byte, however often it is sent at once", async () => {
    const { db, desk, seller, cart } = await beginQuoting(await open());
    const input = { cartId: cart.id, customer };
    const answers = await Promise.all(Array.from({ length: 10 }, () => createQuote(desk, seller, input, "one-click")));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await db.selectFrom("quotes").select("number").execute()).toHaveLength(1);
    const other = await refusal(createQuote(desk, seller, { ...input, title: "Other" }, "one-click"));
    expect(other.code).toBe("invalid");
    const next = await createQuote(desk, seller, input, "another-click");
    expect(next.quote.number).toBe("Q-2026-0002");
  });

  test("a repeat shows no cost once the right to see it is gone", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const input = { cartId: cart.id, customer };
    await createQuote(desk, seller, input, "key");
    const demoted = { ...seller, role: "seller-no-cost" as const, rights: new Set<never>() };
    const again = await createQuote(desk, demoted, input, "key");
    expect(JSON.stringify(again)).not.toMatch(/cost|margin|17\.5/i);
  });

  test("an empty cart and a line without a price make no quote", async () => {
    const { desk, seller } = await beginQuoting(await open());
    const empty = await filledCart(desk, seller, []);
    expect((await refusal(draft(desk, seller, empty.id))).code).toBe("invalid");
    desk.setCatalog([makeProduct({ key: "REQUEST", price: null })]);
    const priceless = await filledCart(desk, seller, ["REQUEST"]);
    const error = await refusal(draft(desk, seller, priceless.id));
    expect(error.errors.map(({ message }) => message)).toEqual([
      "Product REQUEST has no price in USD. Take it out before you make a quote.",
    ]);
  });

  test("a quote with an open problem can be drafted but not sent, and every obstacle is named", async () => {
    const { desk, seller } = await beginQuoting(await open());
    const cart = await filledCart(desk, seller, ["ADDON"]);
    const { number } = await draft(desk, seller, cart.id);
    await updateQuote(desk, seller, number, "any", { validUntil: "2026-03-01" });
    const error = await refusal(move(desk, seller, number, "send"));
    expect(error.code).toBe("invalid");
    expect(error.errors.map(({ path }) => path)).toEqual([expect.stringMatching(/^lines\./), "validUntil"]);
    expect((await readQuote(desk, seller, number)).quote.state).toBe("draft");
    await addToCart(desk, seller, cart.id, "any", { vendor: "cloudblue", key: "SUITE", quantity: "10" });
    await updateQuote(desk, seller, number, "any", { validUntil: "2026-03-02", cartId: cart.id });
    expect((await move(desk, seller, number, "send")).state).toBe("sent");
  });

  test("what was sent stays as it was, whatever happens to catalog, settings and cart", async () => {
    const { db, desk, seller, cart } = await beginQuoting(await open());
    const { number, quote } = await sentQuote(desk, seller, cart.id);
    const content = async () => {
      const row = await db
        .selectFrom("quote_publications")
        .select(["content", "content_hash"])
        .executeTakeFirstOrThrow();
      expect(hashContent(row.content)).toBe(row.content_hash);
      return row;
    };
    const before = await content();
    expect(quote.contentHash).toBe(before.content_hash);
    desk.setCatalog([makeProduct({ key: "SUITE", name: "Renamed", price: "99.99" })]);
    const admin = await addViewer(db, "admin", "Ada Admin");
    const { value: settings } = await readSettings(desk, admin);
    expect((await refusal(saveSettings(desk, seller, "any", settings))).code).toBe("forbidden");
    await saveSettings(desk, admin, "any", { ...settings, company: "Renamed Reseller", timeZone: "Asia/Tokyo" });
    await addToCart(desk, seller, cart.id, "any", { vendor: "cloudblue", key: "SUITE", quantity: "1" });
    expect((await refusal(updateQuote(desk, seller, number, "any", { notes: "Late" }))).code).toBe("conflict");
    expect(await content()).toEqual(before);
    const printable = await findPrintable(desk, seller, number, 1);
    expect([printable.draft, printable.quote.seller.company]).toEqual([false, "Example Reseller Ltd (demo)"]);
    expect((await readQuote(desk, seller, number)).quote.lines).toEqual(quote.lines);
  });

  test("ten sends at once freeze one version and tell it once", async () => {
    const { db, desk, seller, cart } = await beginQuoting(await open());
    const { number } = await draft(desk, seller, cart.id);
    const sent = await Promise.all(Array.from({ length: 10 }, () => move(desk, seller, number, "send")));
    expect(new Set(sent.map((quote) => `${quote.state} ${quote.contentHash}`)).size).toBe(1);
    expect(await db.selectFrom("quote_publications").select("number").execute()).toHaveLength(1);
    const { timeline } = (await readQuote(desk, seller, number)).quote;
    expect(timeline.filter(({ what }) => what === "sent version 1 to the customer")).toHaveLength(1);
  });

  test("a revision is one open draft; sending it replaces the version before in one step", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const { number } = await sentQuote(desk, seller, cart.id);
    const revisions = await Promise.all(Array.from({ length: 5 }, () => move(desk, seller, number, "revise")));
    expect(revisions.map(({ version, state }) => [version, state])).toEqual(revisions.map(() => [2, "draft"]));
    expect((await readQuote(desk, seller, number, 1)).quote.state).toBe("sent");
    const second = await move(desk, seller, number, "send");
    expect(second.versions.map(({ version, state }) => [version, state])).toEqual([
      [1, "superseded"],
      [2, "sent"],
    ]);
  });

  test("the seller may write down the customer's answer while a newer draft is open; that draft is never sent then", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const { number } = await sentQuote(desk, seller, cart.id);
    await move(desk, seller, number, "revise");
    await move(desk, seller, number, "accept", { name: "Demo Contact" });
    expect((await readQuote(desk, seller, number, 1)).quote).toMatchObject({
      state: "accepted",
      decision: { kind: "accepted", name: "Demo Contact" },
    });
    expect((await refusal(move(desk, seller, number, "send"))).code).toBe("conflict");
    expect((await refusal(move(desk, seller, number, "decline", { version: 1 }))).code).toBe("conflict");
    await move(desk, seller, number, "accept", { version: 1 });
  });

  test("what the table of moves does not allow is refused, with the state", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const { number } = await draft(desk, seller, cart.id);
    for (const name of ["accept", "decline", "order", "revise", "approve"]) {
      expect((await refusal(move(desk, seller, number, name))).code).toMatch(/conflict|forbidden/);
    }
    for (const name of ["expire", "supersede"]) {
      expect((await refusal(move(desk, seller, number, name))).code).toMatch(/conflict|forbidden/);
    }
    expect((await refusal(move(desk, seller, number, "fly"))).code).toBe("not-found");
    expect((await move(desk, seller, number, "withdraw", { reason: "Wrong customer" })).state).toBe("withdrawn");
    expect((await move(desk, seller, number, "withdraw")).state).toBe("withdrawn");
  });

  test("a clone is a new quote at today's prices", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const { number } = await sentQuote(desk, seller, cart.id);
    desk.setCatalog([makeProduct({ key: "SUITE", price: "21.00", cost: "18" }), addOn]);
    const copy = await move(desk, seller, number, "clone", { customer: { name: "Northwind Demo" } });
    expect(copy).toMatchObject({ number: "Q-2026-0002", state: "draft", customer: { name: "Northwind Demo" } });
    expect(copy.lines[0]?.price?.amount).toBe("21.00");
    expect((await readQuote(desk, seller, number)).quote.lines[0]?.price?.amount).toBe("19.80");
  });

  test("nobody but the owner and those who see all reaches a quote", async () => {
    const { db, desk, seller, cart } = await beginQuoting(await open());
    const { number, link } = await sentQuote(desk, seller, cart.id);
    const other = await addViewer(db, "seller", "Olga Other");
    for (const target of [number, "Q-2026-9999"]) {
      const attempts = [
        readQuote(desk, other, target),
        updateQuote(desk, other, target, "any", { notes: "Mine" }),
        findPrintable(desk, other, target, 1),
        createQuoteLink(desk, other, target, {}),
        withdrawQuoteLink(desk, other, target, link.id),
        ...["send", "withdraw", "revise", "accept", "decline", "clone", "order", "submit"].map((name) =>
          move(desk, other, target, name),
        ),
      ];
      const refusals = await Promise.all(attempts.map(refusal));
      expect(refusals.map(({ code }) => code)).toEqual(attempts.map(() => "not-found"));
    }
    expect((await refusal(createQuote(desk, other, { cartId: cart.id, customer }, null))).code).toBe("not-found");
    expect((await listQuotes(desk, other)).total).toBe(0);
    const manager = await addViewer(db, "manager", "Mia Manager");
    expect((await listQuotes(desk, manager)).items.map((item) => item.number)).toEqual([number]);
    expect((await readQuote(desk, manager, number)).quote.state).toBe("sent");
  });

  test("the list shows each quote once with its newest version and filters by state and words", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const { number } = await sentQuote(desk, seller, cart.id);
    await draft(desk, seller, cart.id);
    expect((await listQuotes(desk, seller)).total).toBe(2);
    expect((await listQuotes(desk, seller, { state: "sent" })).items.map((item) => item.number)).toEqual([number]);
    expect((await listQuotes(desk, seller, { q: "fabrikam 0002" })).total).toBe(1);
    desk.setNow("2026-04-02T00:00:00.000Z");
    expect((await listQuotes(desk, seller, { state: "expired" })).items.map((item) => item.number)).toEqual([number]);
  });

  test("a publication that was tampered with is not shown", async () => {
    const { db, desk, seller, cart } = await beginQuoting(await open());
    const { number } = await sentQuote(desk, seller, cart.id);
    const { content } = await db.selectFrom("quote_publications").select("content").executeTakeFirstOrThrow();
    await db
      .updateTable("quote_publications")
      .set({ content: content.replace("198.00", "98.00") })
      .execute();
    await expect(findPublication(db, number, 1)).rejects.toThrow("does not match its hash");
  });

  test("a stale edit of a draft is refused with the quote as it is", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const { number } = await draft(desk, seller, cart.id);
    await updateQuote(desk, seller, number, ["1.1"], { notes: "First" });
    const error = await refusal(updateQuote(desk, seller, number, ["1.1"], { notes: "Second" }));
    expect(error.code).toBe("stale");
    expect(error.extra.quote).toMatchObject({ notes: "First" });
  });

  test("without the tag of what was seen nobody writes over what another wrote last", async () => {
    const { db, desk, seller, cart } = await beginQuoting(await open());
    const manager = await addViewer(db, "manager", "Mia Manager");
    const { number } = await draft(desk, seller, cart.id);
    await updateQuote(desk, seller, number, null, { notes: "Mine" });
    expect((await refusal(updateQuote(desk, manager, number, null, { notes: "Theirs" }))).code).toBe(
      "precondition-required",
    );
    await updateQuote(desk, manager, number, ["1.2"], { notes: "Theirs" });
    const error = await refusal(updateQuote(desk, seller, number, null, { notes: "Mine again" }));
    expect([error.code, error.message]).toEqual([
      "precondition-required",
      "Mia Manager changed this draft last. Send If-Match with the ETag you last saw, or * for whatever is there.",
    ]);
    expect((await readQuote(desk, seller, number)).quote.notes).toBe("Theirs");
    await updateQuote(desk, seller, number, "any", { notes: "Mine after all" });
  });
});
