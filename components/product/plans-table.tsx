import { Circle, CircleDot } from "lucide-react";
import Link from "next/link";
import type { Route } from "next";
import { CostOfPlan, PriceOfPlan } from "@/components/product/plan-figures";
import { columnDigits } from "@/components/ui/amount";
import { formatBilling, formatCommitment, formatQuantity } from "@/components/ui/format";
import { MarginFigure } from "@/components/ui/margin";
import { costUnknownWhy, knownCost } from "@/components/catalog/cost-words";
import type { PlanDto } from "@/lib/contracts/product";

type PlansTableProps = { plans: readonly PlanDto[]; chosen: string; hrefOf: (plan: string) => Route };

const planTypes: Record<string, string> = { buy: "Buy", try: "Trial" };

export function planTypeWord(type: string): string {
  return planTypes[type] ?? type;
}

type WordColumn = { title: string; word: (plan: PlanDto) => string };

const wordColumns: readonly WordColumn[] = [
  { title: "Type", word: (plan) => planTypeWord(plan.type) },
  { title: "Billing", word: (plan) => formatBilling(plan.billingPeriod) },
  { title: "Commitment", word: (plan) => formatCommitment(plan.commitment) },
  {
    title: "Units",
    word: ({ minimum, maximum }) =>
      maximum === null ? `from ${formatQuantity(minimum)}` : `${formatQuantity(minimum)}–${formatQuantity(maximum)}`,
  },
];

/** All plans side by side: what differs is in ink, what is the same everywhere steps back. */
export function PlansTable({ plans, chosen, hrefOf }: PlansTableProps) {
  const differs = wordColumns.map(({ word }) => new Set(plans.map(word)).size > 1);
  const withCost = plans.some((plan) => plan.cost !== undefined);
  const digits = columnDigits(plans.flatMap((plan) => [plan.price, knownCost(plan.cost), plan.margin]));
  return (
    <div className="overflow-x-auto">
      <table className="ledger">
        <caption className="sr-only">Plans of this product</caption>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            {wordColumns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            {withCost ? (
              <th scope="col" className="num">
                Cost
              </th>
            ) : null}
            <th scope="col" className="num">
              Price
            </th>
            {withCost ? (
              <th scope="col" className="num">
                Margin <span className="text-ink-faint font-body">of price</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <PlanRow
              key={plan.key}
              plan={plan}
              chosen={plan.key === chosen}
              href={hrefOf(plan.key)}
              differs={differs}
              withCost={withCost}
              digits={digits}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type PlanRowProps = {
  plan: PlanDto;
  chosen: boolean;
  href: Route;
  differs: readonly boolean[];
  withCost: boolean;
  digits: number;
};

function PlanRow({ plan, chosen, href, differs, withCost, digits }: PlanRowProps) {
  const Mark = chosen ? CircleDot : Circle;
  return (
    <tr className={chosen ? "bg-accent-wash" : "hover:bg-wash"}>
      <th scope="row" className={chosen ? "shadow-[inset_2px_0_0_var(--accent)]" : ""}>
        <Link
          href={href}
          scroll={false}
          prefetch={false}
          aria-current={chosen ? "true" : undefined}
          className="quiet-link inline-flex items-center gap-2 font-medium"
        >
          <Mark aria-hidden="true" className={chosen ? "text-accent" : "text-ink-faint"} />
          {plan.name}
        </Link>
        {plan.partNumber ? <span className="part-number text-ink-muted block pl-6">{plan.partNumber}</span> : null}
      </th>
      {wordColumns.map(({ title, word }, index) => (
        <td key={title} className={differs[index] ? "whitespace-nowrap" : "text-ink-muted whitespace-nowrap"}>
          {word(plan)}
        </td>
      ))}
      {withCost ? (
        <td className="num">
          <CostOfPlan plan={plan} digits={digits} />
        </td>
      ) : null}
      <td className="num">
        <PriceOfPlan plan={plan} digits={digits} />
      </td>
      {withCost ? (
        <td className="num">
          <MarginFigure
            margin={plan.margin ?? null}
            digits={digits}
            unknown={`margin unknown: ${costUnknownWhy(plan.cost)}`}
          />
        </td>
      ) : null}
    </tr>
  );
}
