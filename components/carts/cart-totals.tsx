import { periodLabel, summaryRows } from "@/components/document/billing-sections";
import { outsideTotals } from "@/components/document/overuse-words";
import { GoalButton } from "@/components/pricing/goal-button";
import { ProfitPicture } from "@/components/pricing/profit-picture";
import { Amount, columnDigits, Unknown } from "@/components/ui/amount";
import { formatCount } from "@/components/ui/format";
import { MarginFigure } from "@/components/ui/margin";
import { LocalTime } from "@/components/ui/local-time";
import type { CartDto, CartLineDto, TotalsDto } from "@/lib/client/cart-shapes";
import type { ProfitLine } from "@/lib/domain/cart/profit-picture";

type CartTotalsProps = { cart: CartDto; saving: boolean };

export function CartTotals({ cart, saving }: CartTotalsProps) {
  const entries = Object.entries(cart.totals);
  const firstUnknown = cart.lines.find(
    (line) => line.cost !== undefined && line.margin === null && line.price !== null,
  );
  return (
    <div className="panel" aria-busy={saving || undefined}>
      {entries.map(([currency, totals]) => (
        <div key={currency} className={`px-4 py-3 not-first:border-t ${saving ? "opacity-60" : ""}`}>
          <TotalsList
            totals={totals}
            currency={currency}
            estimated={cart.lines.filter((line) => isEstimated(line, currency)).length}
            unknownLine={firstUnknown ? `#line-${firstUnknown.id}` : null}
            outside={currency === cart.currency ? outsideTotals(cart.lines) : null}
          />
        </div>
      ))}
      <ProfitPicture currency={cart.currency} lines={profitLines(cart.lines)} />
      <GoalButton cart={cart} />
      <Freshness cart={cart} />
    </div>
  );
}

type PicturedLine = Pick<CartLineDto, "id" | "name" | "service" | "vendorLabel" | "firstYear" | "firstYearMargin">;

/** Nothing where the answer carries no margin: who may not see cost has no picture of it. */
export function profitLines(lines: readonly PicturedLine[]): ProfitLine[] {
  return lines.flatMap(({ id, name, service, vendorLabel, firstYear, firstYearMargin }) =>
    firstYearMargin === undefined
      ? []
      : [{ id, name, group: service ?? vendorLabel, firstYear, margin: firstYearMargin }],
  );
}

type Costed = { readonly cost?: CartLineDto["cost"]; readonly price: { readonly currency: string } | null };

/** A cost that a rule tells from the list price counts, and says what it is. */
export function isEstimated({ cost, price }: Costed, currency: string): boolean {
  return cost !== undefined && "amount" in cost && cost.estimated === true && price?.currency === currency;
}

type TotalsListProps = {
  totals: TotalsDto;
  currency: string;
  /** Of how many lines the cost is estimated. */
  estimated: number;
  unknownLine: string | null;
  /** What the totals leave out. */
  outside: string | null;
};

/** One currency's totals; the cost side only where the answer has it. */
export function TotalsList({ totals, currency, estimated, unknownLine, outside }: TotalsListProps) {
  const rows = summaryRows(totals);
  const spans = [totals.firstInvoice, totals.firstYear, totals.wholeCommitment];
  const digits = columnDigits([...rows.map((row) => row.total), ...spans]);
  return (
    <>
      <h2 className="text-table text-ink-muted font-medium">Totals in {currency}</h2>
      <dl className="mt-2 grid gap-1.5">
        {rows.map((row) => (
          <TotalRow key={row.key} label={row.label} total={row.total} digits={digits} />
        ))}
      </dl>
      <dl className="mt-2.5 grid gap-1.5 border-t pt-2.5">
        <TotalRow label="First invoice" total={totals.firstInvoice} digits={digits} />
        <div className="flex items-baseline justify-between gap-4 font-strong">
          <dt>First year</dt>
          <dd className="text-title">
            <Amount value={totals.firstYear} digits={digits} />
          </dd>
        </div>
        <TotalRow
          label="Whole commitment"
          title="Until every commitment ends; what is bound to nothing counts with its first bill"
          total={totals.wholeCommitment}
          digits={digits}
        />
      </dl>
      {outside ? <p className="text-caption text-ink-muted mt-2">{outside}</p> : null}
      {totals.lines > 0 && totals.margin !== undefined ? (
        <CostTotals totals={totals} digits={digits} estimated={estimated} unknownLine={unknownLine} />
      ) : null}
    </>
  );
}

