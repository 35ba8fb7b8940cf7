"use client";

import { ShoppingCart } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import {
  costOrigin,
  costUnknownWhy,
  foreignCurrency,
  knownCost,
  notOrderableSentence,
} from "@/components/catalog/cost-words";
import { isByUse, overuseWords, soleUse } from "@/components/document/overuse-words";
import { lineTotal, unitAt } from "@/components/product/line-preview";
import { WhyPrice } from "@/components/pricing/why-price";
import { MarginRows, MoneyRow } from "@/components/product/money-row";
import { useAddPlan } from "@/components/product/use-add-plan";
import { address } from "@/components/ui/address";
import { Amount, columnDigits, Unknown } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { formatPerInFull, formatQuantity } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import { productPricePath } from "@/lib/client/pricing-queries";
import type { PlanDto, ProductDto } from "@/lib/contracts/product";
import { marginOf } from "@/lib/domain/money/margin";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import { fromAmount } from "@/lib/domain/money/money";

type MoneyPanelProps = {
  product: Pick<ProductDto, "vendor" | "key" | "name" | "setupPrice">;
  plan: PlanDto;
  rows: ProductDto["prices"];
};

/** Cost, price and margin as aligned figures at the quantity chosen, and the one primary act of the page. */
export function MoneyPanel({ product, plan, rows }: MoneyPanelProps) {
  const [quantity, setQuantity] = useState(offerQuantity(plan));
  const cart = useAddPlan(product, plan);
  const byUse = isByUse(plan);
  const sole = soleUse(plan);
  const toldCost = sole ? sole.cost : plan.cost;
  const cost = knownCost(toldCost);
  const price = plan.price ? unitAt(plan.price, quantity, plan, rows, "price") : null;
  const unitCost = cost ? unitAt(cost, quantity, plan, rows, "cost") : null;
  const margin =
    price && unitCost && price.currency === unitCost.currency ? marginAt(unitCost, price) : (sole ?? plan).margin;
  const total = plan.price ? lineTotal(plan.price, quantity, plan, rows, "price") : null;
  const digits = columnDigits([price, unitCost, margin]);
  const elsewhere = foreignCurrency(cost, (sole ?? plan).price);
  const used = overuseWords(plan);

  return (
    <section aria-label="Price and order" className="panel lg:sticky lg:top-17">
      <dl className="grid gap-1.5 px-5 pt-4 pb-3">
        <div className="text-caption text-ink-muted flex justify-between">
          <dt>Unit</dt>
          <dd>
            {(plan.price ?? plan.overuse[0]?.price)?.currency}{" "}
            {byUse ? "per unit used" : formatPerInFull(plan.billingPeriod)}
          </dd>
        </div>
        {plan.cost === undefined ? null : (
          <MoneyRow
            label="Cost"
            note={cost ? costOrigin(cost) : null}
            under={elsewhere ? `cost in ${elsewhere}, so no margin` : null}
          >
            {unitCost ? (
              <span className="text-ink-muted">
                <Amount value={unitCost} digits={digits} currency={elsewhere !== null} />
              </span>
            ) : (
              <Unknown why={costUnknownWhy(toldCost)} />
            )}
          </MoneyRow>
        )}
        <MoneyRow label="Price" under={[plan.pricePrefix, plan.priceSuffix].filter(Boolean).join(" … ") || null} strong>
          {price ? (
            <Amount value={price} digits={digits} />
          ) : byUse ? (
            "by use"
          ) : (
            <Unknown why={notOrderableSentence(plan.notOrderable) ?? "no price"} />
          )}
        </MoneyRow>
        {plan.listPrice && plan.listPrice.amount !== price?.amount ? (
          <MoneyRow label="List price">
            <span className="text-ink-muted">
              <Amount value={plan.listPrice} digits={digits} />
            </span>
          </MoneyRow>
        ) : null}
        {product.setupPrice ? (
          <MoneyRow label="Set-up" note="once">
            <Amount value={product.setupPrice} digits={digits} />
          </MoneyRow>
        ) : null}
        {used ? (
          <div className="text-caption text-ink-muted">
            <dt className="sr-only">Use</dt>
            <dd className="figures text-right">{used}</dd>
          </div>
        ) : null}
        {plan.price ? (
          <div className="-mr-2 flex justify-end">
            <dt className="sr-only">Reasons</dt>
            <dd>
              <WhyPrice
                name={product.name}
                path={productPricePath(product, { plan: plan.key, quantity, currency: plan.price.currency })}
              />
            </dd>
          </div>
        ) : null}
        {plan.margin === undefined ? null : (
          <MarginRows margin={margin ?? null} digits={digits} unknown={`margin unknown: ${costUnknownWhy(toldCost)}`} />
        )}
      </dl>
      {plan.orderable ? (
        <div className="grid gap-3 border-t px-5 py-4">
          <div className="flex items-start justify-between gap-3">
            <QuantityStepper
              size="large"
              name={`Quantity of ${product.name}`}
              value={quantity}
              minimum={offerQuantity(plan)}
              maximum={plan.maximum}
              onChange={setQuantity}
            />
            <p className="grid justify-items-end pt-0.5">
              <span className="text-title font-strong">
                {total ? (
                  <Amount value={total} currency />
                ) : (
                  <Unknown why={byUse ? "no total: billed by use" : "the cart works out this quantity"} />
                )}
              </span>
              <span className="text-caption text-ink-muted">
                {byUse ? "by use" : formatPerInFull(plan.billingPeriod)}, {limits(plan)}
              </span>
            </p>
          </div>
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
      ) : (
        <div className="border-t p-4">
          <Notice tone="stale">{notOrderableSentence(plan.notOrderable) ?? "This plan cannot be ordered."}</Notice>
        </div>
      )}
    </section>
  );
}

function marginAt(cost: { amount: string; currency: string }, price: { amount: string; currency: string }) {
  return marginOf(fromAmount(cost), fromAmount(price));
}

function limits(plan: PlanDto): string {
  const least = formatQuantity(offerQuantity(plan));
  return plan.maximum === null ? `from ${least}` : `${least} to ${formatQuantity(plan.maximum)}`;
}
