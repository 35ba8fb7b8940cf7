import { compareMoney, fromAmount } from "@/lib/domain/money/money";
import { decimal } from "@/lib/domain/money/decimal";
import { type Cost, costIn } from "@/lib/domain/pricing/cost";
import { findGuardFindings, findOveruseFindings } from "@/lib/domain/pricing/price-guards";
import type { OverusePrice } from "@/lib/domain/pricing/overuse";
import type { PriceContext } from "@/lib/domain/pricing/price-context";
import type { GuardFinding, PriceRuleSet } from "@/lib/domain/pricing/price-line";
import type { QuoteLine } from "@/lib/domain/quotes/quote-line";

type Judging = {
  readonly rules: PriceRuleSet;
  readonly context: PriceContext;
  /** What a unit costs today; null where nothing tells it. */
  readonly costToday: Cost | null;
  /** What a unit used comes to today, with its cost. */
  readonly overuseToday?: readonly OverusePrice[];
};

/**
 * Floors and ceilings that the stored price of a line breaks. What is sent is the stored price, and what is paid for it
 * is today's cost: the price is held against the cost it was made with and against today's, whichever is stricter.
 */
export function judgeQuoteLine(
  {
    price,
    cost,
    listPrice,
    quantity,
    overuse,
  }: Pick<QuoteLine, "price" | "cost" | "listPrice" | "quantity" | "overuse">,
  { rules, context, costToday, overuseToday = [] }: Judging,
): GuardFinding[] {
  if (!price) {
    const atToday = (overuse ?? []).flatMap((used) => {
      const now = overuseToday.find(({ from }) => from === used.from);
      const cost = now && costIn(now.cost, used.price.currency);
      return cost ? [{ ...used, cost }] : [];
    });
    return findOveruseFindings([...(overuse ?? []), ...atToday], rules, context);
  }
  const held = (against: Cost) =>
    findGuardFindings({ price, cost: against, listPrice: listPrice ?? null }, decimal(quantity), rules, context);
  const today = costToday && costIn(costToday, price.currency);
  const found = new Map<string, GuardFinding>();
  for (const finding of [...held(cost), ...(today ? held(today) : [])]) {
    const before = found.get(finding.guardId);
    const isStricter = !before || compareMoney(fromAmount(finding.limit), fromAmount(before.limit)) > 0;
    if (isStricter) found.set(finding.guardId, finding);
  }
  return [...found.values()];
}
