import { expect, test } from "vitest";
import { CartSchema } from "@/lib/contracts/cart";
import type { AppError } from "@/lib/server/app-error";
import { addToCart } from "@/lib/server/carts/add-to-cart";
import { applyCartFix } from "@/lib/server/carts/apply-cart-fix";
import { changeCartLine } from "@/lib/server/carts/change-cart-line";
import { createCart } from "@/lib/server/carts/create-cart";
import { deleteCart } from "@/lib/server/carts/delete-cart";
import { draftOrder } from "@/lib/server/carts/draft-order";
import { listCarts } from "@/lib/server/carts/list-carts";
import { pasteIntoCart } from "@/lib/server/carts/paste-into-cart";
import { readCart } from "@/lib/server/carts/read-cart";
import { removeCartLine } from "@/lib/server/carts/remove-cart-line";
import { addViewer, makeProduct, openTestDesk } from "@/lib/server/carts/test-desk";
import { undoCart } from "@/lib/server/carts/undo-cart";
import { updateCart } from "@/lib/server/carts/update-cart";
import { eachStore } from "@/lib/server/store/test-stores";

const suite = makeProduct({ key: "SUITE", price: "19.80", cost: "17.50" });
const addOn = makeProduct({ key: "ADDON", price: "2.50", cost: "1.25", needs: ["SUITE"] });
const setUp = makeProduct({ key: "SETUP", price: "10", setup: "50" });
const catalog = [suite, addOn, setUp];

const line = (key: string, quantity = "1") => ({ vendor: "cloudblue", key, quantity });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail("was not refused"),
    (error: AppError) => error,
  );

