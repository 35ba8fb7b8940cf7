import type { Product, ProductRef } from "@/lib/domain/catalog/product";

/** What the rules may look at besides the plan. */
export type PriceContext = ProductRef & {
  readonly service: string | null;
  readonly categories: readonly string[];
  readonly customer: string | null;
};

/** What price rules may look at of a product sold to a customer. */
export function priceContext(
  product: Pick<Product, "vendor" | "key" | "service" | "categories">,
  customer: string | null,
): PriceContext {
  const { vendor, key, service, categories } = product;
  return { vendor, key, service, categories, customer };
}
