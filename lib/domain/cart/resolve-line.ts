import type { NotOrderableReason, Plan, Product } from "@/lib/domain/catalog/product";
import type { Cart, CartLine, ProductLookup } from "@/lib/domain/cart/cart";

/** A line with what the catalog says of it today; null where it says nothing any more. */
export type ResolvedLine = {
  readonly line: CartLine;
  readonly product: Product | null;
  readonly plan: Plan | null;
};

export type KnownLine = ResolvedLine & { readonly product: Product; readonly plan: Plan };

export function resolveLines(cart: Pick<Cart, "lines">, lookup: ProductLookup): ResolvedLine[] {
  return cart.lines.map((line) => {
    const product = lookup(line);
    return { line, product, plan: product && choosePlan(product, line.plan) };
  });
}

export function isKnownLine(resolved: ResolvedLine): resolved is KnownLine {
  return resolved.product !== null && resolved.plan !== null;
}

/** The named plan; without a name the first that can be ordered, else the first. Null where it is not offered. */
export function choosePlan(product: Product, key: string | null): Plan | null {
  if (key !== null) return product.plans.find((plan) => plan.key === key) ?? null;
  return product.plans.find((plan) => plan.notOrderable === null) ?? product.plans[0] ?? null;
}

export function whyNotOrderable(product: Product, plan: Plan): NotOrderableReason | null {
  return product.archived ? "archived" : plan.notOrderable;
}
