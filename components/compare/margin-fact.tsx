"use client";

import { formatMoney, formatPercent } from "@/components/ui/format";
import { bandTones, useMarginBand } from "@/components/ui/margin-bands";
import type { MarginDto } from "@/lib/contracts/amount";

/** The amount, and below it its share of the price and the band in a word; what alarms has its colour as well. */
export function MarginFact({ margin }: { margin: MarginDto }) {
  const band = useMarginBand(margin.percent);
  const isAlarming = band === "loss" || band === "low";
  return (
    <span data-tone={band ? bandTones[band] : undefined} className={isAlarming ? "tone-ink bg-transparent" : ""}>
      {formatMoney(margin)}
      {margin.percent === null ? null : (
        <span className={`text-caption block ${isAlarming ? "" : "text-ink-muted font-body"}`}>
          {formatPercent(margin.percent)} of price, {band}
        </span>
      )}
    </span>
  );
}
