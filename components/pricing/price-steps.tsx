import { costUnknownWhy } from "@/components/catalog/cost-words";
import { Amount, Percent, Unknown } from "@/components/ui/amount";
import { formatNumber, formatPer, formatQuantity, fractionDigits } from "@/components/ui/format";
import type { PriceExplanation } from "@/lib/contracts/price-explanation";

type Part = PriceExplanation["parts"][number];

type PriceStepsProps = { part: Part; period: string | null };

/** One charge, step by step; the changes in the last column add up to its total. */
export function PriceSteps({ part, period }: PriceStepsProps) {
  const per = part.kind === "setup" ? null : period;
  return (
    <table className="ledger">
      <caption className="px-4 pt-1 pb-2 text-start">
        <span className="font-strong">{part.name}</span>{" "}
        <span className="text-ink-muted text-table">
          {formatQuantity(part.quantity)} × <Amount value={part.price} currency /> {formatPer(per)}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col" className="num">
            Unit
          </th>
          <th scope="col" className="num">
            Line
          </th>
        </tr>
      </thead>
      <tbody>
        {part.steps.map((step) => (
          <tr key={`${step.kind} ${step.text} ${step.unit ?? ""}`}>
            <th scope="row" className={`w-full min-w-40 text-start ${looks[step.kind]}`}>
              {step.text}
            </th>
            <td className={`num ${step.kind === "cost" ? "text-ink-muted" : ""}`}>
              {step.unit === null ? "" : formatNumber(step.unit)}
            </td>
            <td className="num">
              {step.change === null ? "" : signed(step.change, step.kind === "base", fractionDigits(part.total.amount))}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-strong">
          <th scope="row" className="border-line-strong border-t text-start">
            Total
          </th>
          <td className="num border-line-strong border-t">{formatNumber(part.price.amount)}</td>
          <td className="num border-line-strong border-t">
            <Amount value={part.total} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

const looks: Record<Part["steps"][number]["kind"], string> = {
  base: "",
  rule: "",
  rounding: "",
  typed: "",
  "line-rounding": "",
  tier: "text-ink-muted",
  cost: "text-ink-muted",
  "passed-over": "text-ink-muted italic",
};

/** The first amount stands as it is; what follows adds or takes. */
function signed(exact: string, first: boolean, digits: number): string {
  const missing = digits - fractionDigits(exact);
  const change = missing > 0 ? `${exact}${fractionDigits(exact) === 0 ? "." : ""}${"0".repeat(missing)}` : exact;
  return first || change.startsWith("-") || /^0*(\.0*)?$/.test(change)
    ? formatNumber(change)
    : `+${formatNumber(change)}`;
}

/** Margin and markup of a charge, for those whose answer carries them. */
export function PartMargin({ part }: { part: Part }) {
  if (part.margin === undefined) return null;
  return (
    <p className="text-table text-ink-muted border-t px-4 py-2">
      Margin (of price){" "}
      {part.margin ? (
        <span className="text-ink">
          <Amount value={part.margin} />
          {part.margin.percent === null ? null : (
            <>
              {" · "}
              <Percent value={part.margin.percent} />
            </>
          )}
        </span>
      ) : (
        <Unknown why={`no margin: ${costUnknownWhy(part.cost)}`} />
      )}
      {part.markup ? (
        <>
          {" — markup (of cost) "}
          <span className="text-ink">
            <Percent value={part.markup} />
          </span>
        </>
      ) : null}
    </p>
  );
}
