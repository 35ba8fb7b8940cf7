import { describe, expect, test } from "vitest";
import type { Product } from "@/lib/domain/catalog/product";
import type { Cart, CartLine, CartSettings } from "@/lib/domain/cart/cart";
import { applyFix } from "@/lib/domain/cart/edit-cart";
import { judgeCart, plainSettings } from "@/lib/domain/cart/judge-cart";
import {
  needs,
  sampleAttribute,
  sampleComponent,
  samplePlan,
  sampleProduct,
  sampleRow,
} from "@/lib/domain/catalog/sample-products";
import { refId } from "@/lib/domain/dependencies/house-rule-index";

const settings = plainSettings("2026-11-22");
const ref = (key: string) => ({ vendor: "cloudblue", key });

function lookupIn(products: readonly Product[]) {
  const byId = new Map(products.map((product) => [refId(product), product]));
  return (wanted: { vendor: string; key: string }) => byId.get(refId(wanted)) ?? null;
}

function line(key: string, quantity = "1", more: Partial<CartLine> = {}): CartLine {
  return { id: `l-${key}`, vendor: "cloudblue", key, plan: null, quantity, components: [], attributes: {}, ...more };
}

function cartOf(...lines: CartLine[]): Cart {
  return { currency: "USD", lines };
}

function judge(cart: Cart, products: readonly Product[], more: Partial<CartSettings> = {}) {
  return judgeCart(cart, lookupIn(products), { ...settings, ...more });
}

function ids() {
  let count = 0;
  return () => `new-${(count += 1)}`;
}

const tenant = sampleProduct("TENANT", { name: "Office 365 tenant" });
const e1 = sampleProduct("E1", { name: "Office 365 Enterprise E1", requires: [needs("TENANT")] });
const storage = sampleProduct("STORAGE", { name: "Office 365 Extra File Storage", requires: [needs("E1")] });
const office = [tenant, e1, storage];

describe("requirements", () => {
  test("what is missing is said on its line in plain words, with what it takes to repair it", () => {
    const verdict = judge(cartOf(line("STORAGE", "5")), office);
    expect(verdict.problems).toHaveLength(1);
    const [problem] = verdict.problems;
    expect(problem).toMatchObject({ kind: "missing-requirement", lineId: "l-STORAGE", field: null });
    expect(problem?.message).toBe("Office 365 Extra File Storage needs Office 365 Enterprise E1");
    expect(problem?.fixes.map(({ label }) => label)).toEqual([
      "Add Office 365 Enterprise E1 (1 × 19.80 / month) and Office 365 tenant (1 × 19.80 / month)",
      "Remove Office 365 Extra File Storage",
    ]);
  });

  test("adding E1 adds what E1 needs too, and the cart is in order", () => {
    const cart = cartOf(line("STORAGE", "5"));
    const fix = judge(cart, office).problems[0]?.fixes[0];
    if (!fix) throw new Error("no fix");
    const after = applyFix(cart, fix, ids(), lookupIn(office));
    expect(after.lines.map(({ key, quantity }) => [key, quantity])).toEqual([
      ["STORAGE", "5"],
      ["E1", "1"],
      ["TENANT", "1"],
    ]);
    expect(judge(after, office).problems).toEqual([]);
    expect([...judge(after, office).nesting]).toEqual([
      ["l-STORAGE", "new-1"],
      ["new-1", "new-2"],
      ["new-2", null],
    ]);
  });

  test("the quantity added is the vendor's minimum where that is more than one", () => {
    const big = sampleProduct("E1", { plans: [samplePlan({ minimum: "25.0" })] });
    const fix = judge(cartOf(line("STORAGE")), [big, storage]).problems[0]?.fixes[0];
    expect(fix?.adds).toEqual([{ ...ref("E1"), plan: "plan", quantity: "25" }]);
    expect(fix?.label).toBe("Add Product E1 (25 × 19.80 / month)");
  });

  test("removing what others need names them", () => {
    const verdict = judge(cartOf(line("STORAGE"), line("E1")), office);
    const problem = verdict.problems.find(({ lineId }) => lineId === "l-E1");
    expect(problem?.fixes.map(({ label, removes }) => [label, removes])).toEqual([
      ["Add Office 365 tenant (1 × 19.80 / month)", []],
      ["Remove Office 365 Enterprise E1 and Office 365 Extra File Storage", ["l-E1", "l-STORAGE"]],
    ]);
  });

  test("any alternative meets a group, and each one that can be had is offered", () => {
    const addOn = sampleProduct("ADD", { requires: [needs("E1", "E3", "E5")] });
    const e3 = sampleProduct("E3");
    const e5 = sampleProduct("E5", { archived: true });
    const free = sampleProduct("E1");
    const verdict = judge(cartOf(line("ADD")), [addOn, free, e3, e5]);
    expect(verdict.problems[0]?.message).toBe("Product ADD needs Product E1, Product E3 or Product E5");
    expect(verdict.problems[0]?.fixes.map(({ adds }) => adds.map(({ key }) => key))).toEqual([["E1"], ["E3"], []]);
    expect(judge(cartOf(line("ADD"), line("E3")), [addOn, free, e3, e5]).problems).toEqual([]);
  });

  test("a line of another vendor with the same key meets nothing", () => {
    const addOn = sampleProduct("ADD", { requires: [needs("E1")] });
    const foreign = sampleProduct("E1", { vendor: "ibm" });
    const cart = cartOf(line("ADD"), line("E1", "1", { vendor: "ibm" }));
    const verdict = judge(cart, [addOn, foreign]);
    expect(verdict.problems.map(({ kind }) => kind)).toEqual(["unavailable-requirement"]);
  });

  test("what the customer owns counts", () => {
    expect(judge(cartOf(line("STORAGE")), office, { owned: [ref("E1")] }).problems).toEqual([]);
  });

  test("a requirement outside the catalog is said as such", () => {
    const addOn = sampleProduct("ADD", { requires: [needs("GONE")] });
    const [problem] = judge(cartOf(line("ADD")), [addOn]).problems;
    expect(problem).toMatchObject({ kind: "unavailable-requirement" });
    expect(problem?.message).toBe("Product ADD needs Product GONE, which is not in the catalog");
    expect(problem?.fixes.map(({ label }) => label)).toEqual(["Remove Product ADD"]);
  });

  test("a circle is told once and never loops", () => {
    const a = sampleProduct("A", { requires: [needs("B")] });
    const b = sampleProduct("B", { requires: [needs("A")] });
    const addOn = sampleProduct("ADD", { requires: [needs("A")] });
    const verdict = judge(cartOf(line("ADD"), line("A"), line("B")), [a, b, addOn]);
    expect(verdict.problems.map(({ kind, lineId, message }) => [kind, lineId, message])).toEqual([
      ["cycle", "l-A", "Product A and Product B need each other"],
    ]);
    expect(judge(cartOf(line("ADD")), [a, b, addOn]).problems[0]?.fixes[0]?.adds).toHaveLength(2);
  });
});

