"use client";

import type { ReactNode } from "react";
import { Amount, Percent, Unknown } from "@/components/ui/amount";
import { MarginBar } from "@/components/ui/margin";
import { bandTones, useMarginBand } from "@/components/ui/margin-bands";
import type { MarginDto } from "@/lib/contracts/amount";

type MoneyRowProps = {
  label: string;
  note?: string | null;
  /** The vendor's words around the amount. */
  under?: string | null;
  strong?: boolean;
  rule?: boolean;
  children: ReactNode;
};

/** A name at the left, its figure at the right; all figures of a panel share their right edge. */
export function MoneyRow({ label, note = null, under = null, strong, rule, children }: MoneyRowProps) {
  return (
    <div className={`flex items-baseline justify-between gap-4 ${rule ? "mt-1.5 border-t pt-2.5" : ""}`}>
      <dt className={strong ? "font-strong" : "text-ink-muted"}>
        {label}
        {note ? <span className="text-caption text-ink-faint font-body ml-1.5">{note}</span> : null}
      </dt>
      <dd className={`figures text-right ${strong ? "text-title font-strong" : "text-reading"}`}>
        {children}
        {under ? <span className="text-caption text-ink-muted font-body block">{under}</span> : null}
      </dd>
    </div>
  );
}

type MarginRowsProps = { margin: MarginDto | null; digits: number; unknown: string };

/** The amount under price and cost, its share of the price below with bar and band. */
export function MarginRows({ margin, digits, unknown }: MarginRowsProps) {
  const percent = margin?.percent ?? null;
  const band = useMarginBand(percent);
  return (
    <>
      <MoneyRow label="Margin" rule>
        {margin ? (
          <span
            data-tone={band ? bandTones[band] : undefined}
            className={band === "loss" ? "tone-ink font-medium" : ""}
          >
            <Amount value={margin} digits={digits} />
          </span>
        ) : (
          <Unknown why={unknown} />
        )}
      </MoneyRow>
      {percent !== null && band ? (
        <MoneyRow label="of price">
          <span className="inline-flex items-center gap-2" data-tone={bandTones[band]}>
            <span className="text-caption tone-ink font-medium">{band}</span>
            <MarginBar percent={percent} />
            <Percent value={percent} />
          </span>
        </MoneyRow>
      ) : null}
    </>
  );
}
