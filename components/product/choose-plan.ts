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
