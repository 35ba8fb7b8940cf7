import type { z } from "zod";
import type { GoalResultSchema, GoalSchema } from "@/lib/contracts/cart-goal";
import type { Cart } from "@/lib/domain/cart/cart";
import { changeLine } from "@/lib/domain/cart/edit-cart";
import { minorUnits } from "@/lib/domain/money/currency";
import { compareDecimals, decimal, type Decimal, formatDecimal } from "@/lib/domain/money/decimal";
import {
  addDecimals,
  decimalZero,
  divideDecimals,
  multiplyDecimals,
  roundDecimal,
  subtractDecimals,
} from "@/lib/domain/money/decimal-arithmetic";
import { marginOf } from "@/lib/domain/money/margin";
import { type Amount, toAmount } from "@/lib/domain/money/money";
import { type GoalPrice, seekGoal } from "@/lib/domain/pricing/seek-goal";
import { AppError } from "@/lib/server/app-error";
import type { CartState } from "@/lib/server/carts/cart-state";
import { findCart } from "@/lib/server/carts/cart-store";
import { changeCart } from "@/lib/server/carts/change-cart";
import { goalLines, type SeekableLine } from "@/lib/server/carts/goal-lines";
import type { IfMatch } from "@/lib/server/carts/if-match";
import { settleLines } from "@/lib/server/carts/settle-lines";
import { judgeTyped, typedBy } from "@/lib/server/carts/type-price";
import { viewCart } from "@/lib/server/carts/view-cart";
import type { Desk } from "@/lib/server/desk";
import { may, type Viewer } from "@/lib/server/viewer";

type Goal = z.output<typeof GoalSchema>;
type GoalResult = z.input<typeof GoalResultSchema>;
type Preview = Omit<GoalResult, "cart">;

/** Spreads a target over lines; without `dryRun` their prices are set, each as if it had been typed. */
export async function seekCartGoal(
  desk: Desk,
  viewer: Viewer,
  id: string,
  { goal, ifMatch }: { readonly goal: Goal; readonly ifMatch: IfMatch | null },
): Promise<GoalResult> {
  if (goal.target.kind === "margin" && !may(viewer, "costs:read")) {
    throw new AppError("forbidden", "Only those who may see costs can aim at a margin. Aim at a total instead.");
  }
  if (goal.dryRun) {
    const { state } = await findCart(desk.db, viewer, id, "write");
    return { ...(await reach(desk, viewer, state, goal)).preview, cart: null };
  }
  if (ifMatch === null) {
    throw new AppError("precondition-required", "Send If-Match with the cart's ETag, or * for whatever is there.");
  }
  const done: Preview[] = [];
  const cart = await changeCart(desk, viewer, id, ifMatch, async ({ state }) => {
    const { preview, after } = await reach(desk, viewer, state, goal);
    done.splice(0, 1, preview);
    return settleLines(desk, state, after, {
      action: "goal-sought",
      label: `Aim at ${goalWords(goal, state.currency)}`,
    });
  });
  const [preview] = done;
  if (!preview) throw new Error("a goal was applied without a result");
  return { ...preview, cart };
}

/** The prices that meet the goal, judged as any typed price is. */
async function reach(
  desk: Desk,
  viewer: Viewer,
  state: CartState,
  goal: Goal,
): Promise<{ readonly preview: Preview; readonly after: Cart }> {
  const costs = may(viewer, "costs:read");
  const needsCost = goal.target.kind === "margin";
  const customer = state.customer ?? null;
  const choice = { currency: state.currency, lineIds: goal.lineIds, rules: desk.prices, customer, costs, needsCost };
  const { lines, notes } = goalLines((await viewCart(desk, state)).lines, choice);
  const wanted = wantedTotal(lines, goal, state.currency);
  const options = sum(lines, (line) => line.options);
  const prices = seekGoal(lines, subtractDecimals(wanted, options), state.currency).filter(isMove(lines));
  const reason = goal.reason || `Aim at ${goalWords(goal, state.currency)}`;
  const after = prices.reduce<Cart>((cart, { id, price }) => {
    const value = formatDecimal(price, minorUnits(state.currency));
    const typed = { price: { kind: "amount", value }, currency: state.currency } as const;
    return changeLine(cart, id, { typed: typedBy(desk, viewer, typed, reason) });
  }, state);
  const touched = new Set(prices.map(({ id }) => id));
  for (const { line, priced } of (await viewCart(desk, { ...state, lines: typedLines(state, after) })).lines) {
    if (priced && touched.has(line.id)) judgeTyped(desk, viewer, priced, reason);
  }
  return { preview: tell(lines, { prices, wanted, notes, costs, currency: state.currency }), after };
}

