import { summaryRows } from "@/components/document/billing-sections";
import { GoalButton } from "@/components/pricing/goal-button";
import { Amount, columnDigits, Unknown } from "@/components/ui/amount";
import { formatCount } from "@/components/ui/format";
import { MarginFigure } from "@/components/ui/margin";
import { LocalTime } from "@/components/ui/local-time";
import type { CartDto, TotalsDto } from "@/lib/client/cart-shapes";

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
            unknownLine={firstUnknown ? `#line-${firstUnknown.id}` : null}
          />
        </div>
      ))}
      <GoalButton cart={cart} />
      <Freshness cart={cart} />
    </div>
  );
}

type TotalsListProps = { totals: TotalsDto; currency: string; unknownLine: string | null };

/** One currency's totals; the cost side only where the answer has it. */
export function TotalsList({ totals, currency, unknownLine }: TotalsListProps) {
  const rows = summaryRows(totals);
  const digits = columnDigits([...rows.map((row) => row.total), totals.firstYear]);
  return (
    <>
      <h2 className="text-table text-ink-muted font-medium">Totals in {currency}</h2>
      <dl className="mt-2 grid gap-1.5">
        {rows.map((row) => (
          <div key={row.key} className="flex items-baseline justify-between gap-4">
            <dt>{row.label}</dt>
            <dd>
              <Amount value={row.total} digits={digits} />
            </dd>
          </div>
        ))}
        <div className="mt-1 flex items-baseline justify-between gap-4 border-t pt-2 font-strong">
          <dt>First year</dt>
          <dd className="text-title">
            <Amount value={totals.firstYear} digits={digits} />
          </dd>
        </div>
      </dl>
      {totals.lines > 0 && totals.margin !== undefined ? (
        <CostTotals totals={totals} digits={digits} unknownLine={unknownLine} />
      ) : null}
    </>
  );
}

function CostTotals({
  totals,
  digits,
  unknownLine,
}: {
  totals: TotalsDto;
  digits: number;
  unknownLine: string | null;
}) {
  const known = totals.costKnownLines ?? 0;
  return (
    <div className="text-table mt-3 border-t pt-2.5">
      <dl className="grid gap-1.5">
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
        <div className="flex items-baseline justify-between gap-4">
          <dt>Margin (of price)</dt>
          <dd>
            <MarginFigure margin={totals.margin} />
          </dd>
        </div>
      </dl>
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
    </div>
  );
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
