import { expect, test } from "vitest";
import { PasteResultSchema } from "@/lib/contracts/cart-paste";
import type { PlanConfiguration } from "@/lib/domain/catalog/product";
import { addToCart } from "@/lib/server/carts/add-to-cart";
import { createCart } from "@/lib/server/carts/create-cart";
import { draftOrder } from "@/lib/server/carts/draft-order";
import { parsePaste } from "@/lib/server/carts/parse-paste";
import { pasteIntoCart } from "@/lib/server/carts/paste-into-cart";
import { readCart } from "@/lib/server/carts/read-cart";
import { addViewer, makeProduct, openTestDesk } from "@/lib/server/carts/test-desk";
import { undoCart } from "@/lib/server/carts/undo-cart";
import { refusal } from "@/lib/server/quotes/test-quotes";
import { eachStore } from "@/lib/server/store/test-stores";

const part = (key: string, kind: "base" | "option", required: boolean): PlanConfiguration["components"][number] => ({
  key,
  name: `Part ${key}`,
  description: null,
  kind,
  required,
  currency: "USD",
  attributes: [],
  changeableTo: [],
});

const configuration: PlanConfiguration = {
  components: [part("BASE", "base", true), part("NEEDED", "option", true), part("EXTRA", "option", false)],
  allowedPlanChanges: [],
  cancellable: true,
  subscriptionManaged: true,
  countries: null,
};

const catalog = [
  makeProduct({ key: "SUITE", partNumber: "00-SUITE-1" }),
  makeProduct({ key: "ADDON", needs: ["SUITE"], minimum: "5", maximum: "300" }),
  makeProduct({ key: "TWIN:P1M", partNumber: "TWIN" }),
  makeProduct({ key: "TWIN:P1Y", partNumber: "TWIN", billingPeriod: "P1Y" }),
  makeProduct({ key: "CLOUD", vendor: "ibm", service: null, configuration }),
];

test.each([
  ["A-1", "A-1", null],
  ["A-1\t5", "A-1", "5"],
  ["A-1, 2.50", "A-1", "2.5"],
  ["A-1;5;ignored", "A-1", "5"],
  ["  A-1   x 7", "A-1", "7"],
  ['"A-1","3"', "A-1", "3"],
  ["'0012\t1", "0012", "1"],
  ["A-1\t5x", "A-1", "5"],
  ["A-1\tx 5", "A-1", "5"],
  ["A-1; 5 users", "A-1", "5"],
  ["A-1\t５", "A-1", "5"],
  ["\ufeff“A-1”,\u00a012 pcs", "A-1", "12"],
  ["A\u00ad-1\u200b\t3", "A-1", "3"],
  ["5\tA-1", "A-1", "5"],
  ["5 x A-1", "A-1", "5"],
  ["5 x ACRO-PRO", "ACRO-PRO", "5"],
  ["100200\t5", "100200", "5"],
])("reads %j", (text, partNumber, quantity) => {
  expect(parsePaste(`\r\n${text}\n\n`)).toMatchObject([{ partNumber, quantity, unreadable: null }]);
});

test.each(["MPN\tQty", "Artikel;Menge", '"Part number","Quantity","Name"', "SKU Quantity"])(
  "passes over the head %j",
  (head) => {
    expect(parsePaste(`${head}\nA-1\t5`)).toMatchObject([{ partNumber: "A-1", quantity: "5" }]);
  },
);

test.each(["A-1\tfive", "A-1\t0", "A-1\t-2", "A-1\t1e3", "\t5"])("says that %j is not readable", (text) => {
  expect(parsePaste(`x\n${text}`).at(-1)?.unreadable).not.toBeNull();
});

eachStore("paste and presets", (open) => {
  async function begin() {
    const db = await open();
    const desk = openTestDesk(db, catalog);
    const seller = await addViewer(db, "seller", "Sam Seller");
    return { desk, seller, cart: await createCart(desk, seller, { name: "Paste", currency: "USD" }) };
  }

  const text = [
    "00suite1\t3",
    "00-SUITE-1,2",
    "TWIN 1",
    "TWIN:P1Y",
    "NOWHERE 5",
    "ADDON\t4",
    "ADDON 400",
    "ADDON x",
  ].join("\n");

  test("a preview tells what each line means and adds nothing", async () => {
    const { desk, seller, cart } = await begin();
    const preview = await pasteIntoCart(desk, seller, cart.id, { text, dryRun: true, ifMatch: null });
    expect(PasteResultSchema.parse(preview)).toEqual(preview);
    expect(preview.rows.map(({ outcome, quantity }) => [outcome, quantity])).toEqual([
      ["matched", "3"],
      ["duplicate", "2"],
      ["several", "1"],
      ["matched", "1"],
      ["unknown", "5"],
      ["quantity-out-of-range", "4"],
      ["quantity-out-of-range", "400"],
      ["unreadable", null],
    ]);
    expect(preview.rows[2]?.candidates.map(({ key }) => key)).toEqual(["TWIN:P1M", "TWIN:P1Y"]);
    expect(preview.rows[6]?.message).toContain("300");
    expect((await readCart(desk, seller, cart.id)).version).toBe(1);
  });

  test("applying needs the cart's version, adds what is clear in one step and is one undo", async () => {
    const { desk, seller, cart } = await begin();
    const paste = { text, dryRun: false, ifMatch: null };
    expect((await refusal(pasteIntoCart(desk, seller, cart.id, paste))).code).toBe("precondition-required");
    const applied = await pasteIntoCart(desk, seller, cart.id, { ...paste, ifMatch: ["1"] });
    expect(applied.applied).toBe(3);
    expect(applied.cart?.lines.map(({ key, quantity }) => [key, quantity])).toEqual([
      ["SUITE", "5"],
      ["TWIN:P1Y", "1"],
    ]);
    expect((await refusal(pasteIntoCart(desk, seller, cart.id, { ...paste, ifMatch: ["1"] }))).code).toBe("stale");
    expect((await undoCart(desk, seller, cart.id, "any")).lines).toEqual([]);
  });

  test("without a quantity the least that can be ordered is taken, and the preview shows it", async () => {
    const { desk, seller, cart } = await begin();
    const [row] = (await pasteIntoCart(desk, seller, cart.id, { text: "ADDON", dryRun: true, ifMatch: null })).rows;
    expect(row).toMatchObject({ outcome: "matched", quantity: "5" });
    expect(row?.message).toContain("Product SUITE");
  });

  test("a configured plan begins with its base and its required parts, which go on the order", async () => {
    const { desk, seller, cart } = await begin();
    const input = { vendor: "ibm", key: "CLOUD", quantity: "2" };
    const filled = await addToCart(desk, seller, cart.id, "any", input);
    expect(filled.lines[0]?.components.map(({ key, name }) => [key, name])).toEqual([
      ["BASE", "Part BASE"],
      ["NEEDED", "Part NEEDED"],
    ]);
    const { order } = await draftOrder(desk, seller, cart.id, 1);
    expect(JSON.stringify(order)).toMatch(/BASE.*NEEDED/);
    const chosen = await addToCart(desk, seller, cart.id, "any", { ...input, components: [{ key: "BASE" }] });
    expect(chosen.lines).toHaveLength(2);
    expect(chosen.problems.map(({ kind, lineId }) => [kind, lineId])).toContainEqual([
      "incomplete-configuration",
      chosen.lines[1]?.id,
    ]);
  });
});