function typedLines(state: CartState, after: Cart): CartState["lines"] {
  const typed = new Map(after.lines.map((line) => [line.id, line.typed]));
  return state.lines.map((line) => {
    const now = typed.get(line.id);
    return now ? Object.assign({}, line, { typed: now }) : line;
  });
}

function wantedTotal(lines: readonly SeekableLine[], { target }: Goal, currency: string): Decimal {
  const value = decimal(target.kind === "total" ? target.amount : target.percent);
  if (target.kind === "total") {
    if (value.units > 0n) return value;
    throw refusal("amount", "The total must be more than 0.");
  }
  if (compareDecimals(value, hundred) >= 0) throw refusal("percent", "A margin of 100 % or more has no price.");
  const cost = sum(lines, (line) => line.cost ?? decimalZero);
  const exact = divideDecimals(multiplyDecimals(cost, hundred), subtractDecimals(hundred, value), QUOTIENT_DIGITS);
  const coins = roundDecimal(exact, minorUnits(currency));
  return compareDecimals(coins, exact) < 0 ? addDecimals(coins, { units: 1n, scale: minorUnits(currency) }) : coins;
}

const hundred: Decimal = { units: 100n, scale: 0 };
const QUOTIENT_DIGITS = 20;

function refusal(field: string, message: string): AppError {
  return new AppError("invalid", message, { errors: [{ path: `body.target.${field}`, message }] });
}

/** Stays readable on the line and in the log, also for those who may not see costs: it names no margin. */
function goalWords({ target }: Goal, currency: string): string {
  return target.kind === "margin" ? "a target margin" : `${currency} ${target.amount}`;
}

type Told = {
  readonly prices: readonly GoalPrice[];
  readonly wanted: Decimal;
  readonly notes: readonly string[];
  readonly costs: boolean;
  readonly currency: string;
};

function tell(lines: readonly SeekableLine[], { prices, wanted, notes, costs, currency }: Told): Preview {
  const amount = (value: Decimal): Amount => toAmount({ ...roundDecimal(value, minorUnits(currency)), currency });
  const unit = (value: Decimal): Amount => toAmount({ ...value, currency });
  const found = new Map(prices.map((one) => [one.id, one]));
  const digits = minorUnits(currency);
  const totalAfter = ({ id, quantity, options, total }: SeekableLine) => {
    const price = found.get(id)?.price;
    return price ? addDecimals(roundDecimal(multiplyDecimals(price, quantity), digits), options) : total;
  };
  const [before, after] = [sum(lines, ({ total }) => total), sum(lines, totalAfter)];
  const gap = subtractDecimals(after, wanted);
  const tolerance = lines.reduce(
    (most, { quantity }) => (compareDecimals(quantity, most) > 0 ? quantity : most),
    decimalZero,
  );
  const coin = { units: 1n, scale: minorUnits(currency) };
  const isNear =
    compareDecimals(
      { units: gap.units < 0n ? -gap.units : gap.units, scale: gap.scale },
      multiplyDecimals(tolerance, coin),
    ) <= 0;
  const isCostKnown = lines.every(({ cost }) => cost !== null);
  const cost = { ...sum(lines, (line) => line.cost ?? decimalZero), currency };
  const margin = (total: Decimal) => (isCostKnown ? marginOf(cost, { ...total, currency }) : null);
  return {
    before: amount(before),
    after: amount(after),
    wanted: amount(wanted),
    ...(costs ? { marginBefore: margin(before), marginAfter: margin(after) } : {}),
    reached: isNear,
    notes: [...notes],
    lines: lines.map((line) => ({
      lineId: line.id,
      name: line.name,
      quantity: formatDecimal(line.quantity),
      before: line.charge.price,
      after: unit(found.get(line.id)?.price ?? line.price),
      totalBefore: amount(line.total),
      totalAfter: amount(totalAfter(line)),
      held: found.get(line.id)?.held ?? null,
    })),
  };
}

/** A price that stays is left to what gives it now. */
function isMove(lines: readonly SeekableLine[]): (found: GoalPrice) => boolean {
  const now = new Map(lines.map(({ id, price }) => [id, price]));
  return ({ id, price }) => compareDecimals(price, now.get(id) ?? decimalZero) !== 0;
}

function sum(lines: readonly SeekableLine[], amountOf: (line: SeekableLine) => Decimal): Decimal {
  return lines.reduce((all, line) => addDecimals(all, amountOf(line)), decimalZero);
}
