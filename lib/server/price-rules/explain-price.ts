import type { PriceExplanation } from "@/lib/contracts/price-explanation";
import type { Plan, Product } from "@/lib/domain/catalog/product";
import { type CartLine, type Cart } from "@/lib/domain/cart/cart";
import { priceCartLine } from "@/lib/domain/cart/price-cart-line";
import { choosePlan } from "@/lib/domain/cart/resolve-line";
import { saleCurrencies } from "@/lib/domain/pricing/pick-currency";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import type { PricedCharge, PricedLine } from "@/lib/domain/pricing/price-line";
import { AppError } from "@/lib/server/app-error";
import { findCart } from "@/lib/server/carts/cart-store";
import { requireLine } from "@/lib/server/carts/change-cart-line";
import { productsFor } from "@/lib/server/carts/price-lines";
import { today } from "@/lib/server/house-day";
import { requireCustomer } from "@/lib/server/customers/customer-store";
import { type CartCustomer, cartCustomer } from "@/lib/server/customers/read-customers";
import type { Desk } from "@/lib/server/desk";
import { tellFindings } from "@/lib/server/price-rules/tell-findings";
import { may, type Viewer } from "@/lib/server/viewer";

type ProductQuestion = {
  readonly vendor: string;
  readonly key: string;
  readonly plan?: string | undefined;
  readonly quantity?: string | undefined;
  readonly currency?: string | undefined;
  readonly customer?: string | undefined;
  /** The day whose rules are asked; today where none is named. */
  readonly date?: string | undefined;
};

/** Why a product has its price today, for the least that can be bought unless a quantity is named. */
export async function explainProductPrice(
  desk: Desk,
  viewer: Viewer,
  { vendor, key, plan: planKey, quantity, currency, customer: id, date = today(desk) }: ProductQuestion,
): Promise<PriceExplanation> {
  const found = desk.catalog.find({ vendor, key });
  const plan = found && choosePlan(found, planKey ?? null);
  if (!found || !plan) throw new AppError("not-found", "There is no such product or plan in the catalog.");
  // A price for anybody is no answer to what somebody pays.
  if (id !== undefined) await requireCustomer(desk.db, id);
  const customer = await cartCustomer(desk, { customer: id });
  const line = {
    id: "",
    vendor,
    key: found.key,
    plan: plan.key,
    quantity: quantity ?? offerQuantity(plan),
    components: [],
    attributes: {},
  };
  const asked = currency ?? saleCurrencies(plan.prices)[0] ?? "USD";
  return explain(desk, viewer, { line, cart: { currency: asked }, customer, date });
}

/** Why a cart's line has its price, with what was typed by whom and when. */
export async function explainLinePrice(
  desk: Desk,
  viewer: Viewer,
  { id, lineId }: { readonly id: string; readonly lineId: string },
): Promise<PriceExplanation> {
  const { state } = await findCart(desk.db, viewer, id, "read");
  const customer = await cartCustomer(desk, state);
  return explain(desk, viewer, { line: requireLine(state, lineId), cart: state, customer, date: today(desk) });
}

type Asked = {
  readonly line: CartLine;
  readonly cart: Pick<Cart, "currency">;
  readonly customer: CartCustomer | null;
  readonly date: string;
};

async function explain(desk: Desk, viewer: Viewer, { line, cart, customer, date }: Asked): Promise<PriceExplanation> {
  if (viewer.customerView) throw new AppError("forbidden", "Customer view is on. Leave it to see how a price is made.");
  const product = (await productsFor(desk, [line], "without"))(line);
  const plan = product && choosePlan(product, line.plan);
  const costs = may(viewer, "costs:read");
  const settings = { prices: desk.prices, customer: customer?.id ?? null, date };
  const priced = priceCartLine(cart, { line, product, plan }, settings, costs ? "steps" : "price-side");
  if (!product || !plan || !priced) throw new AppError("not-found", "This product is no longer offered.");
  return {
    ...factsOf(product, plan, priced),
    date: settings.date,
    customer: customer?.name ?? null,
    parts: partsOf(priced, plan, costs),
    total: priced.total,
    setupTotal: priced.setup?.total ?? null,
    ...(costs ? { totalCost: priced.totalCost, totalMargin: priced.totalMargin } : {}),
    findings: tellFindings(priced.findings, desk.prices, costs),
    cheaperAt: priced.cheaperAt && { quantity: priced.cheaperAt.quantity, total: priced.cheaperAt.total },
  };
}

function factsOf(product: Product, plan: Plan, { quantity, currency, billingPeriod }: PricedLine) {
  const { vendor, key, name } = product;
  return { vendor, key, name, plan: plan.key, quantity, currency, billingPeriod };
}

function partsOf({ recurring, setup, components, quantity }: PricedLine, plan: Plan, costs: boolean) {
  const name = plan.billingPeriod === null ? "Price" : "Recurring";
  return [
    ...(recurring ? [toPart({ kind: "recurring", name, quantity }, recurring, costs)] : []),
    ...(setup ? [toPart({ kind: "setup", name: "Set-up, once", quantity: "1" }, setup, costs)] : []),
    ...components.flatMap((part) =>
      part.charge ? [toPart({ kind: "component", name: part.name, quantity: part.quantity }, part.charge, costs)] : [],
    ),
  ];
}

type Part = PriceExplanation["parts"][number];

function toPart(head: Pick<Part, "kind" | "name" | "quantity">, charge: PricedCharge, costs: boolean): Part {
  const { price, listPrice, cost, margin, markup, total, steps } = charge;
  return {
    kind: head.kind,
    name: head.name,
    quantity: head.quantity,
    price,
    listPrice,
    ...(costs ? { cost, margin, markup } : {}),
    total,
    steps: steps.map(({ kind, text, change, unit }) => ({ kind, text, change, unit })),
  };
}
