import { expect, test } from "vitest";
import { needsOf } from "@/components/home/needs-you";
import type { CartSummary } from "@/lib/contracts/cart";
import type { QuoteSummary } from "@/lib/contracts/quote";

const now = Date.parse("2026-11-22T10:00:00Z");

const quote = (changes: Partial<QuoteSummary>): QuoteSummary => ({
  number: "Q-2026-0001",
  version: 1,
  state: "sent",
  title: "Renewal",
  customer: { name: "Example Bakery" },
  currency: "USD",
  firstYear: { amount: "1200.00", currency: "USD" },
  validUntil: "2026-12-31",
  updatedAt: "2026-11-20T10:00:00Z",
  preparedBy: "Demo seller",
  ...changes,
});

const cart = (problemCount: number): CartSummary => ({
  id: "c1",
  name: "Example Bakery",
  currency: "USD",
  version: 3,
  lineCount: 2,
  monthly: null,
  problemCount,
  updatedAt: "2026-11-20T10:00:00Z",
});

const whys = (quotes: QuoteSummary[], carts: CartSummary[] = []) =>
  needsOf({ quotes, carts, vendors: [] }, now).map((need) => need.why);

test.each([
  ["2026-11-21", []],
  ["2026-11-22", ["expires today"]],
  ["2026-11-23", ["expires in 1 day"]],
  ["2026-11-29", ["expires in 7 days"]],
  ["2026-11-30", []],
])("a sent quote valid until %s", (validUntil, expected) => {
  expect(whys([quote({ validUntil })])).toEqual(expected);
});

test("drafts and closed quotes wait for nobody", () => {
  expect(whys([quote({ state: "draft" }), quote({ state: "declined" }), quote({ state: "superseded" })])).toEqual([]);
});

test("an accepted quote and a cart with problems do", () => {
  expect(whys([quote({ state: "accepted" })], [cart(0), cart(2)])).toEqual([
    "accepted: place the order",
    "2 problems to fix before it can be ordered",
  ]);
});
