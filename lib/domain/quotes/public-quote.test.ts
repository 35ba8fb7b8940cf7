import { describe, expect, test } from "vitest";
import type { Cart } from "@/lib/domain/cart/cart";
import { judgeCart, plainSettings } from "@/lib/domain/cart/judge-cart";
import { priceCartLine } from "@/lib/domain/cart/price-cart-line";
import { isKnownLine, resolveLines } from "@/lib/domain/cart/resolve-line";
import {
  needs,
  sampleAttribute,
  sampleComponent,
  samplePlan,
  sampleProduct,
  sampleRow,
} from "@/lib/domain/catalog/sample-products";
import type { PriceRule } from "@/lib/domain/pricing/price-rule";
import { preparePriceRules } from "@/lib/domain/pricing/rule-set";
import { buildQuoteLines } from "@/lib/domain/quotes/build-quote-lines";
import { compareVersions, internalContent, publicContent } from "@/lib/domain/quotes/compare-versions";
import { buildPublicQuote } from "@/lib/domain/quotes/public-quote";
import { quoteTotals } from "@/lib/domain/quotes/quote-totals";

const SENTINEL = "SENTINEL-RULE";
const rule: PriceRule = {
  id: SENTINEL,
  name: SENTINEL,
  scope: { service: "O365" },
  validFrom: null,
  validUntil: null,
  rounding: null,
  sets: "price",
  effect: { kind: "markup-on-cost", percent: "31.7" },
};
const settings = { ...plainSettings("2026-11-22"), prices: preparePriceRules([rule]) };

const configuration = {
  components: [
    sampleComponent("BASE", {
      kind: "base",
      required: true,
      attributes: [sampleAttribute("item_qty", { type: "number", unitOfMeasure: "users", listUnitPrice: "12" })],
    }),
    sampleComponent("OPT", { attributes: [sampleAttribute("item_qty", { type: "number", listUnitPrice: "2.5" })] }),
    sampleComponent("FREE"),
  ],
  allowedPlanChanges: [],
  cancellable: true,
  subscriptionManaged: true,
  countries: null,
};
const products = [
  sampleProduct("E1", { plans: [samplePlan({ prices: [sampleRow("cost", "7.7731"), sampleRow("price", "9")] })] }),
  sampleProduct("ADD", {
    requires: [needs("E1")],
    plans: [
      samplePlan({
        prices: [
          sampleRow("cost", "7.7731"),
          sampleRow("cost", "77.31", { kind: "setup" }),
          sampleRow("price", "90", { kind: "setup" }),
        ],
      }),
    ],
  }),
  sampleProduct("IBM", { service: null, plans: [samplePlan({ prices: [], configuration, billingPeriod: "P1Y" })] }),
  sampleProduct("NOTHING", { service: null, plans: [samplePlan({ prices: [] })] }),
];
const line = (key: string, quantity: string) => ({
  id: `l-${key}`,
  vendor: "cloudblue",
  key,
  plan: "plan",
  quantity,
  components: key === "IBM" ? [{ key: "BASE" }, { key: "OPT", quantity: "3" }, { key: "FREE" }] : [],
  attributes: {},
});
const cart: Cart = {
  currency: "USD",
  lines: [line("ADD", "2"), line("E1", "10"), line("IBM", "5"), line("NOTHING", "1")],
};
const lookup = ({ key }: { key: string }) => products.find((product) => product.key === key) ?? null;

function quoted(source: Cart) {
  const verdict = judgeCart(source, lookup, settings);
  const lines = resolveLines(source, lookup).flatMap((resolved) => {
    const priced = priceCartLine(source, resolved, settings);
    return priced && isKnownLine(resolved) ? [{ resolved, priced }] : [];
  });
  return buildQuoteLines(lines, verdict.nesting, () => "Ingram Micro");
}

