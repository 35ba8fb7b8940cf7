import type { Product } from "@/lib/domain/catalog/product";
import type { PriceContext } from "@/lib/domain/pricing/priced-line";

/** What price rules may look at of a product sold to a customer. */
export function priceContext(
  product: Pick<Product, "vendor" | "key" | "service" | "categories">,
  customer: string | null,
): PriceContext {
  const { vendor, key, service, categories } = product;
  return { vendor, key, service, categories, customer };
}