describe("quantities", () => {
  const limited = (more: Parameters<typeof samplePlan>[0]) => [sampleProduct("E1", { plans: [samplePlan(more)] })];

  test.each([
    ["6000", { maximum: "5000.0" }, "quantity-above-maximum", "Product E1: max 5,000", "Set quantity to 5,000"],
    ["4", { minimum: "5" }, "quantity-below-minimum", "Product E1: min 5", "Set quantity to 5"],
    ["0", { minimum: "0.0" }, "quantity-below-minimum", "Product E1: min 1", "Set quantity to 1"],
  ])("%s of %j", (quantity, plan, kind, message, label) => {
    const cart = cartOf(line("E1", quantity));
    const [problem] = judge(cart, limited(plan)).problems;
    expect(problem).toMatchObject({ kind, message, field: "quantity" });
    expect(problem?.fixes[0]?.label).toBe(label);
    expect(cart.lines[0]?.quantity).toBe(quantity);
  });

  test("a step offers the next quantity up and down", () => {
    const houseRules = [
      { id: "s", kind: "step", step: "5", subject: { kind: "product", product: ref("E1") }, message: null },
    ] as const;
    const [problem] = judge(cartOf(line("E1", "12")), limited({ maximum: "50" }), { houseRules }).problems;
    expect(problem).toMatchObject({ kind: "quantity-step", message: "Product E1: in steps of 5" });
    expect(problem?.fixes.map(({ label }) => label)).toEqual([
      "Set quantity to 15",
      "Set quantity to 10",
      "Remove Product E1",
    ]);
  });

  test("a ratio looks at the other line", () => {
    const houseRules = [
      {
        id: "r",
        kind: "ratio",
        to: ref("E1"),
        per: "2",
        bound: "at-most",
        subject: { kind: "product", product: ref("ADD") },
        message: null,
      },
    ] as const;
    const products = [sampleProduct("E1"), sampleProduct("ADD")];
    const [problem] = judge(cartOf(line("E1", "3"), line("ADD", "7")), products, { houseRules }).problems;
    expect(problem?.message).toBe("Product ADD: at most 2 for each Product E1 (max 6)");
    expect(problem?.fixes[0]?.changes).toEqual([{ lineId: "l-ADD", quantity: "6" }]);
    expect(judge(cartOf(line("E1", "3"), line("ADD", "6")), products, { houseRules }).problems).toEqual([]);
  });
});

