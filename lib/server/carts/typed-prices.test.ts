import { expect, test } from "vitest";
import { type CartDto, CartSchema } from "@/lib/contracts/cart";
import { PriceExplanationSchema } from "@/lib/contracts/price-explanation";
import type { Plan, Product } from "@/lib/domain/catalog/product";
import { sampleAttribute, sampleComponent, sampleRow } from "@/lib/domain/catalog/sample-products";
import type { PriceGuard, PriceRule } from "@/lib/domain/pricing/price-rule";
import { decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { addDecimals, decimalZero } from "@/lib/domain/money/decimal-arithmetic";
import { preparePriceRules } from "@/lib/domain/pricing/rule-set";
import type { AppError } from "@/lib/server/app-error";
import { addToCart } from "@/lib/server/carts/add-to-cart";
import { changeCartLine } from "@/lib/server/carts/change-cart-line";
import { createCart } from "@/lib/server/carts/create-cart";
import { pasteIntoCart } from "@/lib/server/carts/paste-into-cart";
import { readCart } from "@/lib/server/carts/read-cart";
import { seekCartGoal } from "@/lib/server/carts/seek-cart-goal";
import { addViewer, makeProduct, openTestDesk } from "@/lib/server/carts/test-desk";
import { undoCart } from "@/lib/server/carts/undo-cart";
import { explainLinePrice, explainProductPrice } from "@/lib/server/price-rules/explain-price";
import { createQuote } from "@/lib/server/quotes/create-quote";
import { move } from "@/lib/server/quotes/test-quotes";
import { eachStore } from "@/lib/server/store/test-stores";
import type { Viewer } from "@/lib/server/viewer";
import { asTabShows, rightsOf } from "@/lib/server/viewer";
import { updateCart } from "@/lib/server/carts/update-cart";

const suite = makeProduct({ key: "SUITE", price: "19.80", cost: "17.50" });
const other = makeProduct({ key: "OTHER", price: "40.00", cost: "20.00" });
const unknown = makeProduct({ key: "UNKNOWN", price: "5.00", cost: null });
const thin = makeProduct({ key: "THIN", price: "10.00", cost: "9.90" });
const inYen = makeProduct({ key: "BOTH", price: "3000", cost: "2000", currency: "JPY" }).plans[0]?.prices ?? [];
const both = makeProduct({ key: "BOTH", price: "20.00", cost: "10.00" });
const twoPlans: Product = {
  ...both,
  plans: both.plans.flatMap((plan) => [
    { ...plan, prices: [...plan.prices, ...inYen] },
    { ...plan, key: "yearly", billingPeriod: "P1Y" as const },
  ]),
};
const withPlans = (key: string, change: (plan: Plan) => Plan): Product => {
  const product = makeProduct({ key, price: "20.00", cost: "10.00" });
  return { ...product, plans: product.plans.map(change) };
};
const parts = withPlans("PARTS", (plan) => ({
  ...plan,
  prices: [sampleRow("list", "20")],
  configuration: {
    components: [
      sampleComponent("BASE", { kind: "base", required: true }),
      sampleComponent("OPT", { required: true, attributes: [sampleAttribute("item_qty", { listUnitPrice: "5" })] }),
    ],
    allowedPlanChanges: [],
    cancellable: true,
    subscriptionManaged: true,
    countries: null,
  },
}));
const bare = withPlans("BARE", (plan) => ({ ...plan, prices: plan.prices.filter(({ side }) => side === "cost") }));
const graded = withPlans("GRADED", (plan) => ({
  ...plan,
  prices: (["list", "price"] as const).flatMap((side) => [
    sampleRow(side, "10", { model: "graduated", from: "1" }),
    sampleRow(side, "8", { model: "graduated", from: "11" }),
  ]),
}));
const halfOfList: PriceRule = {
  id: "half",
  name: "Half of list",
  scope: {},
  validFrom: null,
  validUntil: null,
  rounding: null,
  sets: "cost",
  effect: { kind: "discount-from-list", percent: "50" },
};
const catalog = [suite, other, unknown, thin, twoPlans, bare, parts, graded];

const guard = (limit: PriceGuard["limit"], policy: PriceGuard["policy"] = "block"): PriceGuard => ({
  id: `guard ${limit.kind} ${policy}`,
  name: "Sentinel floor 4711",
  scope: {},
  limit,
  policy,
});
const tenPercent = guard({ kind: "minimum-margin", percent: "10" });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail("was not refused"),
    (error: AppError) => error,
  );

