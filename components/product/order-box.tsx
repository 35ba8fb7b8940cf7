"use client";

import { ShoppingCart } from "lucide-react";
import Link from "next/link";
import { useAddPlan } from "@/components/product/use-add-plan";
import type { useQuantityFigures } from "@/components/product/use-quantity-figures";
import { address } from "@/components/ui/address";
import { Amount, Unknown } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { formatMoney, formatPerInFull, formatQuantity } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import type { PlanDto, ProductDto } from "@/lib/contracts/product";
import { compareDecimals, decimal } from "@/lib/domain/money/decimal";
import { isByUse } from "@/lib/domain/pricing/by-use";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";

type OrderBoxProps = {
  product: Pick<ProductDto, "vendor" | "key" | "name">;
  plan: PlanDto;
  quantity: string;
  figures: ReturnType<typeof useQuantityFigures>;
  onQuantity: (quantity: string) => void;
};

/** How many, what that comes to, and the one primary act of the page. */
export function OrderBox({ product, plan, quantity, figures, onQuantity }: OrderBoxProps) {
  const cart = useAddPlan(product, plan);
  const byUse = isByUse(plan);
  return (
    <div className="grid gap-3 border-t px-5 py-4">
      <div className="flex items-start justify-between gap-3">
        <QuantityStepper
          size="large"
          name={`Quantity of ${product.name}`}
          value={quantity}
          minimum={offerQuantity(plan)}
          maximum={plan.maximum}
          onChange={onQuantity}
        />
        <p className={`grid justify-items-end pt-0.5 ${figures.isOld ? "opacity-60" : ""}`}>
          <span className="text-title font-strong">
            {figures.total ? (
              <Amount value={figures.total} currency />
            ) : (
              <Unknown why={byUse ? "no total: billed by use" : "the total of this quantity is not known"} />
            )}
          </span>
          <span className="text-caption text-ink-muted">
            {byUse ? "by use" : formatPerInFull(plan.billingPeriod)}, {limits(plan)}
          </span>
        </p>
      </div>
      <CheaperMore figures={figures} maximum={plan.maximum} onTake={onQuantity} />
      <Button
        tone="primary"
        size="large"
        busy={cart.isAdding}
        data-add
        title="Add to cart (a)"
        aria-keyshortcuts="a"
        onClick={() => cart.add(quantity)}
      >
        <ShoppingCart aria-hidden="true" />
        Add to cart
      </Button>
      <p className="text-table text-ink-muted min-h-[1.15rem]">
        {cart.line ? (
          <>
            In “{cart.cartName}”: {formatQuantity(cart.line.quantity)}.{" "}
            <Link href={address(`/carts/${cart.cartId}`)} className="link">
              Open cart
            </Link>
          </>
        ) : cart.cartName ? (
          `Goes into “${cart.cartName}”`
        ) : (
          "Begins a new cart"
        )}
      </p>
      {cart.refusal ? (
        <Notice tone="loss" role="alert">
          {cart.refusal}
        </Notice>
      ) : null}
    </div>
  );
}

type CheaperMoreProps = {
  figures: OrderBoxProps["figures"];
  maximum: string | null;
  onTake: (quantity: string) => void;
};

/** A later tier may make more units cost less in all; a quantity is never changed but by whoever asks for it. */
function CheaperMore({ figures: { cheaperAt, refusal }, maximum, onTake }: CheaperMoreProps) {
  if (refusal) return <Notice tone="stale">{refusal}</Notice>;
  if (!cheaperAt || (maximum && compareDecimals(decimal(cheaperAt.quantity), decimal(maximum)) > 0)) return null;
  const more = formatQuantity(cheaperAt.quantity);
  return (
    <Notice actions={<Button onClick={() => onTake(cheaperAt.quantity)}>Take {more}</Button>}>
      {more} units cost less in all: <span className="figures whitespace-nowrap">{formatMoney(cheaperAt.total)}</span>
    </Notice>
  );
}

function limits(plan: PlanDto): string {
  const least = formatQuantity(offerQuantity(plan));
  return plan.maximum === null ? `from ${least}` : `${least} to ${formatQuantity(plan.maximum)}`;
}
