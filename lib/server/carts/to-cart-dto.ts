import type { CartDto } from "@/lib/contracts/cart";
import type { CartProblemDto } from "@/lib/contracts/cart-problem";
import type { CartFix, CartOrder, CartProblem } from "@/lib/domain/cart/cart";
import type { ComponentChoice } from "@/lib/domain/catalog/configuration-choice";
import type { CartRecord } from "@/lib/server/carts/cart-state";
import { lastStep, stepLabel } from "@/lib/server/carts/cart-store";
import { toCartLine } from "@/lib/server/carts/to-cart-line";
import { totalsOf } from "@/lib/server/carts/to-totals";
import { type CartView, viewCart } from "@/lib/server/carts/view-cart";
import type { Desk } from "@/lib/server/desk";
import { may, type Viewer } from "@/lib/server/viewer";

/** The whole cart for the wire, field by field; what comes from cost only for those who may see it. */
export async function toCartDto(desk: Desk, viewer: Viewer, cart: CartRecord): Promise<CartDto> {
  const { state } = cart;
  const view = await viewCart(desk, state);
  const step = await lastStep(desk.db, cart.id);
  const costs = may(viewer, "costs:read");
  const internals = !viewer.customerView;
  const { problems, orders, nesting } = view.verdict;
  return {
    id: cart.id,
    name: state.name,
    currency: state.currency,
    customer: view.customer && { id: view.customer.id, name: view.customer.name },
    version: cart.version,
    updatedAt: cart.updatedAt,
    lines: view.lines.map((line) =>
      toCartLine(desk, line, { costs, internals, under: nesting.get(line.line.id) ?? null }),
    ),
    problems: problems.map(toProblem),
    orders: orders.map((order) => toOrder(desk, order, view, { costs, currency: state.currency })),
    totals: totalsOf(
      view.lines.map(({ priced }) => priced),
      state.currency,
      costs,
    ),
    asOf: { ...desk.catalog.asOf },
    undo: step && stepLabel(viewer, step.label),
  };
}

export type OrderView = { readonly costs: boolean; readonly currency: string };

export function toOrder(
  desk: Desk,
  order: CartOrder,
  view: CartView,
  { costs, currency }: OrderView,
): CartDto["orders"][number] {
  const own = new Set(order.lines);
  const priced = view.lines.filter(({ line }) => own.has(line.id)).map((line) => line.priced);
  return {
    number: order.number,
    vendor: order.vendor,
    vendorLabel: desk.vendorLabel(order.vendor),
    service: order.service,
    lines: [...order.lines],
    total: totalsOf(priced, currency, costs)[currency] ?? null,
    problems: view.verdict.problems.filter((problem) => own.has(problem.lineId)).map(toProblem),
  };
}

export function toProblem(problem: CartProblem): CartProblemDto {
  return {
    kind: problem.kind,
    lineId: problem.lineId,
    message: problem.message,
    fixes: problem.fixes.map(toFix),
    field: problem.field,
  };
}

function toFix({ id, label, adds, changes, removes }: CartFix): CartProblemDto["fixes"][number] {
  return {
    id,
    label,
    adds: adds.map(({ vendor, key, plan, quantity, components, attributes }) => ({
      vendor,
      key,
      ...(plan === undefined ? {} : { plan }),
      quantity,
      ...(components ? { components: components.map(toChoice) } : {}),
      ...(attributes ? { attributes: { ...attributes } } : {}),
    })),
    changes: changes.map(({ lineId, quantity, components }) => ({
      lineId,
      ...(quantity === undefined ? {} : { quantity }),
      ...(components ? { components: components.map(toChoice) } : {}),
    })),
    removes: [...removes],
  };
}

function toChoice({ key, quantity }: ComponentChoice) {
  return { key, ...(quantity === undefined ? {} : { quantity }) };
}
