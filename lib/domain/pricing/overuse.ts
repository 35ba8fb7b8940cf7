import { type DecimalString, formatDecimal } from "@/lib/domain/money/decimal";
import { trimDecimal } from "@/lib/domain/money/decimal-arithmetic";
import type { Margin } from "@/lib/domain/money/margin";
import type { Amount } from "@/lib/domain/money/money";
import type { TierModel } from "@/lib/domain/catalog/product";
import { type ChargeInput, computeCharge } from "@/lib/domain/pricing/compute-charge";
import type { Cost } from "@/lib/domain/pricing/cost";
import { finishCharge } from "@/lib/domain/pricing/finish-charge";
import { proposeCharge } from "@/lib/domain/pricing/propose-charge";

/** What one unit used comes to. Nobody knows how many will be used, so it is never part of a total. */
export type OverusePrice = {
  /** Start of the tier in units used; "0" where there are no tiers. */
  readonly from: DecimalString;
  readonly model: TierModel;
  readonly price: Amount;
  readonly listPrice: Amount | null;
  readonly cost: Cost;
  readonly margin: Margin | null;
};

/** What of it may leave the house. */
export type PublicOveruse = { from: DecimalString; model: TierModel; price: Amount };

export function publicOveruse({ from, model, price: { amount, currency } }: OverusePrice): PublicOveruse {
  return { from, model, price: { amount, currency } };
}

/** One per tier of the price, each with the cost and list price of that tier's first unit. */
export function overusePrices(input: ChargeInput): OverusePrice[] {
  const tiers = computeCharge(input)?.table.tiers ?? [];
  return tiers.flatMap(({ from }) => {
    const proposed = proposeCharge({ ...input, quantity: from });
    if (!proposed) return [];
    const { price, listPrice, cost, margin } = finishCharge(proposed);
    return [{ from: formatDecimal(trimDecimal(from)), model: proposed.table.model, price, listPrice, cost, margin }];
  });
}
