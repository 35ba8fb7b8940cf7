import type { Product } from "@/lib/domain/catalog/product";
import type { Cart, CartLine, CartSettings } from "@/lib/domain/cart/cart";
import { cartTotals } from "@/lib/domain/cart/cart-totals";
import { judgeCart, plainSettings } from "@/lib/domain/cart/judge-cart";
import { priceCartLine } from "@/lib/domain/cart/price-cart-line";
import { resolveLines } from "@/lib/domain/cart/resolve-line";
import { needs, samplePlan, sampleProduct } from "@/lib/domain/catalog/sample-products";
import type { HouseRule } from "@/lib/domain/dependencies/house-rule";
import type { PriceRule } from "@/lib/domain/pricing/price-rule";
import { preparePriceRules } from "@/lib/domain/pricing/rule-set";

/** For tests and benchmarks: a cart as large as one gets, under as many rules as a house has. All of it is made up. */
export const LINES = 500;
export const RULES = 2000;
export const PRODUCTS = 5000;

const products = Array.from({ length: PRODUCTS }, (_, at): Product => {
  const requires = at % 3 === 0 && at > 0 ? [needs(`P${at - 1}`, `P${(at * 7) % PRODUCTS}`)] : [];
  return sampleProduct(`P${at}`, { service: `S${at % 40}`, plans: [samplePlan({ maximum: "5000" })], requires });
});

const houseRules = Array.from({ length: RULES / 2 }, (_, at): HouseRule => {
  const ref = (index: number) => ({ vendor: "cloudblue", key: `P${index % PRODUCTS}` });
  const common = { id: `h${at}`, subject: { kind: "product", product: ref(at * 3) } as const, message: null };
  if (at % 5 === 0) return { ...common, kind: "excludes", products: [ref(at * 11)] };
  if (at % 5 === 1) return { ...common, kind: "maximum", quantity: "20" };
  if (at % 5 === 2) return { ...common, kind: "step", step: "2" };
  if (at % 5 === 3) return { ...common, kind: "ratio", to: ref(at * 3 + 1), per: "3", bound: "at-most" };
  return { ...common, kind: "minimum", quantity: "3" };
});

const priceRules = Array.from({ length: RULES / 2 }, (_, at): PriceRule => ({
  id: `r${at}`,
  name: `Rule ${at}`,
  scope: at % 2 === 0 ? { service: `S${at % 40}` } : { product: { vendor: "cloudblue", key: `P${at * 2}` } },
  validFrom: null,
  validUntil: at % 7 === 0 ? "2025-12-31" : null,
  rounding: null,
  sets: "price",
  effect: { kind: "markup-on-cost", percent: "12.5" },
}));

const lines: readonly CartLine[] = Array.from({ length: LINES }, (_, at) => ({
  id: `l${at}`,
  vendor: "cloudblue",
  key: `P${at * 3}`,
  plan: "plan",
  quantity: `${(at % 30) + 1}`,
  components: [],
  attributes: {},
}));
const byKey = new Map(products.map((product) => [product.key, product]));
const lookup = ({ key }: { readonly key: string }) => byKey.get(key) ?? null;
const today: CartSettings = { ...plainSettings("2026-11-22"), houseRules, prices: preparePriceRules(priceRules) };

/** Every problem of the cart, its orders, its prices and its totals, after one line's quantity was typed anew. */
export function judgeAndPriceLargeCart(keystroke = 0, settings = today) {
  const cart: Cart = { currency: "USD", lines: lines.with(keystroke % LINES, typedAt(keystroke)) };
  const verdict = judgeCart(cart, lookup, settings);
  const priced = resolveLines(cart, lookup).flatMap((line) => priceCartLine(cart, line, settings) ?? []);
  return { verdict, totals: cartTotals(priced).get("USD") };
}

function typedAt(keystroke: number): CartLine {
  const line = lines[keystroke % LINES];
  if (!line) throw new RangeError("no such line");
  return { ...line, quantity: `${40 + keystroke}` };
}

/** The same when no price is known from before, as at the first look on a new day. */
export function judgeAndPriceLargeCartAnew(day: number) {
  return judgeAndPriceLargeCart(day, { ...today, date: `2027-01-${`${(day % 28) + 1}`.padStart(2, "0")}` });
}
