import { ChangeValues } from "@/components/changes/change-values";
import { changeWords } from "@/components/changes/change-words";
import { address } from "@/components/ui/address";
import { formatCount } from "@/components/ui/format";
import { LocalTime } from "@/components/ui/local-time";
import { Panel, PanelHeading } from "@/components/ui/panel";
import type { ChangeDto } from "@/lib/contracts/changes";
import { groupPriceMoves, type PriceMove, type PriceSeries } from "@/lib/domain/sync/price-series";
import { priceSteps } from "@/lib/domain/sync/price-steps";
import Link from "next/link";

type PriceHistoryProps = {
  changes: readonly ChangeDto[];
  /** Rows in this currency stand first, the others are folded. */
  currency: string | null;
  productKey: string;
};

const order: readonly PriceSeries["kind"][] = ["price", "list-price", "cost"];

/** How each amount of the product moved, as our syncs saw it: row by row, newest first. */
export function PriceHistory({ changes, currency, productKey }: PriceHistoryProps) {
  const series = groupPriceMoves(changes).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const shown = series.filter((one) => one.currency === currency);
  const others = shown.length > 0 ? series.filter((one) => one.currency !== currency) : [];
  return (
    <Panel aria-labelledby="price-history">
      <PanelHeading
        id="price-history"
        aside={
          series.length > 0 ? (
            <Link
              href={address(`/changes?product=${encodeURIComponent(productKey)}`)}
              prefetch={false}
              className="link"
            >
              All changes
            </Link>
          ) : null
        }
      >
        Price history
      </PanelHeading>
      {series.length === 0 ? (
        <p className="text-ink-muted px-4 py-3">No amount of this product has changed since our first sync.</p>
      ) : (
        <SeriesList series={shown.length > 0 ? shown : series} />
      )}
      {others.length > 0 ? (
        <details className="group/others border-t">
          <summary className="text-accent text-table list-none px-4 py-2.5 font-medium group-open/others:border-b [&::-webkit-details-marker]:hidden">
            {formatCount(countMoves(others), "change")} in {[...new Set(others.map((one) => one.currency))].join(", ")}
          </summary>
          <SeriesList series={others} />
        </details>
      ) : null}
    </Panel>
  );
}

function SeriesList({ series }: { series: readonly PriceSeries[] }) {
  return (
    <ul className="divide-y">
      {series.map((one) => (
        <li
          key={`${one.kind} ${one.what} ${one.currency}`}
          className="grid gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-[12rem_minmax(0,1fr)]"
        >
          <div>
            <h3 className="font-medium">{changeWords[one.kind]}</h3>
            <p className="text-caption text-ink-muted">
              {one.what}, {one.currency}
            </p>
            <Steps series={one} />
          </div>
          <Moves moves={one.moves} />
        </li>
      ))}
    </ul>
  );
}

const SHOWN = 5;

function Moves({ moves }: { moves: readonly PriceMove[] }) {
  const rest = moves.slice(SHOWN);
  return (
    <div>
      <MoveList moves={moves.slice(0, SHOWN)} />
      {rest.length > 0 ? (
        <details className="group/rest">
          <summary className="text-accent text-table list-none pt-1 font-medium group-open/rest:hidden [&::-webkit-details-marker]:hidden">
            Show {formatCount(rest.length, "earlier change")}
          </summary>
          <MoveList moves={rest} />
        </details>
      ) : null}
    </div>
  );
}

function MoveList({ moves }: { moves: readonly PriceMove[] }) {
  return (
    <ol className="grid">
      {moves.map((move) => (
        <li key={`${move.at} ${move.new}`} className="flex flex-wrap items-baseline justify-between gap-x-6 py-1">
          <LocalTime iso={move.at} className="text-table text-ink-muted" />
          <ChangeValues before={move.old} after={move.new} />
        </li>
      ))}
    </ol>
  );
}

const WIDTH = 112;
const HEIGHT = 24;

/** The list beside it says the same in words. */
function Steps({ series }: { series: PriceSeries }) {
  const path = priceSteps(series.moves, { width: WIDTH, height: HEIGHT });
  if (path === "") return null;
  return (
    <svg
      width={WIDTH}
      height={HEIGHT + 4}
      viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`}
      aria-hidden="true"
      className={`mt-1.5 ${series.kind === "price" ? "stroke-accent" : "stroke-ink-faint"}`}
    >
      <path d={path} fill="none" strokeWidth="1.5" strokeLinejoin="round" />
    </svg>
  );
}

function countMoves(series: readonly PriceSeries[]): number {
  return series.reduce((sum, { moves }) => sum + moves.length, 0);
}
