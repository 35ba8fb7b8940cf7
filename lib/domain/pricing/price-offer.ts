import type { PlanAmounts } from "@/lib/domain/catalog/plan-amounts";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { type Amount, toAmount } from "@/lib/domain/money/money";
import { askLine, costAlone, overuseOf, recurringOf, setupOf } from "@/lib/domain/pricing/asked-line";
import { type Cost, isKnownCost } from "@/lib/domain/pricing/cost";
import { finishCharge, unitAmount, unitCost } from "@/lib/domain/pricing/finish-charge";
import type { OverusePrice } from "@/lib/domain/pricing/overuse";
import type { PricedCharge, PriceLineInput } from "@/lib/domain/pricing/priced-line";

/** A plan's unit amounts without their explanation: the short way for lists of many products. */
export type PricedOffer = {
  readonly currency: CurrencyCode;
  readonly inAskedCurrency: boolean;
  readonly recurring: Omit<PricedCharge, "steps"> | null;
  readonly setup: Omit<PricedCharge, "steps"> | null;
  readonly overuse: readonly OverusePrice[];
};

export function priceOffer(input: PriceLineInput): PricedOffer {
  const asked = askLine(input);
  const [recurring, setup] = [recurringOf(asked), setupOf(asked)];
  return {
    currency: asked.currency,
    inAskedCurrency: asked.currency === input.currency,
    recurring: recurring && finishCharge(recurring),
    setup: setup && finishCharge(setup),
    overuse: overuseOf(asked),
  };
}

/** What `priceOffer` asks for one unit, the set-up where there is nothing else; null where nobody gives a price. */
export function offerPrice(input: PriceLineInput): Amount | null {
  const asked = askLine(input);
  const charge = recurringOf(asked) ?? setupOf(asked);
  return charge && toAmount(unitAmount(charge, charge.table));
}

/** The same amounts as `priceOffer`'s as plain decimals per unit, in the asked currency or not at all. */
export function offerAmounts(input: PriceLineInput): PlanAmounts | null {
  const asked = askLine(input);
  if (asked.currency !== input.currency) return null;
  const [recurring, setup] = [recurringOf(asked), setupOf(asked)];
  return {
    price: recurring && toAmount(unitAmount(recurring, recurring.table)).amount,
    listPrice: recurring?.list ? toAmount(unitAmount(recurring, recurring.list)).amount : null,
    setupPrice: setup && toAmount(unitAmount(setup, setup.table)).amount,
    cost: listedCost(recurring ? unitCost(recurring) : costAlone(asked), input.currency),
    overuse: overuseOf(asked),
  };
}

function listedCost(cost: Cost, currency: CurrencyCode): PlanAmounts["cost"] {
  if (!isKnownCost(cost)) return cost;
  const { amount, origin, estimated } = cost;
  const elsewhere = cost.currency === currency ? {} : { currency: cost.currency };
  return { amount, origin, ...(estimated ? { estimated } : {}), ...elsewhere };
}
