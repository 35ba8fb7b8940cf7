"use client";

import { Amount, Percent, Unknown } from "@/components/ui/amount";
import { bandTones, useMarginBand, useMarginBands } from "@/components/ui/margin-bands";
import { marginBand } from "@/lib/domain/pricing/margin-bands";

const WIDTH = 40;
const FULL_AT_PERCENT = 40;

/** 40 × 4 px: the length is the percentage up to 40, the tick is where low ends. */
export function MarginBar({ percent }: { percent: string }) {
  const bands = useMarginBands();
  const band = marginBand(percent, bands);
  const share = (of: string) => Math.min(1, Math.abs(Number(of)) / FULL_AT_PERCENT);
  const length = Math.max(2, Math.round(share(percent) * WIDTH));
  const tick = Math.min(WIDTH - 1, Math.round(share(bands.lowBelow) * WIDTH));
  return (
    <svg width={WIDTH} height="6" viewBox={`0 0 ${WIDTH} 6`} aria-hidden="true" data-tone={bandTones[band]}>
      <rect y="1" width={WIDTH} height="4" rx="1" className="fill-line" />
      <rect y="1" width={length} height="4" rx="1" className="fill-(--tone)" />
      <rect x={tick} width="1" height="6" className="fill-ink-muted" />
    </svg>
  );
}

type MarginFigureProps = {
  margin: { amount: string; currency: string; percent: string | null } | null | undefined;
  digits?: number;
  currency?: boolean;
  bar?: boolean;
  /** It comes from a cost that is an estimate. */
  estimated?: boolean;
  /** Why there is no margin, for the tooltip. */
  unknown?: string;
};

/** "2.30 · 11.6 %", its bar and its band in a word. */
export function MarginFigure(props: MarginFigureProps) {
  const { margin, digits = 0, currency = false, bar = true, estimated = false, unknown } = props;
  const band = useMarginBand(margin?.percent ?? null);
  if (!margin) return <Unknown why={unknown ?? "margin unknown: no cost"} />;
  const alarming = band === "loss" || band === "low";
  return (
    <span className="inline-grid justify-items-end gap-0.5" data-tone={band ? bandTones[band] : undefined}>
      <span className={alarming ? "tone-ink font-medium" : ""}>
        <Amount value={margin} digits={digits} currency={currency} />
        <span className="text-ink-faint"> · </span>
        {margin.percent === null ? <Unknown why="no percentage of a price of 0" /> : <Percent value={margin.percent} />}
      </span>
      {bar && margin.percent !== null && band ? (
        <span className="text-ink-muted flex items-center gap-1.5 text-[0.6875rem] leading-none">
          {estimated ? (
            <span className="text-stale" title="from an estimated cost">
              est.
            </span>
          ) : null}
          <span className={alarming ? "tone-ink font-medium" : ""}>{band}</span>
          <MarginBar percent={margin.percent} />
        </span>
      ) : null}
    </span>
  );
}
