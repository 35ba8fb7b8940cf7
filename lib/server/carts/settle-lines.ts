import type { Cart, CartLine } from "@/lib/domain/cart/cart";
import { describeChange } from "@/lib/domain/cart/describe-change";
import { typedPriceIn } from "@/lib/domain/pricing/typed-price";
import { AppError } from "@/lib/server/app-error";
import type { CartState, Remembered, StoredLine } from "@/lib/server/carts/cart-state";
import type { CartChange } from "@/lib/server/carts/change-cart";
import { type LineToday, priceLines, productsFor, rememberToday } from "@/lib/server/carts/price-lines";
import { hasMoved } from "@/lib/server/carts/to-cart-line";
import { today } from "@/lib/server/house-day";
import type { Desk } from "@/lib/server/desk";

const LINES_MAX = 2_000;

type Wording = {
  readonly action: string;
  readonly label?: string;
  /** The line whose price of today was seen and is remembered from now on. */
  readonly accepted?: string;
  /** Whom the cart is for from now on; left out where that stays. */
  readonly customer?: string | null;
};

/** The change that leads from a cart to its edited lines: what each line remembers, and words for undo and the log. */
export async function settleLines(desk: Desk, before: CartState, after: Cart, wording: Wording): Promise<CartChange> {
  if (after.lines.length > LINES_MAX) {
    throw new AppError("invalid", `A cart holds at most ${LINES_MAX} lines. Begin another one.`);
  }
  const customer = wording.customer === undefined ? before.customer : (wording.customer ?? undefined);
  const anew = before.currency !== after.currency || before.customer !== customer;
  const old = new Map(before.lines.map((line) => [line.id, line]));
  const isAnew = (line: CartLine) => anew || line.id === wording.accepted;
  const touched = after.lines.filter((line) => isAnew(line) || isChanged(old.get(line.id), line));
  const standing = touched.flatMap((line) => old.get(line.id) ?? []);
  const lookup = await productsFor(desk, [...standing, ...touched], "without");
  const basis = { currency: after.currency, customer: customer ?? null, date: today(desk) };
  const was = byId(priceLines(desk, standing, lookup, { ...basis, customer: before.customer ?? null }));
  const now = byId(priceLines(desk, touched, lookup, basis));
  const lines = after.lines.map((line): StoredLine => {
    const [kept, then, current] = [old.get(line.id), was.get(line.id), now.get(line.id)];
    if (kept && !current) return kept;
    if (!current) throw new Error(`line ${line.id} is neither kept nor priced`);
    return store(line, then && !isAnew(line) ? memoryOf(then, current) : rememberToday(current));
  });
  refuseTypedBelowFloor(was, now);
  const names = new Map(lines.map((line) => [line.id, line.remembered.name]));
  const nameOf = (line: CartLine) => names.get(line.id) ?? old.get(line.id)?.remembered.name ?? line.key;
  const label = wording.label ?? describeChange(before, after, nameOf) ?? "Change the cart";
  const state = { name: before.name, currency: after.currency, ...(customer === undefined ? {} : { customer }), lines };
  return { state, label, action: wording.action };
}

type Today = ReadonlyMap<string, LineToday>;

/** What somebody typed may not come to break a floor by any later change; what the rules give is told on the line. */
function refuseTypedBelowFloor(was: Today, now: Today): void {
  const isBlocked = (line: LineToday | undefined) =>
    isTyped(line) && (line?.priced?.findings.some(({ policy }) => policy === "block") ?? false);
  for (const line of now.values()) {
    if (!isBlocked(line) || isBlocked(was.get(line.line.id))) continue;
    const name = line.product?.name ?? line.line.key;
    throw new AppError("invalid", `The price typed for ${name} is below what may be offered. Change the price first.`);
  }
}

function isTyped(line: LineToday | undefined): boolean {
  return Boolean(line?.priced && typedPriceIn(line.line.typed, line.priced.currency));
}

/** A price that moved stays told until somebody takes it over; else a changed line begins to remember anew. */
function memoryOf(was: LineToday<StoredLine>, now: LineToday): Remembered {
  const { remembered } = was.line;
  const current = rememberToday(was);
  const moved = hasMoved(remembered.price, current.price) || hasMoved(remembered.cost, current.cost);
  return moved ? remembered : rememberToday(now);
}

function isChanged(old: StoredLine | undefined, line: CartLine): boolean {
  return !old || JSON.stringify(store(old, old.remembered)) !== JSON.stringify(store(line, old.remembered));
}

function byId<Line extends CartLine>(lines: readonly LineToday<Line>[]): ReadonlyMap<string, LineToday<Line>> {
  return new Map(lines.map((today) => [today.line.id, today]));
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
