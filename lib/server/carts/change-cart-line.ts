import type { z } from "zod";
import type { CartDto } from "@/lib/contracts/cart";
import type { UpdateLineSchema } from "@/lib/contracts/cart-line";
import { changeLine } from "@/lib/domain/cart/edit-cart";
import { choosePlan } from "@/lib/domain/cart/resolve-line";
import { AppError } from "@/lib/server/app-error";
import { plainChoice, requireQuantity } from "@/lib/server/carts/add-to-cart";
import type { Cart } from "@/lib/domain/cart/cart";
import type { CartState, StoredLine } from "@/lib/server/carts/cart-state";
import { type CartChange, changeCart } from "@/lib/server/carts/change-cart";
import type { IfMatch } from "@/lib/server/carts/if-match";
import { settleLines } from "@/lib/server/carts/settle-lines";
import { typePrice } from "@/lib/server/carts/type-price";
import type { Desk } from "@/lib/server/desk";
import type { Viewer } from "@/lib/server/viewer";

export type LinePlace = { readonly id: string; readonly lineId: string };
export type LineUpdate = z.output<typeof UpdateLineSchema>;

/** Sets what is named of a line; the quantity is set, never added. */
export async function changeCartLine(
  desk: Desk,
  viewer: Viewer,
  place: LinePlace,
  ifMatch: IfMatch,
  update: LineUpdate,
): Promise<CartDto> {
  if (update.quantity !== undefined) requireQuantity(update.quantity);
  return changeCart(desk, viewer, place.id, ifMatch, async ({ state }) => {
    const line = requireLine(state, place.lineId);
    requirePlan(desk, line, update.plan);
    const { quantity, plan, attributes } = update;
    const changed = changeLine(state, line.id, {
      ...(quantity === undefined ? {} : { quantity }),
      ...(plan === undefined ? {} : { plan }),
      ...(attributes === undefined ? {} : { attributes }),
      ...(update.components ? { components: update.components.map(plainChoice) } : {}),
    });
    if (update.price !== undefined) return changePrice(desk, viewer, { before: state, changed, line }, update);
    if (!update.acceptPrice) return settleLines(desk, state, changed, { action: "line-changed" });
    const label = `Take over today’s price of ${line.remembered.name}`;
    return settleLines(desk, state, changed, { action: "price-accepted", accepted: line.id, label });
  });
}

type PriceChange = { readonly before: CartState; readonly changed: Cart; readonly line: StoredLine };

/** Null goes back to what the rules give. The price is judged on the line as it will be. */
async function changePrice(
  desk: Desk,
  viewer: Viewer,
  { before, changed, line }: PriceChange,
  { price, reason }: LineUpdate,
): Promise<CartChange> {
  const next = changed.lines.find(({ id }) => id === line.id) ?? line;
  const place = { line: next, cart: changed, customer: before.customer ?? null };
  const typed = price ? await typePrice(desk, viewer, place, { text: price.text, reason }) : null;
  const after = changeLine(changed, line.id, { typed });
  const label = price
    ? `Set the price of ${line.remembered.name} by hand`
    : `Price ${line.remembered.name} by the rules again`;
  const settled = await settleLines(desk, before, after, { action: "price-typed", accepted: line.id, label });
  return { ...settled, detail: { lineId: line.id, old: line.typed ?? null, new: typed } };
}

export function requireLine(state: CartState, lineId: string): StoredLine {
  const line = state.lines.find(({ id }) => id === lineId);
  if (!line) throw new AppError("not-found", "This cart has no such line. It may have been removed.");
  return line;
}

function requirePlan(desk: Desk, line: StoredLine, plan: string | undefined): void {
  if (plan === undefined || plan === line.plan) return;
  const product = desk.catalog.find(line);
  if (product && choosePlan(product, plan)) return;
  const message = `${line.remembered.name} has no plan ${plan}.`;
  throw new AppError("invalid", message, { errors: [{ path: "body.plan", message }] });
}
