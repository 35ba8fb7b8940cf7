import {
  costOrigin,
  costUnknownWhy,
  foreignCurrency,
  knownCost,
  notOrderableLabel,
} from "@/components/catalog/cost-words";
import { overuseWords } from "@/components/document/overuse-words";
import { affixesOf } from "@/components/product/price-words";
import { Amount, Unknown } from "@/components/ui/amount";
import { formatPer, isZero } from "@/components/ui/format";
import type { PlanDto } from "@/lib/contracts/product";
import { isByUse } from "@/lib/domain/pricing/by-use";

type PlanFigureProps = { plan: PlanDto; digits: number };

export function CostOfPlan({ plan, digits }: PlanFigureProps) {
  const cost = knownCost(plan.cost);
  if (!cost) return <Unknown why={costUnknownWhy(plan.cost)} />;
  const elsewhere = foreignCurrency(cost, plan.price);
  return (
    <span className="text-ink-muted" title={costOrigin(cost)}>
      <Amount value={cost} digits={digits} currency />
      {cost.estimated ? <span className="text-caption text-stale block">estimated</span> : null}
      {elsewhere ? <span className="text-caption block">cost in {elsewhere}</span> : null}
    </span>
  );
}

export function PriceOfPlan({ plan, digits }: PlanFigureProps) {
  const words = notOrderableLabel(plan.notOrderable);
  if (isByUse(plan) && !words) return <span className="text-ink-muted">by use</span>;
  if (!plan.price) return words ? <span className="text-ink-muted">{words}</span> : <Unknown why="no price" />;
  if (isZero(plan.price.amount)) {
    const free = [words ?? "Free", overuseWords(plan)].filter(Boolean).join(", ");
    return <span className="text-ink-muted">{free}</span>;
  }
  return (
    <>
      <Amount value={plan.price} digits={digits} currency />
      <span className="text-ink-faint text-caption inline-block w-9 pl-1 text-left">
        {formatPer(plan.billingPeriod)}
      </span>
      <span className="text-caption text-ink-muted block whitespace-normal empty:hidden">{affixesOf(plan)}</span>
    </>
  );
}