eachStore("carts", (open) => {
  async function begin() {
    const db = await open();
    const desk = openTestDesk(db, catalog);
    const seller = await addViewer(db, "seller", "Sam Seller");
    const cart = await createCart(desk, seller, { name: "Fabrikam", currency: "USD" });
    return { db, desk, seller, cart };
  }

  test("an added line is priced, judged and totalled, and its answer keeps the contract", async () => {
    const { desk, seller, cart } = await begin();
    const filled = await addToCart(desk, seller, cart.id, ["1"], line("ADDON", "3"));
    expect(CartSchema.parse(filled)).toEqual(filled);
    expect(filled.version).toBe(2);
    expect(filled.lines.map(({ key, quantity, total }) => [key, quantity, total?.amount])).toEqual([
      ["ADDON", "3", "7.50"],
    ]);
    expect(filled.problems.map(({ kind }) => kind)).toEqual(["missing-requirement"]);
    expect(filled.totals.USD?.monthly.amount).toBe("7.50");
    expect(filled.totals.USD?.cost?.amount).toBe("45.00");
    expect(filled.orders).toHaveLength(1);
    expect(filled.undo).toBe("Add Product ADDON");
  });

  test("a fix makes its problem vanish, and one undo brings back the exact cart", async () => {
    const { desk, seller, cart } = await begin();
    const before = await addToCart(desk, seller, cart.id, "any", line("ADDON"));
    const fix = before.problems[0]?.fixes[0];
    const mended = await applyCartFix(desk, seller, cart.id, ["2"], fix?.id ?? "");
    expect(mended.problems).toEqual([]);
    expect(mended.lines.map(({ key, under }) => [key, under])).toEqual([
      ["ADDON", mended.lines[1]?.id],
      ["SUITE", null],
    ]);
    const back = await undoCart(desk, seller, cart.id, ["3"]);
    expect({ ...back, version: 0, updatedAt: "" }).toEqual({ ...before, version: 0, updatedAt: "" });
    const gone = await refusal(applyCartFix(desk, seller, cart.id, "any", "no-such-fix"));
    expect(gone.code).toBe("conflict");
  });

  test("undo walks back 25 changes one by one to every state that was there", async () => {
    const { db, desk, seller, cart } = await begin();
    const document = async () =>
      (await db.selectFrom("carts").select("document").where("id", "=", cart.id).executeTakeFirstOrThrow()).document;
    const states = [await document()];
    await addToCart(desk, seller, cart.id, "any", line("SUITE", "5"));
    const { lines } = await readCart(desk, seller, cart.id);
    states.push(await document());
    for (let step = 0; step < 21; step += 1) {
      await changeCartLine(desk, seller, { id: cart.id, lineId: lines[0]?.id ?? "" }, "any", {
        quantity: `${step + 10}`,
      });
      states.push(await document());
    }
    await updateCart(desk, seller, cart.id, "any", { name: "Renamed" });
    states.push(await document());
    await removeCartLine(desk, seller, { id: cart.id, lineId: lines[0]?.id ?? "" }, "any");
    while (states.length > 0) {
      await undoCart(desk, seller, cart.id, "any");
      expect(await document()).toBe(states.pop());
    }
    expect((await refusal(undoCart(desk, seller, cart.id, "any"))).code).toBe("conflict");
    expect((await readCart(desk, seller, cart.id)).undo).toBeNull();
  });

  test("a change after an undo is itself what the next undo takes back", async () => {
    const { desk, seller, cart } = await begin();
    await addToCart(desk, seller, cart.id, "any", line("SUITE"));
    await addToCart(desk, seller, cart.id, "any", line("SETUP"));
    await undoCart(desk, seller, cart.id, "any");
    await addToCart(desk, seller, cart.id, "any", line("ADDON"));
    const once = await undoCart(desk, seller, cart.id, "any");
    expect(once.lines.map(({ key }) => key)).toEqual(["SUITE"]);
    const twice = await undoCart(desk, seller, cart.id, "any");
    expect(twice.lines).toEqual([]);
  });

  test("a stale save is refused with the current cart and what happened meanwhile", async () => {
    const { desk, seller, cart } = await begin();
    await addToCart(desk, seller, cart.id, ["1"], line("SUITE"));
    const error = await refusal(addToCart(desk, seller, cart.id, ["1"], line("SETUP")));
    expect([error.code, error.headers.etag]).toEqual(["stale", '"2"']);
    expect(error.extra.cart).toEqual(await readCart(desk, seller, cart.id));
    expect(error.extra.changed).toMatchObject([{ version: 2, label: "Add Product SUITE", who: "Sam Seller" }]);
    expect((await refusal(deleteCart(desk, seller, cart.id, ["1"]))).code).toBe("stale");
    expect((await refusal(updateCart(desk, seller, cart.id, [], { name: "Weak tag" }))).code).toBe("stale");
  });

  test("of ten saves on top of the same version exactly one is taken", async () => {
    const { desk, seller, cart } = await begin();
    const saves = Array.from({ length: 10 }, (_, index) =>
      addToCart(desk, seller, cart.id, ["1"], line("SUITE", `${index + 1}`)).then(
        () => "taken",
        (error: AppError) => error.code,
      ),
    );
    const outcomes = await Promise.all(saves);
    expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "stale")).toHaveLength(9);
    expect((await readCart(desk, seller, cart.id)).version).toBe(2);
  });

  test("ten writers who take whatever is there all get through", async () => {
    const { desk, seller, cart } = await begin();
    await addToCart(desk, seller, cart.id, "any", line("SUITE"));
    const writes = Array.from({ length: 6 }, () => addToCart(desk, seller, cart.id, "any", line("SUITE")));
    await Promise.all(writes);
    const { lines, version } = await readCart(desk, seller, cart.id);
    expect([lines.map(({ quantity }) => quantity), version]).toEqual([["7"], 8]);
  });

  test("nobody reaches another person's cart, and those who see all may only read it", async () => {
    const { db, desk, seller, cart } = await begin();
    const filled = await addToCart(desk, seller, cart.id, "any", line("SUITE"));
    const lineId = filled.lines[0]?.id ?? "";
    const other = await addViewer(db, "seller", "Olga Other");
    const manager = await addViewer(db, "manager", "Mia Manager");
    for (const id of [cart.id, "no-such-cart"]) {
      for (const viewer of [other, manager]) {
        const attempts = [
          updateCart(desk, viewer, id, "any", { name: "Mine" }),
          addToCart(desk, viewer, id, "any", line("SUITE")),
          changeCartLine(desk, viewer, { id, lineId }, "any", { quantity: "9" }),
          removeCartLine(desk, viewer, { id, lineId }, "any"),
          applyCartFix(desk, viewer, id, "any", "x"),
          undoCart(desk, viewer, id, "any"),
          pasteIntoCart(desk, viewer, id, { text: "SUITE", dryRun: true, ifMatch: null }),
          deleteCart(desk, viewer, id, "any"),
        ];
        const refusals = await Promise.all(attempts.map(refusal));
        expect(refusals.map(({ code }) => code)).toEqual(attempts.map(() => "not-found"));
      }
      expect((await refusal(readCart(desk, other, id))).code).toBe("not-found");
      expect((await refusal(draftOrder(desk, other, id, 1))).code).toBe("not-found");
    }
    expect((await readCart(desk, manager, cart.id)).lines).toHaveLength(1);
    expect((await listCarts(desk, other)).items).toEqual([]);
    expect(await readCart(desk, seller, cart.id)).toEqual(filled);
  });

  test("a deleted cart answers no more", async () => {
    const { desk, seller, cart } = await begin();
    await deleteCart(desk, seller, cart.id, ["1"]);
    expect((await refusal(readCart(desk, seller, cart.id))).code).toBe("not-found");
    expect((await listCarts(desk, seller)).total).toBe(0);
  });

  test("a moved price is told with both amounts until the line is set anew; a moved cost only to those who see cost", async () => {
    const { db, desk, seller, cart } = await begin();
    await addToCart(desk, seller, cart.id, "any", line("SUITE", "2"));
    desk.setCatalog([makeProduct({ key: "SUITE", price: "21.00", cost: "18.00" }), addOn]);
    const moved = await readCart(desk, seller, cart.id);
    expect(moved.lines[0]?.drift).toEqual({
      priceBefore: { amount: "19.80", currency: "USD" },
      costBefore: { amount: "17.50", currency: "USD" },
    });
    const place = { id: cart.id, lineId: moved.lines[0]?.id ?? "" };
    const larger = await changeCartLine(desk, seller, place, "any", { quantity: "3" });
    expect(larger.lines[0]?.drift).toEqual(moved.lines[0]?.drift);
    const seen = await changeCartLine(desk, seller, place, "any", { acceptPrice: true });
    expect([seen.lines[0]?.drift, seen.undo]).toEqual([null, "Take over today’s price of Product SUITE"]);
    desk.setCatalog([makeProduct({ key: "SUITE", price: "19.80", cost: "18.00" }), addOn]);
    const blind = await addViewer(db, "seller-no-cost", "Nils Nocost");
    const blindCart = await createCart(desk, blind, { name: "Blind", currency: "USD" });
    await addToCart(desk, blind, blindCart.id, "any", line("SUITE"));
    desk.setCatalog([makeProduct({ key: "SUITE", price: "19.80", cost: "18.88" }), addOn]);
    expect((await readCart(desk, seller, cart.id)).lines[0]?.drift).not.toBeNull();
    expect((await readCart(desk, blind, blindCart.id)).lines[0]?.drift).toBeNull();
  });

  test("what is no longer offered stays with its name and says so", async () => {
    const { desk, seller, cart } = await begin();
    await addToCart(desk, seller, cart.id, "any", line("SUITE"));
    desk.setCatalog([addOn]);
    const { lines, problems } = await readCart(desk, seller, cart.id);
    expect(lines).toMatchObject([{ name: "Product SUITE", offered: false, price: null, total: null }]);
    expect(problems.map(({ kind }) => kind)).toEqual(["unknown-product"]);
  });

  test("an order draft takes the vendor's shape and lists what is missing", async () => {
    const { desk, seller, cart } = await begin();
    await addToCart(desk, seller, cart.id, "any", line("SUITE", "3"));
    const draft = await draftOrder(desk, seller, cart.id, 1);
    expect(draft).toMatchObject({ vendor: "cloudblue", service: "Demo Suite", problems: [] });
    const { orders } = await readCart(desk, seller, cart.id);
    expect(draft).toMatchObject(orders[0] ?? {});
    expect(draft.total?.monthly).toEqual({ amount: "59.40", currency: "USD" });
    expect(draft.order).toMatchObject({ type: "sales", products: [{ mpn: "SUITE", quantity: 3 }] });
    expect(draft.missing.join(" ")).toContain("customer");
    expect((await refusal(draftOrder(desk, seller, cart.id, 2))).code).toBe("not-found");
  });

  test("amounts that would move no line are refused: no quantity, no such product, no such plan", async () => {
    const { desk, seller, cart } = await begin();
    for (const input of [line("SUITE", "0"), line("NOWHERE"), { ...line("SUITE"), plan: "gold" }]) {
      expect((await refusal(addToCart(desk, seller, cart.id, "any", input))).code).toBe("invalid");
    }
    desk.setCatalog([{ ...makeProduct({ key: "BARE" }), plans: [] }]);
    const { message } = await refusal(addToCart(desk, seller, cart.id, "any", line("BARE")));
    expect(message).toBe("Product BARE has no plan that can be put into a cart.");
    expect((await readCart(desk, seller, cart.id)).version).toBe(1);
  });
});
