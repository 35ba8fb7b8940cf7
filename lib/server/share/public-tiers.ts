import type { PublicProduct } from "@/lib/contracts/public-product";
import type { Plan } from "@/lib/domain/catalog/product";
import { compareDecimals, decimal } from "@/lib/domain/money/decimal";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import type { PricedCharge } from "@/lib/domain/pricing/priced-line";

type PublicTiers = NonNullable<PublicProduct["plans"][number]["tiers"]>;
type PriceAt = (quantity: string) => Omit<PricedCharge, "steps"> | null;

/** Our prices by quantity, asked of the engine at every start; a start that changes no price of ours is not told. */
export function publicTiers(plan: Plan, priceAt: PriceAt): PublicTiers | null {
  const least = offerQuantity(plan);
  const prices: PublicTiers["prices"] = [];
  let model: PublicTiers["model"] = "volume";
  for (const from of [least, ...startsAfter(plan, least)]) {
    const charge = priceAt(from);
    // With graduated tiers the unit price is an average; the last part is the tier that begins here.
    const price = charge?.tiers.at(-1)?.price ?? charge?.price;
    if (!charge || !price) return null;
    if (charge.model === "graduated") model = "graduated";
    if (prices.at(-1)?.price.amount !== price.amount) prices.push({ from, price });
  }
  return prices.length > 1 ? { model, prices } : null;
}

function startsAfter({ prices, maximum }: Plan, least: string): string[] {
  const starts = new Set(prices.flatMap(({ kind, from }) => (kind === "recurring" ? [from] : [])));
  return [...starts]
    .filter((from) => compareDecimals(decimal(from), decimal(least)) > 0)
    .filter((from) => maximum === null || compareDecimals(decimal(from), decimal(maximum)) <= 0)
    .sort((a, b) => compareDecimals(decimal(a), decimal(b)));
}