describe("what cannot be ordered", () => {
  test.each([
    [sampleProduct("X", { archived: true }), "is archived: the vendor no longer sells it"],
    [
      sampleProduct("X", { plans: [samplePlan({ notOrderable: "referralOnly" })] }),
      "is sold by referral only: the vendor's partner delivers it",
    ],
    [sampleProduct("X", { plans: [samplePlan({ notOrderable: "noPrice" })] }), "has its price on request only"],
    [sampleProduct("X", { plans: [samplePlan({ notOrderable: "trial" })] }), "is a trial"],
  ])("says why", (product, reason) => {
    const [problem] = judge(cartOf(line("X")), [product]).problems;
    expect(problem).toMatchObject({ kind: "not-orderable", message: `Product X ${reason}` });
  });

  test("what left the catalog stays as a line that says so, on no order", () => {
    const verdict = judge(cartOf(line("X"), line("E1")), [sampleProduct("E1")]);
    expect(verdict.problems.map(({ kind, message }) => [kind, message])).toEqual([
      ["unknown-product", "X is no longer offered"],
    ]);
    expect(verdict.orders).toEqual([{ number: 1, vendor: "cloudblue", service: "O365", lines: ["l-E1"] }]);
    const plan = judge(cartOf(line("E1", "1", { plan: "old" })), [sampleProduct("E1")]).problems;
    expect(plan[0]?.message).toBe("This plan of Product E1 is no longer offered");
  });

  test("a product without a price in the cart's currency", () => {
    const euro = sampleProduct("X", {
      plans: [samplePlan({ prices: [sampleRow("price", "5", { currency: "EUR" })] })],
    });
    const [problem] = judge(cartOf(line("X")), [euro]).problems;
    expect(problem).toMatchObject({
      kind: "mixed-currency",
      message: "Product X has no price in USD, only in EUR",
    });
  });

  test("a product with a cost and no price, until a rule or a hand gives it one", () => {
    const bare = sampleProduct("X", { plans: [samplePlan({ prices: [sampleRow("cost", "5")] })] });
    const { problems } = judge(cartOf(line("X")), [bare]);
    expect(problems.map(({ kind, message }) => [kind, message])).toEqual([
      ["not-orderable", "Product X has no price in USD"],
    ]);
    expect(problems[0]?.fixes.map(({ removes }) => removes)).toEqual([["l-X"]]);
    const typed = { price: { kind: "amount", value: "9" } } as const;
    expect(judge(cartOf(line("X", "1", { typed })), [bare]).problems).toEqual([]);
    const used = sampleProduct("X", {
      plans: [samplePlan({ prices: [sampleRow("price", "5", { kind: "overuse" })] })],
    });
    expect(judge(cartOf(line("X")), [used]).problems).toEqual([]);
  });

  test("what the house keeps apart", () => {
    const houseRules = [
      {
        id: "x",
        kind: "excludes",
        products: [ref("B")],
        subject: { kind: "product", product: ref("A") },
        message: null,
      },
    ] as const;
    const [problem] = judge(cartOf(line("A"), line("B")), [sampleProduct("A"), sampleProduct("B")], {
      houseRules,
    }).problems;
    expect(problem).toMatchObject({ kind: "excluded", message: "Product A cannot be ordered together with Product B" });
    expect(problem?.fixes.map(({ removes }) => removes)).toEqual([["l-A"], ["l-B"]]);
  });
});

