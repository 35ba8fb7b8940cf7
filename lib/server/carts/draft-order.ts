import type { CartDto } from "@/lib/contracts/cart";
import { AppError } from "@/lib/server/app-error";
import type { StoredLine } from "@/lib/server/carts/cart-state";
import { findCart } from "@/lib/server/carts/cart-store";
import type { LineToday } from "@/lib/server/carts/price-lines";
import { toOrder } from "@/lib/server/carts/to-cart-dto";
import { viewCart } from "@/lib/server/carts/view-cart";
import type { Desk } from "@/lib/server/desk";
import { may, type Viewer } from "@/lib/server/viewer";
import type { NeutralOrder, OrderLine } from "@/lib/vendors/order-draft";
import { vendorRegistry } from "@/lib/vendors/registry";

export type DraftedOrder = CartDto["orders"][number] & {
  /** What a person still has to add or mend, in plain words. */
  readonly missing: string[];
  /** What the vendor is sent: without costs and prices. */
  readonly order: unknown;
};

/** Order number `n` of a cart: as the cart shows it, and as its vendor takes it. */
export async function draftOrder(desk: Desk, viewer: Viewer, id: string, n: number): Promise<DraftedOrder> {
  const { cart, view, order, neutral, problems } = await readOrder(desk, viewer, id, n);
  const vendor = vendorRegistry.find((entry) => entry.id === order.vendor);
  if (!vendor) throw noSuchOrder(n);
  const { body, missing } = vendor.draftOrder(neutral);
  const sentences = [...missing, ...problems].map(({ message }) => message);
  const shown = toOrder(desk, order, view, { costs: may(viewer, "costs:read"), currency: cart.state.currency });
  return { ...shown, missing: [...new Set(sentences)], order: body };
}

/** One order of a cart in our own words, with its lines as they are priced today. */
export async function readOrder(desk: Desk, viewer: Viewer, id: string, n: number) {
  const cart = await findCart(desk.db, viewer, id, "read");
  const view = await viewCart(desk, cart.state);
  const order = view.verdict.orders.find(({ number }) => number === n);
  if (!order) throw noSuchOrder(n);
  const lines = view.lines.filter(({ line }) => order.lines.includes(line.id));
  const problems = view.verdict.problems.filter((problem) => order.lines.includes(problem.lineId));
  return { cart, view, order, lines, problems, neutral: neutralOrder(lines) };
}

function noSuchOrder(n: number): AppError {
  return new AppError("not-found", `This cart has no order ${n}.`);
}

function neutralOrder(lines: readonly LineToday<StoredLine>[]): NeutralOrder {
  return {
    customerReference: null,
    purchaseOrderNumber: null,
    country: null,
    contacts: [],
    lines: lines.map(orderLine),
  };
}

function orderLine({ line, product, plan }: LineToday<StoredLine>): OrderLine {
  return {
    partNumber: plan?.partNumber ?? product?.partNumber ?? line.remembered.partNumber,
    externalId: product?.externalId ?? null,
    planKey: plan?.key ?? line.plan ?? "",
    service: product?.service ?? null,
    provider: product?.provider ?? null,
    billingPeriod: plan?.billingPeriod ?? null,
    commitment: plan?.commitment ?? null,
    quantity: line.quantity,
    attributes: {},
    components: line.components.map(({ key, quantity }) => ({
      key,
      attributes: { ...(quantity === undefined ? {} : { item_qty: quantity }), ...line.attributes[key] },
    })),
  };
}
