"use client";

import { announce } from "@/components/ui/announce";
import { useActiveCart, useActiveCartLines, useAddToCart } from "@/lib/client/active-cart-queries";
import type { PlanDto, ProductDto } from "@/lib/contracts/product";

/** One plan of one product and the active cart. */
export function useAddPlan({ vendor, key, name }: Pick<ProductDto, "vendor" | "key" | "name">, plan: PlanDto) {
  const { active } = useActiveCart();
  const lines = useActiveCartLines();
  const addToCart = useAddToCart();
  const line = lines.find(
    (one) => one.vendor === vendor && one.key === key && (one.plan === plan.key || one.plan === null),
  );
  return {
    cartId: active?.id ?? null,
    cartName: active?.name ?? null,
    line,
    isAdding: addToCart.isPending,
    refusal: addToCart.error?.message ?? null,
    add: (quantity: string) =>
      addToCart.mutate(
        { line: { vendor, key, plan: plan.key, quantity }, currency: plan.price?.currency ?? "USD" },
        { onSuccess: (cart) => announce(`${name} is in cart ${cart.name}`) },
      ),
  };
}
