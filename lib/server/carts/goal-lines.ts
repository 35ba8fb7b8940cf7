import { compareDecimals, decimal, type Decimal } from "@/lib/domain/money/decimal";
import { addDecimals, decimalZero } from "@/lib/domain/money/decimal-arithmetic";
import { isKnownCost } from "@/lib/domain/pricing/cost";
import { priceContext } from "@/lib/domain/pricing/price-context";
import { findGuardFindings } from "@/lib/domain/pricing/price-guards";
import type { PricedCharge, PricedComponent, PriceRuleSet } from "@/lib/domain/pricing/price-line";
import type { GoalLine } from "@/lib/domain/pricing/seek-goal";
import { AppError } from "@/lib/server/app-error";
import type { StoredLine } from "@/lib/server/carts/cart-state";
import type { LineToday } from "@/lib/server/carts/price-lines";

export type SeekableLine = GoalLine & {
  readonly name: string;
  readonly charge: PricedCharge;
  /** What the line comes to now, and of this what its options do, whose prices stay. */
  readonly total: Decimal;
  readonly options: Decimal;
  /** Of the whole line; null unless all of it is known. */
  readonly cost: Decimal | null;
};

type Choice = {
  readonly currency: string;
  readonly lineIds: readonly string[] | undefined;
  readonly rules: PriceRuleSet;
  readonly customer: string | null;
  /** Only what comes from list bounds the prices, where telling a bound would tell a cost. */
  readonly costs: boolean;
  readonly needsCost: boolean;
};

/** The chosen lines with the prices their floors and ceilings leave open, and words for those that cannot take part. */
export function goalLines(
  lines: readonly LineToday<StoredLine>[],
  choice: Choice,
): { readonly lines: SeekableLine[]; readonly notes: string[] } {
  const chosen = lines.filter(({ line }) => choice.lineIds?.includes(line.id) ?? true);
  const notes: string[] = [];
  const seekable = chosen.flatMap((today) => {
    const found = seekableLine(today, choice);
    if (typeof found !== "string") return [found];
    notes.push(`${today.product?.name ?? today.line.remembered.name} stays as it is: ${found}.`);
    return [];
  });
  if (seekable.length === 0) throw new AppError("invalid", ["No line can take part.", ...notes].join(" "));
  const periods = new Set(chosen.flatMap(({ priced }) => (priced?.recurring ? [priced.billingPeriod] : [])));
  if (periods.size > 1) {
    throw new AppError("invalid", "Choose lines of one billing period: different periods are never added up.");
  }
  return { lines: seekable, notes };
}

function seekableLine({ line, product, priced }: LineToday<StoredLine>, choice: Choice): SeekableLine | string {
  const charge = priced?.recurring;
  if (product && !charge && priced && priced.overuse.length > 0) return "it is billed by use";
  if (!product || !priced?.total || !charge) return "it has no price";
  if (priced.currency !== choice.currency) return `its price is in ${priced.currency}`;
  const cost = priced.totalCost && decimal(priced.totalCost.amount);
  if (choice.needsCost && !cost)
    return isKnownCost(charge.cost) && charge.cost.currency !== priced.currency
      ? `its cost is in ${charge.cost.currency}`
      : "its cost is not known";
  const quantity = decimal(priced.quantity);
  const shown = choice.costs ? charge : { ...charge, cost: { unknown: "notProvided" } as const };
  const context = priceContext(product, choice.customer);
  const limitsAt = (amount: string) =>
    findGuardFindings({ ...shown, price: { ...charge.price, amount } }, quantity, choice.rules, context)
      .filter(({ policy }) => policy !== "warn")
      .map(({ limit }) => decimal(limit.amount));
  return {
    id: line.id,
    name: product.name,
    quantity,
    price: decimal(charge.price.amount),
    least: limitsAt("0").reduce<Decimal | null>(
      (most, limit) => (most && compareDecimals(most, limit) > 0 ? most : limit),
      null,
    ),
    most: limitsAt(BEYOND).reduce<Decimal | null>(
      (least, limit) => (least && compareDecimals(least, limit) < 0 ? least : limit),
      null,
    ),
    charge,
    total: decimal(priced.total.amount),
    options: priced.components.reduce((sum, part) => addDecimals(sum, totalOf(part)), decimalZero),
    cost,
  };
}

function totalOf({ charge }: PricedComponent): Decimal {
  return charge ? decimal(charge.total.amount) : decimalZero;
}

/** Above every price, so that each ceiling says where it is. */
const BEYOND = "999999999999999";