type TotalRowProps = { label: string; total: TotalsDto["firstYear"]; digits: number; title?: string };

function TotalRow({ label, total, digits, title }: TotalRowProps) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt title={title}>{label}</dt>
      <dd>
        <Amount value={total} digits={digits} />
      </dd>
    </div>
  );
}

type CostTotalsProps = Pick<TotalsListProps, "totals" | "estimated" | "unknownLine"> & { digits: number };

function CostTotals({ totals, digits, estimated, unknownLine }: CostTotalsProps) {
  const known = totals.costKnownLines ?? 0;
  return (
    <section aria-label="Margin" className="text-table mt-3 border-t pt-2.5">
      <h3 className="font-medium">Margin (of price)</h3>
      <dl className="mt-1.5 grid gap-1.5">
        {periodMargins(totals).map(({ period, margin }) => (
          <MarginRow key={period} label={periodLabel(period)} margin={margin} digits={digits} />
        ))}
        <MarginRow label="First year" margin={totals.margin} digits={digits} strong />
        {totals.wholeCommitment.amount === totals.firstYear.amount ? null : (
          <MarginRow label="Whole commitment" margin={totals.commitmentMargin} digits={digits} />
        )}
        <div className="flex items-baseline justify-between gap-4">
          <dt className="text-ink-muted">Cost, first year</dt>
          <dd className="text-ink-muted">
            {totals.cost && known > 0 ? (
              <Amount value={totals.cost} digits={digits} />
            ) : (
              <Unknown why="no cost is known" />
            )}
          </dd>
        </div>
      </dl>
      {estimated > 0 ? (
        <p className="text-caption text-stale mt-2">Cost estimated on {formatCount(estimated, "line")}</p>
      ) : null}
      {known < totals.lines ? (
        <p className="text-caption text-ink-muted mt-2">
          Margin on {known} of {formatCount(totals.lines, "line")}
          {unknownLine ? (
            <>
              {" · "}
              <a href={unknownLine} className="link">
                first without a cost
              </a>
            </>
          ) : null}
        </p>
      ) : null}
    </section>
  );
}

type MarginRowProps = { label: string; margin: TotalsDto["margin"]; digits: number; strong?: boolean };

function MarginRow({ label, margin, digits, strong = false }: MarginRowProps) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className={strong ? "" : "text-ink-muted"}>{label}</dt>
      <dd>
        <MarginFigure margin={margin} digits={digits} bar={strong} />
      </dd>
    </div>
  );
}

/** In the order of the totals above them. */
function periodMargins(totals: TotalsDto) {
  const order = ["once", "P1M", "P1Y", ...totals.other.map(({ period }) => period)];
  return (totals.periodMargins ?? []).toSorted((a, b) => order.indexOf(a.period) - order.indexOf(b.period));
}

function Freshness({ cart }: { cart: Pick<CartDto, "asOf" | "lines"> }) {
  const labels = new Map(cart.lines.map((line) => [line.vendor, line.vendorLabel]));
  const vendors = Object.entries(cart.asOf).filter(([vendor]) => labels.has(vendor));
  if (vendors.length === 0) return null;
  return (
    <p className="text-caption text-ink-muted border-t px-4 py-2">
      Prices as of{" "}
      {vendors.map(([vendor, at], index) => (
        <span key={vendor}>
          {index > 0 ? ", " : ""}
          <LocalTime iso={at} age /> ({labels.get(vendor)})
        </span>
      ))}
    </p>
  );
}
