import type { CurrencyCode } from "@/lib/domain/money/currency";
import { compareDecimals, type Decimal } from "@/lib/domain/money/decimal";
import {
  addDecimals,
  decimalZero,
  divideDecimals,
  floorDivide,
  multiplyDecimals,
  negateDecimal,
  roundDecimal,
  subtractDecimals,
} from "@/lib/domain/money/decimal-arithmetic";
import { unitScale } from "@/lib/domain/pricing/rounding";

/** A line whose unit price may move, with the least and most it may become; null where nothing bounds it. */
export type GoalLine = {
  readonly id: string;
  readonly quantity: Decimal;
  readonly price: Decimal;
  readonly least: Decimal | null;
  readonly most: Decimal | null;
};

export type GoalPrice = { readonly id: string; readonly price: Decimal; readonly held: "floor" | "ceiling" | null };

const RATIO_SCALE = 40;

/**
 * New unit prices, all moved by the same share until a bound holds one back, that come as near to the wanted total as
 * whole coins allow: never below it where a coin decides, unless ceilings keep it there.
 */
export function seekGoal(lines: readonly GoalLine[], wanted: Decimal, currency: CurrencyCode): GoalPrice[] {
  const moved = spread(lines, wanted).map(({ line, price, held }): Moved => {
    const coin = { units: 1n, scale: unitScale(currency, line.price) };
    return { line, held, coin, price: within(line, roundDecimal(price, coin.scale), coin) };
  });
  settleCoins(moved, wanted);
  return moved.map(({ line, price, held }) => ({ id: line.id, price, held }));
}

type Spread = { readonly line: GoalLine; readonly price: Decimal; readonly held: GoalPrice["held"] };
/** `coin`: the smallest step of the line's price. */
type Moved = Pick<Spread, "line" | "held"> & { price: Decimal; readonly coin: Decimal };

/** Lines that hit a bound stay there, and the others share what is left. */
function spread(lines: readonly GoalLine[], wanted: Decimal): Spread[] {
  const fixed = new Map<GoalLine, Spread>();
  for (;;) {
    const free = lines.filter((line) => !fixed.has(line));
    const taken = total([...fixed.values()].map(({ line, price }) => ({ quantity: line.quantity, price })));
    const now = total(free);
    const left = subtractDecimals(wanted, taken);
    // Nothing is given away to reach a goal that the floors of other lines put out of reach.
    if (now.units === 0n || left.units <= 0n) {
      return [...fixed.values(), ...free.map((line) => ({ line, price: line.price, held: null }))];
    }
    const share = divideDecimals(left, now, RATIO_SCALE);
    const asked = free.map((line) => ({ line, price: multiplyDecimals(line.price, share) }));
    const down = compareDecimals(left, now) < 0;
    const stopped = asked.flatMap(({ line, price }): Spread[] => {
      const bound = down ? line.least : line.most;
      if (bound === null || compareDecimals(price, bound) === (down ? 1 : -1)) return [];
      if (compareDecimals(price, bound) === 0) return [];
      // A price that already breaks its bound may stay as it is, but moves no further.
      const isOut = compareDecimals(line.price, bound) === (down ? -1 : 1);
      return [{ line, price: isOut ? line.price : bound, held: down ? "floor" : "ceiling" }];
    });
    if (stopped.length === 0)
      return [...fixed.values(), ...asked.map(({ line, price }) => ({ line, price, held: null }))];
    for (const one of stopped) fixed.set(one.line, one);
  }
}

/** Bounds are met in whole coins: floors up, ceilings down. */
function within(line: GoalLine, price: Decimal, coin: Decimal): Decimal {
  if (line.least && compareDecimals(price, line.least) < 0 && compareDecimals(line.price, line.least) >= 0) {
    return addDecimals(price, coin);
  }
  if (line.most && compareDecimals(price, line.most) > 0 && compareDecimals(line.price, line.most) <= 0) {
    return subtractDecimals(price, coin);
  }
  return price;
}

/** The coins that rounding took or gave: first by the lines that move the total most, the last one by the least. */
function settleCoins(moved: Moved[], wanted: Decimal): void {
  const byLargest = moved
    .filter(({ line }) => line.quantity.units > 0n)
    .sort((a, b) => compareDecimals(stepOf(b), stepOf(a)));
  let sum = total(moved.map(({ line, price }) => ({ quantity: line.quantity, price })));
  const most = byLargest.reduce((all, one) => addDecimals(all, stepOf(one)), decimalZero);
  const off = subtractDecimals(wanted, sum);
  // Rounding never takes more than a coin of each unit: what is further off is out of reach.
  if (compareDecimals({ units: off.units < 0n ? -off.units : off.units, scale: off.scale }, most) > 0) return;
  const move = (one: Moved, count: bigint) => {
    const by = { units: count, scale: one.coin.scale };
    const price = addDecimals(one.price, by);
    if (count === 0n || !mayGo(one.line, price)) return;
    one.price = price;
    sum = addDecimals(sum, multiplyDecimals(one.line.quantity, by));
  };
  for (const one of byLargest) {
    const gap = subtractDecimals(wanted, sum);
    const size = stepOf(one);
    const whole = gap.units < 0n ? -floorDivide(negateDecimal(gap), size) : floorDivide(gap, size);
    move(one, capped(whole, one.price, one.coin));
  }
  for (const one of byLargest.toReversed()) {
    const gap = subtractDecimals(wanted, sum);
    if (gap.units > 0n && compareDecimals(stepOf(one), gap) >= 0) move(one, 1n);
  }
}

/** How far one step of the price moves the total. */
function stepOf({ line, coin }: Moved): Decimal {
  return multiplyDecimals(line.quantity, coin);
}

/** No line carries more than a hundredth of its price for the others. */
function capped(count: bigint, price: Decimal, coin: Decimal): bigint {
  const hundredth = floorDivide({ units: price.units, scale: price.scale + 2 }, coin);
  const cap = hundredth < 1n ? 1n : hundredth;
  if (count > cap) return cap;
  return count < -cap ? -cap : count;
}

function mayGo({ least, most }: GoalLine, price: Decimal): boolean {
  if (price.units < 0n) return false;
  if (least && compareDecimals(price, least) < 0) return false;
  return !(most && compareDecimals(price, most) > 0);
}

function total(lines: readonly { readonly quantity: Decimal; readonly price: Decimal }[]): Decimal {
  return lines.reduce((sum, { quantity, price }) => addDecimals(sum, multiplyDecimals(quantity, price)), decimalZero);
}
