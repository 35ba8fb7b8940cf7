import type { AmountDto, CostDto, MarginDto } from "@/lib/contracts/amount";
import type { PriceExplanation } from "@/lib/contracts/price-explanation";
import type { PlanDto } from "@/lib/contracts/product";
import { minorUnits } from "@/lib/domain/money/currency";
import { decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { multiplyDecimals, roundDecimal } from "@/lib/domain/money/decimal-arithmetic";
import { soleUse } from "@/lib/domain/pricing/by-use";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";

/** What a plan comes to at a quantity; amounts are of one unit, but for the total. */
export type QuantityFigures = {
  readonly price: AmountDto | null;
  readonly cost: CostDto | undefined;
  readonly margin: MarginDto | null | undefined;
  readonly total: AmountDto | null;
  /** More units that cost less in all. */
  readonly cheaperAt: PriceExplanation["cheaperAt"];
};

/** One amount for every quantity: the total is rounded once. What is billed by use alone has the figures of one unit used. */
export function flatFigures(plan: PlanDto, quantity: string): QuantityFigures {
  const { cost, margin } = soleUse(plan) ?? plan;
  return { price: plan.price, cost, margin, total: plan.price && timesRounded(plan.price, quantity), cheaperAt: null };
}

/** With tiers the desk's engine says what a quantity comes to; until it does, the plan knows its least quantity only. */
export function tieredFigures(plan: PlanDto, quantity: string, answer: PriceExplanation | undefined): QuantityFigures {
  const part = answer?.parts.find(({ kind }) => kind === "recurring");
  if (!answer || !part) {
    const isLeast = quantity === offerQuantity(plan);
    return {
      price: isLeast ? plan.price : null,
      cost: plan.cost && (isLeast ? plan.cost : { unknown: "notProvided" }),
      margin: plan.margin && (isLeast ? plan.margin : null),
      total: isLeast && quantity === "1" ? plan.price : null,
      cheaperAt: null,
    };
  }
  const { price, cost, margin, total } = part;
  return { price, cost, margin, total, cheaperAt: answer.cheaperAt };
}

function timesRounded({ amount, currency }: AmountDto, quantity: string): AmountDto {
  const digits = minorUnits(currency);
  const exact = multiplyDecimals(decimal(amount), decimal(quantity));
  return { amount: formatDecimal(roundDecimal(exact, digits), digits), currency };
}
