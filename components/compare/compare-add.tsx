"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { notOrderableSentence } from "@/components/catalog/cost-words";
import { useAddPlan } from "@/components/product/use-add-plan";
import { address } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { formatQuantity } from "@/components/ui/format";
import type { PlanDto, ProductDto } from "@/lib/contracts/product";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";

type CompareAddProps = {
  product: Pick<ProductDto, "vendor" | "key" | "name">;
  plan: PlanDto;
};

/** Adds the least quantity of this plan; once it is in the cart it says so and leads there. */
export function CompareAdd({ product, plan }: CompareAddProps) {
  const cart = useAddPlan(product, plan);
  if (!plan.orderable) {
    return <span className="text-ink-muted">{notOrderableSentence(plan.notOrderable) ?? "It cannot be ordered."}</span>;
  }
  if (cart.line) {
    return (
      <span className="text-table">
        In “{cart.cartName}”: {formatQuantity(cart.line.quantity)}.{" "}
        <Link href={address(`/carts/${cart.cartId}`)} prefetch={false} className="link">
          Open cart
        </Link>
      </span>
    );
  }
  const words = `Add ${formatQuantity(offerQuantity(plan))}`;
  return (
    <div className="grid justify-items-start gap-1">
      <Button
        busy={cart.isAdding}
        aria-label={`${words}: ${product.name}`}
        onClick={() => cart.add(offerQuantity(plan))}
      >
        <Plus aria-hidden="true" />
        {words}
      </Button>
      {cart.refusal ? (
        <p role="alert" className="text-loss text-table font-medium">
          {cart.refusal}
        </p>
      ) : null}
    </div>
  );
}
