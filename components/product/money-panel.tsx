"use client";

import { useState, type ReactNode } from "react";
import {
  costOrigin,
  costUnknownWhy,
  foreignCurrency,
  knownCost,
  notOrderableLabel,
  notOrderableSentence,
} from "@/components/catalog/cost-words";
import { overuseWords } from "@/components/document/overuse-words";
import type { Tiers } from "@/components/product/choose-plan";
import { WhyPrice } from "@/components/pricing/why-price";
import { MarginRows, MoneyRow } from "@/components/product/money-row";
import { OrderBox } from "@/components/product/order-box";
import { useQuantityFigures } from "@/components/product/use-quantity-figures";
import { Amount, columnDigits, Unknown } from "@/components/ui/amount";
import { formatCommitment, formatPerInFull, isZero } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { productPricePath } from "@/lib/client/pricing-queries";
import type { PlanDto, ProductDto } from "@/lib/contracts/product";
import { isByUse } from "@/lib/domain/pricing/by-use";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";

type MoneyPanelProps = {
  product: Pick<ProductDto, "vendor" | "key" | "name" | "setupPrice">;
  plan: PlanDto;
  tiers: Tiers;
};

/** Cost, price and margin as aligned figures at the quantity chosen, and the one primary act of the page. */
export function MoneyPanel({ product, plan, tiers }: MoneyPanelProps) {
  const [quantity, setQuantity] = useState(offerQuantity(plan));
  const figures = useQuantityFigures({ product, plan, tiers }, quantity);
  const { price, cost: toldCost, margin } = figures;
  const byUse = isByUse(plan);
  const cost = knownCost(toldCost);
  const digits = columnDigits([price, cost, margin]);
  const elsewhere = foreignCurrency(cost, price ?? plan.overuse[0]?.price ?? null);
  const used = overuseWords(plan);

  return (
    <section aria-label="Price and order" className="panel lg:sticky lg:top-17">
      <dl className={`grid gap-1.5 px-5 pt-4 pb-3 ${figures.isOld ? "opacity-60" : ""}`}>
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
        <OrderBox product={product} plan={plan} quantity={quantity} figures={figures} onQuantity={setQuantity} />
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
