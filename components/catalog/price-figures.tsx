import {
  costOrigin,
  costUnknownWhy,
  foreignCurrency,
  knownCost,
  notOrderableLabel,
} from "@/components/catalog/cost-words";
import { overuseWords } from "@/components/document/overuse-words";
import { Amount, Unknown } from "@/components/ui/amount";
import { formatMoney, formatNumber, formatPer, formatPerInFull, isZero } from "@/components/ui/format";
import { MarginFigure } from "@/components/ui/margin";
import type { AmountDto } from "@/lib/contracts/amount";
import type { ProductSummary } from "@/lib/contracts/catalog";
import { normaliseAmount, type PriceView } from "@/lib/domain/money/normalise-amount";
import { isByUse, soleUse } from "@/lib/domain/pricing/by-use";
import { lowestPrice } from "@/lib/domain/pricing/lowest-price";

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

/** "0.0184 / unit": what one unit used comes to, whatever the price view: nobody knows how many it will be. */
function UseFigure({ value, look, from = false }: { value: AmountDto; look: FigureLook; from?: boolean }) {
  return (
    <span className="whitespace-nowrap">
      {from ? <span className="text-ink-muted text-caption">from </span> : null}
      <Amount value={value} digits={look.digits} currency={value.currency !== look.currency} />
      <span className="text-ink-faint text-caption inline-block min-w-9 pl-1 text-left">/ unit</span>
    </span>
  );
}

function UsePrice({ product, look }: { product: ProductSummary; look: FigureLook }) {
  const least = lowestPrice(product.overuse);
  if (!least) return <UnknownFigure why="no price" />;
  return (
    <span className="inline-grid max-md:max-w-full justify-items-end" title={overuseWords(product) ?? undefined}>
      <UseFigure value={least} look={look} from={product.overuse.length > 1} />
      <span className="text-caption text-ink-muted">by use</span>
    </span>
  );
}

export function PriceCell({ product, look }: { product: ProductSummary; look: FigureLook }) {
  // An archived product is marked beside its name.
  const words = product.archived ? null : notOrderableLabel(product.notOrderable);
  if (!words && isByUse(product)) return <UsePrice product={product} look={look} />;
  if (!product.price) return words ? <span className="text-ink-muted">{words}</span> : <UnknownFigure why="no price" />;
  if (isZero(product.price.amount)) return <FreeFigure product={product} words={words} />;
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
    <span className="inline-grid max-md:max-w-full justify-items-end">
      <PeriodFigure value={product.price} period={product.billingPeriod} look={look} />
      {notes.length > 0 ? (
        <span
          className="price-note text-caption text-ink-muted max-w-44 overflow-clip text-ellipsis whitespace-nowrap"
          title={`${inFull}${words ? ` · ${words}` : ""}`}
        >
          {notes.join(" · ")}
        </span>
      ) : null}
    </span>
  );
}

/** What is free up to a limit says what a unit above it comes to. */
function FreeFigure({ product, words }: { product: ProductSummary; words: string | null }) {
  const above = words === null ? lowestPrice(product.overuse) : null;
  return (
    <span
      className="text-ink-muted inline-grid justify-items-end"
      title={(above && overuseWords(product)) ?? undefined}
    >
      {words ?? "Free"}
      {above ? (
        <span className="text-caption whitespace-nowrap">
          {product.overuse.length > 1 ? "then from " : "then "}
          {formatNumber(above.amount)} / unit
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
  const used = soleUse(product);
  const cost = knownCost(used ? used.cost : product.cost);
  if (!cost) return <UnknownFigure why={costUnknownWhy(product.cost)} />;
  const elsewhere = foreignCurrency(cost, (used ?? product).price);
  return (
    <span className="text-ink-muted inline-grid justify-items-end" title={costOrigin(cost)}>
      {used ? (
        <UseFigure value={cost} look={look} />
      ) : (
        <PeriodFigure value={cost} period={product.billingPeriod} look={look} />
      )}
      {cost.estimated ? <span className="text-caption text-stale">estimated</span> : null}
      {elsewhere ? <span className="text-caption">cost in {elsewhere}</span> : null}
    </span>
  );
}

export function MarginCell({ product, look }: { product: ProductSummary; look: FigureLook }) {
  const used = soleUse(product);
  const { margin, cost } = used ?? product;
  if (!margin) return <MarginFigure margin={null} unknown={`margin unknown: ${costUnknownWhy(cost)}`} />;
  const shown = used ? { amount: margin } : normaliseAmount(margin, product.billingPeriod, look.per);
  return (
    <MarginFigure
      margin={{ ...shown.amount, percent: margin.percent }}
      digits={look.digits}
      currency={margin.currency !== look.currency}
      estimated={knownCost(cost)?.estimated === true}
    />
  );
}
