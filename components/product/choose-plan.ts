import type { PlanDto, ProductDto } from "@/lib/contracts/product";

/** The plan of the link; else the one whose price stands in the list; else one that can be ordered; else the first. */
export function choosePlan(product: ProductDto, wanted: string | undefined): PlanDto | null {
  const { plans, price } = product;
  const listed = (plan: PlanDto) =>
    plan.orderable && plan.price?.amount === price?.amount && plan.price?.currency === price?.currency;
  return (
    plans.find((plan) => plan.key === wanted) ??
    plans.find(listed) ??
    plans.find((plan) => plan.orderable) ??
    plans[0] ??
    null
  );
}

/** The currencies the product has prices in, in the vendor's order. */
export function currenciesOf(product: ProductDto): string[] {
  return [...new Set(product.prices.map((row) => row.amount.currency))];
}

export type Tiers = "flat" | "volume" | "graduated";

/** How the plan's own price follows the quantity; "flat" where neither it nor the cost does. */
export function tiersOf({ prices }: Pick<ProductDto, "prices">, plan: PlanDto): Tiers {
  const own = prices.filter(
    (row) => row.plan === plan.key && row.kind === "recurring" && row.amount.currency === plan.price?.currency,
  );
  if (own.every(({ from }) => from === "0" || from === "1")) return "flat";
  return own.some(({ side, model }) => side !== "cost" && model === "graduated") ? "graduated" : "volume";
}
