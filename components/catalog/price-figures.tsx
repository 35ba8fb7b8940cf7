import {
  costOrigin,
  costUnknownWhy,
  foreignCurrency,
  knownCost,
  notOrderableLabel,
} from "@/components/catalog/cost-words";
import { Amount, Unknown } from "@/components/ui/amount";
import { formatMoney, formatNumber, formatPer, formatPerInFull, isZero } from "@/components/ui/format";
import { MarginFigure } from "@/components/ui/margin";
import type { AmountDto } from "@/lib/contracts/amount";
import type { ProductSummary } from "@/lib/contracts/catalog";
import { normaliseAmount, type PriceView } from "@/lib/domain/money/normalise-amount";

/** `currency` stands in the column's head and is left out of its cells. */
export type FigureLook = { per: PriceView; digits: number; currency: string | null };

type PeriodFigureProps = { value: AmountDto; period: string | null; look: FigureLook; className?: string };

/** An amount with what it is per. A rounded one carries ≈ and keeps the billed amount in its tooltip. */
function PeriodFigure({ value, period, look, className = "" }: PeriodFigureProps) {
  const shown = normaliseAmount(value, period, look.per);
  const billed = `billed ${formatMoney(value)} ${formatPerInFull(period)}`;
  return (
    <span className={`whitespace-nowrap ${className}`} title={shown.exact ? undefined : billed}>
      {shown.exact ? null : (
        <>
          <span aria-hidden="true" className="text-ink-faint">
            ≈&nbsp;
          </span>
          <span className="sr-only">about, {billed}: </span>
        </>
      )}
      <Amount value={shown.amount} digits={look.digits} currency={value.currency !== look.currency} />
      <span className="text-ink-faint text-caption inline-block min-w-9 pl-1 text-left">{formatPer(shown.period)}</span>
    </span>
  );
}

/** Stands where the digits of its neighbours end. */
function UnknownFigure({ why }: { why: string }) {
  return (
    <>
      <Unknown why={why} />
      <span className="inline-block min-w-9" />
    </>
  );
}

export function PriceCell({ product, look }: { product: ProductSummary; look: FigureLook }) {
  const words = notOrderableLabel(product.notOrderable);
  if (!product.price) return words ? <span className="text-ink-muted">{words}</span> : <UnknownFigure why="no price" />;
  if (isZero(product.price.amount)) return <span className="text-ink-muted">{words ?? "Free"}</span>;
  const notes = [
    product.pricePrefix,
    shortSuffix(product.priceSuffix),
    product.setupPrice
      ? `+ set-up ${product.setupPrice.currency === look.currency ? formatNumber(product.setupPrice.amount) : formatMoney(product.setupPrice)}`
      : null,
    words,
  ].filter(Boolean);
  const inFull = [product.pricePrefix, formatMoney(product.price), product.priceSuffix].filter(Boolean).join(" ");
  return (
    <span className="inline-grid max-w-full justify-items-end">
      <PeriodFigure value={product.price} period={product.billingPeriod} look={look} />
      {notes.length > 0 ? (
        <span
          className="price-note text-caption text-ink-muted max-w-[min(100%,11rem)] truncate"
          title={`${inFull}${words ? ` · ${words}` : ""}`}
        >
          {notes.join(" · ")}
        </span>
      ) : null}
    </span>
  );
}

/** The period already stands behind the amount: "per user per month" → "per user". */
function shortSuffix(suffix: string | null): string | null {
  return suffix?.replace(/^per (month|year)$|,? per (month|year)$/i, "") || null;
}

export function CostCell({ product, look }: { product: ProductSummary; look: FigureLook }) {
  const cost = knownCost(product.cost);
  if (!cost) return <UnknownFigure why={costUnknownWhy(product.cost)} />;
  const elsewhere = foreignCurrency(cost, product.price);
  return (
    <span className="text-ink-muted inline-grid justify-items-end" title={costOrigin(cost)}>
      <PeriodFigure value={cost} period={product.billingPeriod} look={look} />
      {cost.estimated ? <span className="text-caption text-stale">estimated</span> : null}
      {elsewhere ? <span className="text-caption">cost in {elsewhere}</span> : null}
    </span>
  );
}

export function MarginCell({ product, look }: { product: ProductSummary; look: FigureLook }) {
  const { margin } = product;
  if (!margin) return <MarginFigure margin={null} unknown={`margin unknown: ${costUnknownWhy(product.cost)}`} />;
  const shown = normaliseAmount(margin, product.billingPeriod, look.per);
  return (
    <MarginFigure
      margin={{ ...shown.amount, percent: margin.percent }}
      digits={look.digits}
      currency={margin.currency !== look.currency}
    />
  );
}
