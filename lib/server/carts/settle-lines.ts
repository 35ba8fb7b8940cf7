import type { Cart, CartLine } from "@/lib/domain/cart/cart";
import { describeChange } from "@/lib/domain/cart/describe-change";
import { AppError } from "@/lib/server/app-error";
import type { CartState, Remembered, StoredLine } from "@/lib/server/carts/cart-state";
import type { CartChange } from "@/lib/server/carts/change-cart";
import { type LineToday, priceLines, productsFor, rememberToday } from "@/lib/server/carts/price-lines";
import { hasMoved } from "@/lib/server/carts/to-cart-line";
import { today } from "@/lib/server/carts/view-cart";
import type { Desk } from "@/lib/server/desk";

const LINES_MAX = 2_000;

type Wording = { readonly action: string; readonly label?: string };

/** The change that leads from a cart to its edited lines: what each line remembers, and words for undo and the log. */
export async function settleLines(desk: Desk, before: CartState, after: Cart, wording: Wording): Promise<CartChange> {
  if (after.lines.length > LINES_MAX) {
    throw new AppError("invalid", `A cart holds at most ${LINES_MAX} lines. Begin another one.`);
  }
  const lookup = await productsFor(desk, [...before.lines, ...after.lines], "without");
  const basis = { currency: after.currency, customer: null, date: today(desk) };
  const standing = new Map(priceLines(desk, before.lines, lookup, basis).map((was) => [was.line.id, was]));
  const anew = before.currency !== after.currency;
  const lines = priceLines(desk, after.lines, lookup, basis).map((now): StoredLine => {
    const was = standing.get(now.line.id);
    return store(now.line, was && !anew ? memoryOf(was, now) : rememberToday(now));
  });
  const names = new Map(lines.map((line) => [line.id, line.remembered.name]));
  const nameOf = (line: CartLine) => names.get(line.id) ?? standing.get(line.id)?.line.remembered.name ?? line.key;
  const label = wording.label ?? describeChange(before, after, nameOf) ?? "Change the cart";
  return { state: { name: before.name, currency: after.currency, lines }, label, action: wording.action };
}

/** A price that moved stays told until somebody takes it over; else a changed line begins to remember anew. */
function memoryOf(was: LineToday<StoredLine>, now: LineToday): Remembered {
  const { remembered } = was.line;
  const current = rememberToday(was);
  const moved = hasMoved(remembered.price, current.price) || hasMoved(remembered.cost, current.cost);
  const same = JSON.stringify(store(was.line, remembered)) === JSON.stringify(store(now.line, remembered));
  return same || moved ? remembered : rememberToday(now);
}

function store(line: CartLine, remembered: Remembered): StoredLine {
  return {
    id: line.id,
    vendor: line.vendor,
    key: line.key,
    plan: line.plan,
    quantity: line.quantity,
    components: line.components,
    attributes: line.attributes,
    ...(line.typed ? { typed: line.typed } : {}),
    remembered,
  };
}
