import { expect, test } from "vitest";
import { CustomerEntrySchema, CustomerSchema } from "@/lib/contracts/customers";
import type { PriceRule } from "@/lib/domain/pricing/price-rule";
import { preparePriceRules } from "@/lib/domain/pricing/rule-set";
import type { AppError } from "@/lib/server/app-error";
import { addToCart } from "@/lib/server/carts/add-to-cart";
import { createCart } from "@/lib/server/carts/create-cart";
import { addViewer, makeProduct, openTestDesk } from "@/lib/server/carts/test-desk";
import { updateCart } from "@/lib/server/carts/update-cart";
import { createCustomer, deleteCustomer, updateCustomer } from "@/lib/server/customers/change-customers";
import { listCustomers, readCustomer } from "@/lib/server/customers/read-customers";
import { createQuote } from "@/lib/server/quotes/create-quote";
import { moveQuote } from "@/lib/server/quotes/move-quote";
import { findPrintable } from "@/lib/server/quotes/read-publication";
import { eachStore } from "@/lib/server/store/test-stores";

const suite = makeProduct({ key: "SUITE", price: "19.80", cost: "17.50" });
const addOn = makeProduct({ key: "ADDON", price: "2.50", cost: "1.25", needs: ["SUITE"] });
const entry = (change: object = {}) => CustomerEntrySchema.parse({ name: "Fabrikam Demo", ...change });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail("was not refused"),
    (error: AppError) => error,
  );

eachStore("customers", (open) => {
  async function begin() {
    const db = await open();
    const desk = openTestDesk(db, [suite, addOn]);
    const seller = await addViewer(db, "seller", "Sam Seller");
    return { db, desk, seller };
  }

  test("are kept, found by name, changed on top of what was seen, and put away", async () => {
    const { db, desk, seller } = await begin();
    const contacts = [{ name: "Demo Accounts", role: "Invoices", email: null }];
    const made = await createCustomer(desk, seller, entry({ currency: "EUR", language: "de-DE", contacts }));
    expect(made.contacts).toEqual(contacts);
    expect(CustomerSchema.parse(made)).toEqual(made);
    await createCustomer(desk, seller, entry({ name: "Another Demo" }));
    expect((await listCustomers(desk, seller)).items.map(({ name }) => name)).toEqual([
      "Another Demo",
      "Fabrikam Demo",
    ]);
    expect((await listCustomers(desk, seller, "fabri")).total).toBe(1);
    const changed = await updateCustomer(desk, seller, made.id, ["1"], entry({ contact: "Demo Contact" }));
    expect([changed.version, changed.contact, changed.currency]).toEqual([2, "Demo Contact", null]);
    expect((await refusal(updateCustomer(desk, seller, made.id, ["1"], entry()))).code).toBe("stale");
    await deleteCustomer(desk, seller, made.id, ["2"]);
    expect((await refusal(readCustomer(desk, seller, made.id))).code).toBe("not-found");
    const log = await db.selectFrom("audit").select("action").where("entity_id", "=", made.id).orderBy("id").execute();
    expect(log.map(({ action }) => action)).toEqual(["created", "changed", "deleted"]);
  });

  test("a currency that is none and a vendor that is none are refused by name", async () => {
    const { desk, seller } = await begin();
    const wrong = entry({ currency: "QQQ", owned: [{ vendor: "nobody", key: "X" }] });
    const error = await refusal(createCustomer(desk, seller, wrong));
    expect(error.errors?.map(({ path }) => path)).toEqual(["body.currency", "body.owned.0"]);
  });

  test("what the customer owns meets a requirement, in the cart and in the quote", async () => {
    const { desk, seller } = await begin();
    const owner = await createCustomer(desk, seller, entry({ owned: [{ vendor: "cloudblue", key: "SUITE" }] }));
    const cart = await createCart(desk, seller, { name: "Add-ons", currency: "USD" });
    const lone = await addToCart(desk, seller, cart.id, "any", { vendor: "cloudblue", key: "ADDON", quantity: "2" });
    expect(lone.problems.map(({ kind }) => kind)).toEqual(["missing-requirement"]);
    const met = await updateCart(desk, seller, cart.id, "any", { customer: owner.id });
    expect([met.problems, met.customer?.name, met.undo]).toEqual([[], "Fabrikam Demo", "Price for Fabrikam Demo"]);
    const without = await updateCart(desk, seller, cart.id, "any", { customer: null });
    expect(without.problems).toHaveLength(1);
    expect((await refusal(updateCart(desk, seller, cart.id, "any", { customer: "nobody" }))).code).toBe("not-found");
  });

  test("a quote is in the customer's language, unless it names one, and keeps it once it was sent", async () => {
    const { desk, seller } = await begin();
    const buyer = await createCustomer(desk, seller, entry({ language: "de-DE" }));
    const cart = await createCart(desk, seller, { name: "Suite", currency: "USD" });
    await addToCart(desk, seller, cart.id, "any", { vendor: "cloudblue", key: "SUITE", quantity: "2" });
    await updateCart(desk, seller, cart.id, "any", { customer: buyer.id });
    const quoteFor = async (customer: { name: string; language?: string }, customerId?: string) =>
      (await createQuote(desk, seller, { cartId: cart.id, customer, customerId }, null)).quote;
    const ofCart = await quoteFor({ name: buyer.name });
    const french = await quoteFor({ name: buyer.name, language: "fr" }, buyer.id);
    expect([ofCart.customer.language, french.customer.language]).toEqual(["de-DE", "fr"]);
    await moveQuote(desk, seller, { number: ofCart.number, move: "send", body: {}, idempotencyKey: null });
    await updateCustomer(desk, seller, buyer.id, "any", entry({ language: "it" }));
    const { quote } = await findPrintable(desk, seller, ofCart.number, 1);
    expect(quote.customer.language).toBe("de-DE");
    await updateCart(desk, seller, cart.id, "any", { customer: null });
    expect((await quoteFor({ name: "Somebody" })).customer.language).toBeUndefined();
  });

  test("a rule for one customer prices carts and quotes of that customer only", async () => {
    const { desk, seller } = await begin();
    const buyer = await createCustomer(desk, seller, entry());
    const rule: PriceRule = {
      id: "agreed",
      name: "Agreed price",
      scope: { customer: buyer.id },
      validFrom: null,
      validUntil: null,
      rounding: null,
      sets: "price",
      effect: { kind: "fixed", amount: "18.75", currency: "USD" },
    };
    const ruled = { ...desk, catalog: desk.catalog, prices: preparePriceRules([rule]) };
    const cart = await createCart(ruled, seller, { name: "Agreed", currency: "USD" });
    const plain = await addToCart(ruled, seller, cart.id, "any", { vendor: "cloudblue", key: "SUITE", quantity: "1" });
    expect(plain.lines[0]?.price?.amount).toBe("19.80");
    const input = { cartId: cart.id, customer: { name: "Fabrikam Demo" } };
    const { quote } = await createQuote(ruled, seller, { ...input, customerId: buyer.id }, null);
    expect(quote.lines[0]?.price?.amount).toBe("18.75");
    const own = await updateCart(ruled, seller, cart.id, "any", { customer: buyer.id });
    expect([own.lines[0]?.price?.amount, own.lines[0]?.drift]).toEqual(["18.75", null]);
    expect((await createQuote(ruled, seller, input, null)).quote.lines[0]?.price?.amount).toBe("18.75");
  });
});
