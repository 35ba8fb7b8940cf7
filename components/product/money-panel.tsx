"use client";

import { ShoppingCart } from "lucide-react";
import Link from "next/link";
import { useState, type ReactNode } from "react";
import {
  costOrigin,
  costUnknownWhy,
  foreignCurrency,
  knownCost,
  notOrderableLabel,
  notOrderableSentence,
} from "@/components/catalog/cost-words";
import { isByUse, overuseWords } from "@/components/document/overuse-words";
import type { Tiers } from "@/components/product/choose-plan";
import { WhyPrice } from "@/components/pricing/why-price";
import { MarginRows, MoneyRow } from "@/components/product/money-row";
import type { QuantityFigures } from "@/components/product/quantity-figures";
import { useAddPlan } from "@/components/product/use-add-plan";
import { useQuantityFigures } from "@/components/product/use-quantity-figures";
import { address } from "@/components/ui/address";
import { Amount, columnDigits, Unknown } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { formatCommitment, formatMoney, formatPerInFull, formatQuantity, isZero } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import { productPricePath } from "@/lib/client/pricing-queries";
import type { PlanDto, ProductDto } from "@/lib/contracts/product";
import { compareDecimals, decimal } from "@/lib/domain/money/decimal";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";

type MoneyPanelProps = {
  product: Pick<ProductDto, "vendor" | "key" | "name" | "setupPrice">;
  plan: PlanDto;
  tiers: Tiers;
};

/** Cost, price and margin as aligned figures at the quantity chosen, and the one primary act of the page. */
export function MoneyPanel({ product, plan, tiers }: MoneyPanelProps) {
  const [quantity, setQuantity] = useState(offerQuantity(plan));
  const {
    price,
    cost: toldCost,
    margin,
    total,
    isOld,
    ...told
  } = useQuantityFigures({ product, plan, tiers }, quantity);
  const cart = useAddPlan(product, plan);
  const byUse = isByUse(plan);
  const cost = knownCost(toldCost);
  const digits = columnDigits([price, cost, margin]);
  const elsewhere = foreignCurrency(cost, price ?? plan.overuse[0]?.price ?? null);
  const used = overuseWords(plan);
  const old = isOld ? "opacity-60" : "";

  return (
    <section aria-label="Price and order" className="panel lg:sticky lg:top-17">
      <dl className={`grid gap-1.5 px-5 pt-4 pb-3 ${old}`}>
        <SmallRow label="Unit">
          {(plan.price ?? plan.overuse[0]?.price)?.currency}{" "}
          {byUse ? "per unit used" : formatPerInFull(plan.billingPeriod)}
        </SmallRow>
        <SmallRow label="Commitment">{formatCommitment(plan.commitment)}</SmallRow>
        {plan.cost === undefined ? null : (
          <MoneyRow
            label="Cost"
            note={cost ? costOrigin(cost) : null}
            under={elsewhere ? `cost in ${elsewhere}, so no margin` : null}
          >
            {cost ? (
              <span className="text-ink-muted">
                <Amount value={cost} digits={digits} currency={elsewhere !== null} />
              </span>
            ) : (
              <Unknown why={costUnknownWhy(toldCost)} />
            )}
          </MoneyRow>
        )}
        <MoneyRow
          label="Price"
          note={tiers === "graduated" ? "average of the tiers" : plan.pricePrefix}
          under={plan.priceSuffix}
          strong
        >
          {price && !isZero(price.amount) ? (
            <Amount value={price} digits={digits} />
          ) : (
            (notOrderableLabel(plan.notOrderable) ?? (price ? "Free" : byUse ? "by use" : <Unknown why="no price" />))
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
            <p className={`grid justify-items-end pt-0.5 ${old}`}>
              <span className="text-title font-strong">
                {total ? (
                  <Amount value={total} currency />
                ) : (
                  <Unknown why={byUse ? "no total: billed by use" : "the total of this quantity is not known"} />
                )}
              </span>
              <span className="text-caption text-ink-muted">
                {byUse ? "by use" : formatPerInFull(plan.billingPeriod)}, {limits(plan)}
              </span>
            </p>
          </div>
          <CheaperMore {...told} maximum={plan.maximum} onTake={setQuantity} />
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

function SmallRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="text-caption text-ink-muted flex justify-between">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type CheaperMoreProps = {
  cheaperAt: QuantityFigures["cheaperAt"];
  refusal: string | null;
  maximum: string | null;
  onTake: (quantity: string) => void;
};

/** A later tier may make more units cost less in all; a quantity is never changed but by whoever asks for it. */
function CheaperMore({ cheaperAt, refusal, maximum, onTake }: CheaperMoreProps) {
  if (refusal) return <Notice tone="stale">{refusal}</Notice>;
  if (!cheaperAt || (maximum && compareDecimals(decimal(cheaperAt.quantity), decimal(maximum)) > 0)) return null;
  const more = formatQuantity(cheaperAt.quantity);
  return (
    <Notice actions={<Button onClick={() => onTake(cheaperAt.quantity)}>Take {more}</Button>}>
      {more} units cost less in all: {formatMoney(cheaperAt.total)}
    </Notice>
  );
}

function limits(plan: PlanDto): string {
  const least = formatQuantity(offerQuantity(plan));
  return plan.maximum === null ? `from ${least}` : `${least} to ${formatQuantity(plan.maximum)}`;
}
