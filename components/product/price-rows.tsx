import { Amount, columnDigits } from "@/components/ui/amount";
import { formatPerInFull, formatQuantity } from "@/components/ui/format";
import type { AmountDto } from "@/lib/contracts/amount";
import type { PlanDto, ProductDto } from "@/lib/contracts/product";

type Row = ProductDto["prices"][number];
type Side = Row["side"];
type Line = {
  kind: Row["kind"];
  currency: string;
  from: string;
  model: Row["model"];
  sides: Partial<Record<Side, AmountDto>>;
};

const kinds: Record<Row["kind"], string> = { recurring: "Recurring", setup: "Set-up", overuse: "Above the limit" };
const sideTitles: Record<Side, string> = { cost: "Cost", list: "List price", price: "Price" };
const models: Record<Row["model"], string> = { flat: "", volume: "all units", graduated: "units of this tier" };

type PriceRowsProps = {
  plan: PlanDto;
  rows: readonly Row[];
  /** Its amounts stand first. */
  currency: string | null;
};

/** Every amount the vendor gives for the plan: currency by currency, kind by kind, tier by tier. */
export function PriceRows({ plan, rows, currency }: PriceRowsProps) {
  const own = rows.filter((row) => row.plan === plan.key);
  const lines = linesOf([
    ...own.filter((row) => row.amount.currency === currency),
    ...own.filter((row) => row.amount.currency !== currency),
  ]);
  if (lines.length === 0) return <p className="text-ink-muted px-4 py-3">The vendor gives no prices for this plan.</p>;
  const sides = (["cost", "list", "price"] as const).filter((side) => lines.some((line) => line.sides[side]));
  const byUse = !own.some((row) => row.kind === "recurring" && row.side !== "cost");
  const tiered = lines.some((line) => line.model !== "flat" || line.from !== "0");
  const digits = columnDigits(lines.flatMap((line) => Object.values(line.sides)));
  return (
    <div className="overflow-x-auto">
      <table className="ledger">
        <caption className="sr-only">All prices of {plan.name}</caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Currency</th>
            {tiered ? <th scope="col">From unit</th> : null}
            {sides.map((side) => (
              <th key={side} scope="col" className="num">
                {sideTitles[side]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr
              key={`${line.kind} ${line.currency} ${line.from}`}
              className={line.currency === currency ? "" : "text-ink-muted"}
            >
              <th scope="row">
                {line.kind === "overuse" && byUse ? "By use" : kinds[line.kind]}
                <span className="text-ink-muted">
                  {" "}
                  {line.kind === "setup"
                    ? "once"
                    : line.kind === "overuse"
                      ? "per unit"
                      : formatPerInFull(plan.billingPeriod)}
                </span>
              </th>
              <td>{line.currency}</td>
              {tiered ? (
                <td className="figures">
                  {formatQuantity(line.from)} <span className="text-caption text-ink-muted">{models[line.model]}</span>
                </td>
              ) : null}
              {sides.map((side) => {
                const amount = line.sides[side];
                return (
                  <td
                    key={side}
                    className={side === "price" && line.currency === currency ? "num" : "num text-ink-muted"}
                  >
                    {amount ? <Amount value={amount} digits={digits} /> : <Absent />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Absent() {
  return (
    <span className="text-ink-faint">
      <span aria-hidden="true">—</span>
      <span className="sr-only">not provided</span>
    </span>
  );
}

function linesOf(rows: readonly Row[]): Line[] {
  const lines = new Map<string, Line>();
  for (const { kind, amount, from, model, side } of rows) {
    const key = `${kind} ${amount.currency} ${from}`;
    const line = lines.get(key) ?? { kind, currency: amount.currency, from, model, sides: {} };
    line.sides[side] ??= amount;
    lines.set(key, line);
  }
  return [...lines.values()];
}