describe("configured plans", () => {
  const quantity = sampleAttribute("item_qty", {
    type: "number",
    minimum: "1",
    maximum: "100",
    unitOfMeasure: "users",
  });
  const base = sampleComponent("BASE", {
    kind: "base",
    required: true,
    attributes: [quantity, sampleAttribute("mail", { type: "email", name: "Administrator" })],
  });
  const option = sampleComponent("OPT", { attributes: [sampleAttribute("note", { required: false })] });
  const configuration = {
    components: [base, option],
    allowedPlanChanges: [],
    cancellable: true,
    subscriptionManaged: true,
    countries: null,
  };
  const product = sampleProduct("IBM", { service: null, plans: [samplePlan({ configuration })] });
  const mail = { BASE: { mail: "desk@example.com" } };

  test("an option needs its base, and one click brings it", () => {
    const cart = cartOf(line("IBM", "3", { components: [{ key: "OPT" }], attributes: mail }));
    const problem = judge(cart, [product]).problems.find(({ kind }) => kind === "missing-requirement");
    expect(problem).toMatchObject({ field: "OPT", message: "Part OPT needs Part BASE" });
    expect(problem?.fixes.map(({ label }) => label)).toEqual(["Add Part BASE", "Remove Part OPT"]);
    const [fix] = problem?.fixes ?? [];
    if (!fix) throw new Error("no fix");
    const after = applyFix(cart, fix, ids(), lookupIn([product]));
    expect(after.lines[0]?.components).toEqual([{ key: "OPT" }, { key: "BASE" }]);
    expect(judge(after, [product]).problems).toEqual([]);
  });

  test("a required part and a required value are missing by name", () => {
    const empty = judge(cartOf(line("IBM")), [product]).problems;
    expect(empty.map(({ kind, field, message }) => [kind, field, message])).toEqual([
      ["incomplete-configuration", "BASE", "Product IBM needs its part Part BASE"],
      ["incomplete-configuration", "BASE.mail", "Part BASE: Administrator is missing"],
    ]);
    const noMail = judge(cartOf(line("IBM", "3", { components: [{ key: "BASE" }] })), [product]).problems;
    expect(noMail.map(({ field, message }) => [field, message])).toEqual([
      ["BASE.mail", "Part BASE: Administrator is missing"],
    ]);
  });

  test("the quantity fills its own attribute and keeps to its limits", () => {
    const components = [{ key: "BASE" }];
    const fine = judge(cartOf(line("IBM", "100", { components, attributes: mail })), [product]).problems;
    expect(fine).toEqual([]);
    const much = judge(cartOf(line("IBM", "101", { components, attributes: mail })), [product]).problems;
    expect(much.map(({ kind, field, message, fixes }) => [kind, field, message, fixes[0]?.label])).toEqual([
      ["quantity-above-maximum", "quantity", "Product IBM: max 100", "Set quantity to 100"],
    ]);
    const apart = { BASE: { ...mail.BASE, item_qty: "101" } };
    const given = judge(cartOf(line("IBM", "1", { components, attributes: apart })), [product]).problems;
    expect(given.map(({ kind, field, message }) => [kind, field, message])).toEqual([
      ["incomplete-configuration", "BASE.item_qty", "Part BASE: item_qty has a max of 100"],
    ]);
  });

  test("a part the plan does not have is named and can be taken out", () => {
    const cart = cartOf(line("IBM", "3", { components: [{ key: "BASE" }, { key: "GONE" }], attributes: mail }));
    const [problem] = judge(cart, [product]).problems;
    expect(problem).toMatchObject({ kind: "incomplete-configuration", message: "Product IBM has no part GONE" });
    const [fix] = problem?.fixes ?? [];
    if (!fix) throw new Error("no fix");
    const after = applyFix(cart, fix, ids(), lookupIn([product]));
    expect(judge(after, [product]).problems).toEqual([]);
  });

  test.each([
    ["email", "desk@", "is not a mail address such as name@example.com"],
    ["url", "ftp://x", "is not a web address such as https://example.com"],
    ["number", "many", "is not a number"],
    ["enumeration", "L", "must be Small or Medium"],
  ] as const)("a value of type %s", (type, value, trouble) => {
    const choices = [
      { label: "Small", value: "S", listUnitPrice: null },
      { label: "Medium", value: "M", listUnitPrice: null },
    ];
    const part = { ...base, attributes: [sampleAttribute("field", { type, choices, name: "Field" })] };
    const plan = samplePlan({ configuration: { ...configuration, components: [part] } });
    const cart = cartOf(line("IBM", "1", { components: [{ key: "BASE" }], attributes: { BASE: { field: value } } }));
    const problems = judge(cart, [sampleProduct("IBM", { plans: [plan] })]).problems;
    expect(problems.map(({ message, field }) => [message, field])).toEqual([
      [`Part BASE: Field ${trouble}`, "BASE.field"],
    ]);
  });
});

describe("orders", () => {
  test("one per service whatever the commitment, one per product and plan without services", () => {
    const year = sampleProduct("Y");
    const month = sampleProduct("M", { plans: [samplePlan({ commitment: "P1M" })] });
    const open = sampleProduct("O", { plans: [samplePlan({ commitment: null })] });
    const other = sampleProduct("D", { service: "Dropbox" });
    const ibm = sampleProduct("I", { vendor: "ibm", service: null, plans: [samplePlan(), samplePlan({ key: "two" })] });
    const own = { vendor: "ibm", plan: "two" };
    const cart = cartOf(line("Y"), line("D"), line("M"), line("O"), line("I", "1", own), {
      ...line("I", "1", { vendor: "ibm", plan: "plan" }),
      id: "l-I2",
    });
    const { orders } = judge(cart, [year, month, open, other, ibm]);
    expect(orders.map(({ number, vendor, service, lines }) => [number, vendor, service, lines])).toEqual([
      [1, "cloudblue", "O365", ["l-Y", "l-M", "l-O"]],
      [2, "cloudblue", "Dropbox", ["l-D"]],
      [3, "ibm", null, ["l-I"]],
      [4, "ibm", null, ["l-I2"]],
    ]);
  });
});