eachStore("typed prices", (open) => {
  async function begin(guards: readonly PriceGuard[] = [], rules: readonly PriceRule[] = []) {
    const db = await open();
    const desk = Object.assign(openTestDesk(db, catalog), { prices: preparePriceRules(rules, guards) });
    const seller = await addViewer(db, "seller", "Sam Seller");
    const blind = await addViewer(db, "seller-no-cost", "Bo Blind");
    const filled = async (viewer: Viewer, keys: readonly string[] = ["SUITE"], quantity = "10") => {
      let cart = await createCart(desk, viewer, { name: "Fabrikam", currency: "USD" });
      for (const key of keys)
        cart = await addToCart(desk, viewer, cart.id, "any", { vendor: "cloudblue", key, quantity });
      return cart;
    };
    const type = (
      viewer: Viewer,
      cart: { id: string; lines: { id: string }[] },
      text: string | null,
      reason?: string,
    ) =>
      changeCartLine(desk, viewer, { id: cart.id, lineId: cart.lines[0]?.id ?? "" }, "any", {
        price: text === null ? null : { text },
        ...(reason ? { reason } : {}),
      });
    return { db, desk, seller, blind, filled, type };
  }

  test("one entry moves price, margin, markup and discount; null goes back; one undo restores the exact cart", async () => {
    const { desk, seller, filled, type } = await begin();
    const cart = await filled(seller);
    const typed = await type(seller, cart, "m20");
    expect(CartSchema.parse(typed)).toEqual(typed);
    const [line] = typed.lines;
    expect([line?.price?.amount, line?.margin?.percent, line?.markup, line?.total?.amount]).toEqual([
      "21.88",
      "20.0",
      "25.0",
      "218.80",
    ]);
    expect(line?.typed).toEqual({
      kind: "margin",
      value: "20",
      by: "Sam Seller",
      at: "2026-03-02T09:00:00.000Z",
      reason: null,
    });
    expect(line?.drift).toBeNull();
    const back = await type(seller, cart, null);
    expect([back.lines[0]?.price?.amount, back.lines[0]?.typed]).toEqual(["19.80", null]);
    const undone = await undoCart(desk, seller, cart.id, "any");
    expect(undone.lines).toEqual(typed.lines);
  });

  test("a typed margin stays a margin when the quantity changes; a typed amount stays the amount", async () => {
    const { desk, seller, filled, type } = await begin();
    const cart = await filled(seller);
    await type(seller, cart, "+5%");
    const place = { id: cart.id, lineId: cart.lines[0]?.id ?? "" };
    const more = await changeCartLine(desk, seller, place, "any", { quantity: "500" });
    expect([more.lines[0]?.price?.amount, more.lines[0]?.typed?.kind]).toEqual(["20.79", "amount"]);
  });

  test("an amount typed in one currency is never taken for one in another, nor that of one plan for another's", async () => {
    const { desk, seller, filled, type } = await begin();
    const cart = await filled(seller, ["BOTH"]);
    const place = { id: cart.id, lineId: cart.lines[0]?.id ?? "" };
    const shown = ({ lines: [line] }: CartDto) => [
      line?.price?.amount,
      line?.price?.currency,
      line?.typed?.value ?? null,
    ];
    const typed = await type(seller, cart, "12.34");
    expect(shown(typed)).toEqual(["12.34", "USD", "12.34"]);
    expect(shown(await updateCart(desk, seller, cart.id, "any", { currency: "JPY" }))).toEqual(["3000", "JPY", null]);
    const [part] = (await explainLinePrice(desk, seller, place)).parts;
    expect(part?.steps.map(({ text }) => text)).toContain("The price typed in USD was passed over: this one is in JPY");
    expect(sumOfChanges(part?.steps ?? [])).toBe("30000.00");
    expect(shown(await updateCart(desk, seller, cart.id, "any", { currency: "USD" }))).toEqual(shown(typed));
    expect(shown(await changeCartLine(desk, seller, place, "any", { plan: "yearly" }))).toEqual(["20.00", "USD", null]);
    const goal = { target: { kind: "total", amount: "150.00" }, dryRun: false } as const;
    await seekCartGoal(desk, seller, cart.id, { goal, ifMatch: "any" });
    await changeCartLine(desk, seller, place, "any", { plan: "standard" });
    await seekCartGoal(desk, seller, cart.id, { goal, ifMatch: "any" });
    expect(shown(await updateCart(desk, seller, cart.id, "any", { currency: "JPY" }))).toEqual(["3000", "JPY", null]);
  });

  test("in customer view a cart tells neither why a price was typed nor what margin a step aimed at", async () => {
    const { desk, seller, filled } = await begin();
    const cart = await filled(seller, ["BOTH"]);
    const goal = { target: { kind: "margin", percent: "20" }, dryRun: false } as const;
    await seekCartGoal(desk, seller, cart.id, { goal, ifMatch: "any" });
    const own = await readCart(desk, seller, cart.id);
    expect(own.undo).toContain("margin");
    expect(own.lines[0]?.typed?.reason).toContain("margin");
    const shown = asTabShows(seller, "customer");
    const seen = await readCart(desk, shown, cart.id);
    expect([seen.undo, seen.lines[0]?.typed?.reason, seen.lines[0]?.findings]).toEqual(["Change", null, []]);
    const stale = await updateCart(desk, shown, cart.id, ["1"], { name: "X" }).then(
      () => expect.fail("was not refused"),
      (error: AppError) => JSON.stringify([error.message, error.extra]),
    );
    expect(stale + JSON.stringify(seen)).not.toMatch(/Aim at|target|"(cost|margin|markup)"/);
    const place = { id: cart.id, lineId: cart.lines[0]?.id ?? "" };
    await expect(explainLinePrice(desk, shown, place)).rejects.toThrow("Customer view is on");
  });

  test("a cost is told and a price may be typed on it where the vendor gives none", async () => {
    const { seller, blind, filled, type } = await begin();
    const cart = await filled(seller, ["BARE"]);
    expect(cart.lines[0]).toMatchObject({ price: null, cost: { amount: "10.00", origin: "vendor" }, margin: null });
    const [totals] = Object.values(cart.totals);
    expect(totals).toMatchObject({ margin: null, costKnownLines: 0, lines: 1 });
    const typed = await type(seller, cart, "m20");
    expect(typed.lines[0]).toMatchObject({ price: { amount: "12.50" }, total: { amount: "125.00" } });
    expect((await refusal(type(seller, cart, "d10"))).message).toContain("there is no list price");
    const closed = await filled(blind, ["BARE"]);
    expect(JSON.stringify(closed)).not.toMatch(/cost|10\.00/i);
  });

  test("a blocking floor refuses the edit, and an asking one wants a reason that is kept", async () => {
    const strict = await begin([tenPercent]);
    const cart = await strict.filled(strict.seller);
    const error = await refusal(strict.type(strict.seller, cart, "19.00"));
    expect([error.code, error.message]).toEqual(["invalid", expect.stringContaining("19.45 is the lowest price")]);
    expect((await strict.type(strict.seller, cart, "19.45")).lines[0]?.findings).toEqual([]);
    const lenient = await begin([guard({ kind: "minimum-margin", percent: "10" }, "ask")]);
    const asked = await lenient.filled(lenient.seller);
    expect((await refusal(lenient.type(lenient.seller, asked, "19.00"))).errors?.[0]?.path).toBe("body.reason");
    const line = (await lenient.type(lenient.seller, asked, "19.00", "Renewal of a large account")).lines[0];
    expect([line?.typed?.reason, line?.findings[0]?.policy]).toEqual(["Renewal of a large account", "ask"]);
  });

  test("the same floor judges a line however it came: added, pasted, edited, re-priced, quoted and sent", async () => {
    const { desk, seller, filled } = await begin([tenPercent]);
    const policies = async (id: string) =>
      (await readCart(desk, seller, id)).lines.map(({ findings }) => findings[0]?.policy);
    const added = await filled(seller, ["THIN"]);
    expect(await policies(added.id)).toEqual(["block"]);
    const pasted = await createCart(desk, seller, { name: "Pasted", currency: "USD" });
    await pasteIntoCart(desk, seller, pasted.id, { text: "THIN\t3", dryRun: false, ifMatch: "any" });
    expect(await policies(pasted.id)).toEqual(["block"]);
    await changeCartLine(desk, seller, { id: added.id, lineId: added.lines[0]?.id ?? "" }, "any", { quantity: "20" });
    expect(await policies(added.id)).toEqual(["block"]);
    const { quote } = await createQuote(desk, seller, { cartId: added.id, customer: { name: "Fabrikam Demo" } }, null);
    expect((await refusal(move(desk, seller, quote.number, "send"))).message).toContain("the margin is below 10 %");
    const copy = await move(desk, seller, quote.number, "clone");
    expect((await refusal(move(desk, seller, copy.number, "send"))).message).toContain("the margin is below 10 %");
  });

  test("a later change cannot carry a typed price under a floor", async () => {
    const profit = guard({ kind: "minimum-profit", amount: "20.00", currency: "USD" });
    const { desk, seller, filled, type } = await begin([profit]);
    const cart = await filled(seller);
    await type(seller, cart, "19.50");
    const place = { id: cart.id, lineId: cart.lines[0]?.id ?? "" };
    const error = await refusal(changeCartLine(desk, seller, place, "any", { quantity: "5" }));
    expect(error.message).toContain("below what may be offered");
    expect((await readCart(desk, seller, cart.id)).lines[0]?.quantity).toBe("10");
  });

  test("without the right to cost only a price or a discount may be typed, and no answer lets a cost through", async () => {
    const markup: PriceRule = {
      id: "rule",
      name: "Sentinel markup 4712",
      scope: {},
      validFrom: null,
      validUntil: null,
      rounding: null,
      sets: "price",
      effect: { kind: "markup-on-cost", percent: "31" },
    };
    const { desk, blind, filled, type } = await begin([tenPercent], [markup]);
    const cart = await filled(blind);
    for (const text of ["m20", "u20"]) expect((await refusal(type(blind, cart, text))).code).toBe("invalid");
    const error = await refusal(type(blind, cart, "18.00"));
    expect(error.message).toBe("This price is below what may be offered.");
    const place = { id: cart.id, lineId: cart.lines[0]?.id ?? "" };
    const before = await explainLinePrice(desk, blind, place);
    const typed = await type(blind, cart, "21.00");
    const answers = [
      before,
      typed,
      await explainLinePrice(desk, blind, place),
      await explainProductPrice(desk, blind, { vendor: "cloudblue", key: "SUITE" }),
    ];
    const text = JSON.stringify(answers);
    for (const secret of ["17.5", "175", "471", "31 %", "19.45", "Sentinel", "cost", "margin", "markup"]) {
      expect(text).not.toContain(secret);
    }
    const lines = answers.flatMap((answer) => ("parts" in answer ? answer.parts : []));
    for (const part of lines) expect(sumOfChanges(part.steps)).toBe(part.total.amount);
    const aim = { goal: { target: { kind: "margin", percent: "20" }, dryRun: true }, ifMatch: null } as const;
    expect((await refusal(seekCartGoal(desk, blind, cart.id, aim))).code).toBe("forbidden");
  });

  test("the explanation names cost, rules passed over and used, hand and hour, and adds up to the line", async () => {
    const rule = (name: string, more: Partial<PriceRule>): PriceRule =>
      ({
        id: name,
        name,
        scope: {},
        validFrom: null,
        validUntil: null,
        rounding: null,
        sets: "price",
        effect: { kind: "markup-on-cost", percent: "20" },
        ...more,
      }) as PriceRule;
    const rules = [
      rule("Autumn offer", { scope: { vendor: "cloudblue" }, validUntil: "2026-02-28" }),
      rule("House markup", { rounding: { kind: "ending", ending: "0.99", direction: "up" } }),
    ];
    const { desk, seller, filled, type } = await begin([], rules);
    const cart = await filled(seller);
    const place = { id: cart.id, lineId: cart.lines[0]?.id ?? "" };
    const ruled = await explainLinePrice(desk, seller, place);
    expect(PriceExplanationSchema.parse(ruled)).toEqual(ruled);
    const [part] = ruled.parts;
    expect(part?.steps.map(({ kind }) => kind)).toEqual(["cost", "passed-over", "base", "rule", "rounding"]);
    expect(part?.steps[1]?.text).toContain("ended on 2026-02-28");
    expect(part?.price.amount).toBe("21.99");
    expect(sumOfChanges(part?.steps ?? [])).toBe(ruled.total?.amount);
    await type(seller, cart, "u30");
    const typed = await explainLinePrice(desk, seller, place);
    expect(typed.parts[0]?.steps.at(-1)?.text).toBe("Markup of 30 % typed by Sam Seller on 2026-03-02");
    expect(sumOfChanges(typed.parts[0]?.steps ?? [])).toBe(typed.total?.amount);
  });

  const sale: PriceRule = {
    id: "sale",
    name: "March sale",
    scope: {},
    validFrom: "2026-03-01",
    validUntil: "2026-03-31",
    rounding: null,
    sets: "price",
    effect: { kind: "fixed", amount: "18.00", currency: "USD" },
  };

  test("the same product at two dates gives two explained prices, and an expired rule never gives 0", async () => {
    const { desk, seller } = await begin([], [sale]);
    const on = async (iso: string) => {
      desk.setNow(iso);
      const { date, total, parts } = await explainProductPrice(desk, seller, { vendor: "cloudblue", key: "SUITE" });
      return [date, total?.amount, parts[0]?.steps.find(({ kind }) => kind === "base")?.text];
    };
    expect(await on("2026-03-31T23:59:59.999Z")).toEqual(["2026-03-31", "18.00", "Fixed price (“March sale”)"]);
    expect(await on("2026-04-01T00:00:00.000Z")).toEqual(["2026-04-01", "19.80", "Vendor's price"]);
    const asked = await explainProductPrice(desk, seller, { vendor: "cloudblue", key: "SUITE", date: "2026-03-31" });
    expect([asked.date, asked.total?.amount]).toEqual(["2026-03-31", "18.00"]);
    expect(await on("2026-02-28T12:00:00.000Z")).toEqual(["2026-02-28", "19.80", "Vendor's price"]);
  });

  test("the first and last day of a rule are days where the house sells", async () => {
    const { desk, seller, filled } = await begin([], [sale]);
    const cart = await filled(seller, ["SUITE"]);
    const at = async (timeZone: string, iso: string) => {
      desk.setNow(iso);
      const there = { ...desk, timeZone };
      const { date, total } = await explainProductPrice(there, seller, { vendor: "cloudblue", key: "SUITE" });
      const [line] = (await readCart(there, seller, cart.id)).lines;
      return [date, total?.amount, line?.price?.amount];
    };
    expect(await at("America/New_York", "2026-04-01T03:59:59.999Z")).toEqual(["2026-03-31", "18.00", "18.00"]);
    expect(await at("America/New_York", "2026-04-01T04:00:00.000Z")).toEqual(["2026-04-01", "19.80", "19.80"]);
    expect(await at("Asia/Tokyo", "2026-02-28T15:00:00.000Z")).toEqual(["2026-03-01", "18.00", "18.00"]);
  });

  test("the price for a customer nobody knows is refused, not given as anybody's", async () => {
    const { desk, seller } = await begin();
    const asked = { vendor: "cloudblue", key: "SUITE", customer: "nobody" };
    const error = await refusal(explainProductPrice(desk, seller, asked));
    expect([error.code, error.message]).toEqual(["not-found", "There is no such customer. It may have been removed."]);
  });

  test("a goal is previewed, then spread within floors as typed prices under one undo", async () => {
    const { desk, seller, filled } = await begin([guard({ kind: "not-below-cost" })]);
    const cart = await filled(seller, ["SUITE", "OTHER", "UNKNOWN"]);
    const goal = { target: { kind: "total", amount: "500.00" }, dryRun: true } as const;
    const preview = await seekCartGoal(desk, seller, cart.id, { goal, ifMatch: null });
    expect([preview.before.amount, preview.after.amount, preview.reached]).toEqual(["648.00", "500.00", true]);
    expect(preview.lines.map(({ held }) => held)).toEqual(["floor", null, null]);
    expect((await readCart(desk, seller, cart.id)).version).toBe(cart.version);
    const done = await seekCartGoal(desk, seller, cart.id, { goal: { ...goal, dryRun: false }, ifMatch: "any" });
    expect(done.cart?.totals["USD"]?.monthly.amount).toBe("500.00");
    expect(done.cart?.lines.every(({ typed }) => typed?.reason === "Aim at USD 500.00")).toBe(true);
    expect((await undoCart(desk, seller, cart.id, "any")).lines).toEqual(cart.lines);
  });

  test("a goal counts all that its lines come to: options beside their plan, and tiers before they are flattened", async () => {
    const { desk, seller, filled } = await begin([], [halfOfList]);
    const cart = await filled(seller, ["PARTS", "GRADED"], "15");
    expect(cart.lines.map(({ total, totalCost }) => [total?.amount, totalCost?.amount])).toEqual([
      ["375.00", "187.50"],
      ["140.00", "70.00"],
    ]);
    const aim = (target: { kind: "total"; amount: string } | { kind: "margin"; percent: string }, dryRun: boolean) =>
      seekCartGoal(desk, seller, cart.id, { goal: { target, dryRun }, ifMatch: "any" });
    const total = await aim({ kind: "total", amount: "500.00" }, true);
    expect([total.before.amount, total.wanted.amount, total.reached]).toEqual(["515.00", "500.00", true]);
    const done = await aim({ kind: "margin", percent: "20" }, false);
    const monthly = done.cart?.totals["USD"];
    expect(monthly?.monthly.amount).toBe(done.after.amount);
    expect([done.reached, monthly?.periodMargins?.[0]?.margin?.percent]).toEqual([true, done.marginAfter?.percent]);
    expect(done.marginAfter?.percent).toMatch(/^20\.[01]$/);
    expect(done.lines.map(({ totalAfter }) => totalAfter.amount)).toEqual(
      done.cart?.lines.map(({ total }) => total?.amount),
    );
  });

  test("a margin that was aimed at is not told once the right to see costs is lost", async () => {
    const { desk, seller, filled } = await begin([]);
    const cart = await filled(seller, ["SUITE"]);
    const goal = { target: { kind: "margin", percent: "31.7" }, dryRun: false } as const;
    await seekCartGoal(desk, seller, cart.id, { goal, ifMatch: "any" });
    const demoted = { ...seller, role: "seller-no-cost", rights: rightsOf("seller-no-cost") } as const;
    const shown = JSON.stringify(await readCart(desk, demoted, cart.id));
    expect(shown).toContain("Aim at a target margin");
    expect(shown).not.toContain("31.7");
    const stale = updateCart(desk, demoted, cart.id, ["1"], { name: "Other" }).catch((error: unknown) => error);
    expect(JSON.stringify(await stale)).not.toContain("31.7");
  });

  test("a margin goal leaves out what has no known cost and says so; out of reach is told, not forced", async () => {
    const { desk, seller, filled } = await begin([guard({ kind: "not-below-cost" })]);
    const cart = await filled(seller, ["SUITE", "UNKNOWN"]);
    const aim = (percent: string) =>
      ({ goal: { target: { kind: "margin", percent }, dryRun: true }, ifMatch: null }) as const;
    const fair = await seekCartGoal(desk, seller, cart.id, aim("25"));
    expect([fair.marginAfter?.percent, fair.notes.length, fair.lines.length]).toEqual(["25.0", 1, 1]);
    const far = await seekCartGoal(desk, seller, cart.id, aim("-30"));
    expect([far.reached, far.after.amount, far.lines[0]?.held]).toEqual([false, "175.00", "floor"]);
  });
});

function sumOfChanges(steps: readonly { readonly change: string | null }[]): string {
  const sum = steps.reduce(
    (all, { change }) => (change === null ? all : addDecimals(all, decimal(change))),
    decimalZero,
  );
  return formatDecimal(sum, 2);
}
