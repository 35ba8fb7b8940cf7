import { type PriceLine, priceLines, tierNotes } from "@/components/product/price-lines";
import { Amount, columnDigits } from "@/components/ui/amount";
import { formatPerInFull, formatQuantity } from "@/components/ui/format";
import type { PlanDto, ProductDto } from "@/lib/contracts/product";

type Row = ProductDto["prices"][number];

const kinds: Record<Row["kind"], string> = { recurring: "Recurring", setup: "Set-up", overuse: "Above the limit" };
const sideTitles = { cost: "Cost", list: "List price", price: "Price" } as const;

/** More lines than this in other currencies are folded away. */
const FOLDED_FROM = 8;

type PriceRowsProps = {
  plan: PlanDto;
  rows: readonly Row[];
  /** Its amounts stand first. */
  currency: string | null;
};

/** Every amount the vendor gives for the plan: currency by currency, kind by kind, tier by tier. */
export function PriceRows({ plan, rows, currency }: PriceRowsProps) {
  const own = rows.filter((row) => row.plan === plan.key);
  if (own.length === 0) return <p className="text-ink-muted px-4 py-3">The vendor gives no prices for this plan.</p>;
  const here = priceLines(own.filter((row) => row.amount.currency === currency));
  const elsewhere = priceLines(own.filter((row) => row.amount.currency !== currency));
  const isFolded = here.length > 0 && elsewhere.length > FOLDED_FROM;
  const byUse = !own.some((row) => row.kind === "recurring" && row.side !== "cost");
  const look = { plan, currency, byUse };
  return (
    <>
      <PriceTable {...look} lines={isFolded ? here : [...here, ...elsewhere]} />
      {tierNotes(own).map((note) => (
        <p key={note} className="text-caption text-ink-muted border-t px-4 py-2">
          {note}
        </p>
      ))}
      {isFolded ? (
        <details className="group/others border-t">
          <summary className="text-accent text-table list-none px-4 py-2.5 font-medium group-open/others:border-b [&::-webkit-details-marker]:hidden">
            Prices in {[...new Set(elsewhere.map((line) => line.currency))].join(", ")}
          </summary>
          <PriceTable {...look} lines={elsewhere} />
        </details>
      ) : null}
    </>
  );
}

type PriceTableProps = { plan: PlanDto; lines: readonly PriceLine[]; currency: string | null; byUse: boolean };

function PriceTable({ plan, lines, currency, byUse }: PriceTableProps) {
  const sides = (["cost", "list", "price"] as const).filter((side) => lines.some((line) => line.sides[side]));
  const tiered = lines.some(({ from }) => from !== "0" && from !== "1");
  const digits = columnDigits(lines.flatMap((line) => Object.values(line.sides)));
  const words = `Amounts of ${plan.name} in ${[...new Set(lines.map((line) => line.currency))].join(", ")}`;
  const kindOf = (line: PriceLine) => (line.kind === "overuse" && byUse ? "By use" : kinds[line.kind]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it may scroll sideways and holds nothing else to reach
    <section aria-label={words} tabIndex={0} className="overflow-x-auto">
      <table className="ledger">
        <caption className="sr-only">All prices of {plan.name}</caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Currency</th>
            {tiered ? (
              <th scope="col" className="num">
                From unit
              </th>
            ) : null}
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
                {kindOf(line)} <span className="text-ink-muted">{perOf(line, plan)}</span>
              </th>
              <td>{line.currency}</td>
              {tiered ? <td className="num">{formatQuantity(line.from === "0" ? "1" : line.from)}</td> : null}
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
    </section>
  );
}

function perOf({ kind }: PriceLine, plan: PlanDto): string {
  if (kind === "setup") return "once";
  return kind === "overuse" ? "per unit" : formatPerInFull(plan.billingPeriod);
}

function Absent() {
  return (
    <span className="text-ink-faint">
      <span aria-hidden="true">—</span>
      <span className="sr-only">not provided</span>
    </span>
  );
}