function publish(source: Cart, version = 1) {
  const { lines } = quoted(source);
  return buildPublicQuote({
    number: "Q-2026-0042",
    version,
    title: "Offer",
    currency: "USD",
    customer: { name: "Sample Customer" },
    seller: { company: "Sample Reseller", address: [], email: null },
    preparedBy: "Desk",
    issuedAt: "2026-11-22T10:00:00Z",
    validUntil: "2026-12-22",
    timeZone: "Europe/Vienna",
    notes: null,
    terms: null,
    taxNote: "Prices exclude sales tax",
    lines,
    totals: quoteTotals(lines, "USD"),
  });
}

describe("the lines of a quote", () => {
  const { lines, withoutPrice } = quoted(cart);

  test("a part with a price of its own is a line under its plan; what has no price is named, not given away", () => {
    expect(
      lines.map(({ position, id, quantity, total, under }) => [position, id, quantity, total?.amount, under]),
    ).toEqual([
      [1, "l-ADD", "2", "20.47", "l-E1"],
      [2, "l-E1", "10", "102.37", null],
      [3, "l-IBM", "5", "60.00", null],
      [4, "l-IBM/OPT", "3", "7.50", "l-IBM"],
    ]);
    expect(withoutPrice).toEqual(["l-NOTHING"]);
    expect(lines[2]).toMatchObject({ unit: "users", components: [{ key: "BASE" }, { key: "FREE" }] });
  });

  test("totals are sums of the printed lines", () => {
    const totals = quoteTotals(lines, "USD");
    expect(totals.oneTime.amount).toBe("101.82");
    expect(totals.monthly.amount).toBe("122.84");
    expect(totals.yearly.amount).toBe("67.50");
    expect(totals.firstYear.amount).toBe("1643.40");
    expect([totals.costKnownLines, totals.lines]).toEqual([2, 4]);
  });
});

describe("the customer's quote", () => {
  const quote = publish(cart);

  test("knows no cost, margin, markup, rule or internal id", () => {
    const text = JSON.stringify(quote);
    for (const secret of ["7.7731", "7.77", "77.31", "15.55", "31.7", SENTINEL, "l-ADD", "cost", "margin", "markup"]) {
      expect(text).not.toContain(secret);
    }
    expect(quote.lines[0]?.under).toBe(2);
  });

  test("is a copy of its own: later changes of what it was made from do not reach it", () => {
    const text = JSON.stringify(quote);
    const seller = { company: "Sample Reseller", address: ["Street 1"], email: null };
    const { lines } = quoted(cart);
    const again = buildPublicQuote({ ...quote, seller, lines, totals: quoteTotals(lines, "USD") });
    seller.address.push("changed later");
    expect(again.seller.address).toEqual(["Street 1"]);
    expect(JSON.stringify(publish(cart))).toBe(text);
  });

  test("two versions differ in what a customer can see, and inside also in cost", () => {
    const changedCart = { ...cart, lines: [line("ADD", "4"), line("E1", "10")] };
    const [old, now] = [publish(cart), publish(changedCart, 2)];
    const difference = compareVersions(publicContent(old), publicContent(now));
    expect(difference.added).toEqual([]);
    expect(difference.removed).toEqual(["Product IBM", "Part OPT"]);
    expect(difference.changed).toEqual([
      {
        name: "Product ADD",
        fields: [
          { field: "quantity", before: "2", after: "4" },
          { field: "total", before: "20.47 USD", after: "40.95 USD" },
        ],
      },
    ]);
    expect(difference.totals).toContainEqual({ field: "yearly", before: "67.50 USD", after: "0.00 USD" });
    expect(compareVersions(publicContent(old), publicContent(old))).toEqual({
      header: [],
      added: [],
      removed: [],
      changed: [],
      totals: [],
    });
    const inside = internalContent(old, quoted(cart).lines);
    expect(inside.lines[0]?.values).toMatchObject({ cost: "7.7731 USD" });
    expect(JSON.stringify(publicContent(old))).not.toContain("7.7731");
  });
});
