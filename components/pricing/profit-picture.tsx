"use client";

import { useId, useState } from "react";
import { Amount, Percent } from "@/components/ui/amount";
import { formatCount } from "@/components/ui/format";
import { bandTones, useMarginBand } from "@/components/ui/margin-bands";
import { type ProfitBar, type ProfitLine, profitPicture } from "@/lib/domain/cart/profit-picture";

const LINES_SHOWN = 8;

type ProfitPictureProps = { lines: readonly ProfitLine[]; currency: string };

/** Where the profit of the first year comes from, in bars, words and amounts; only for those who may see cost. */
export function ProfitPicture({ lines, currency }: ProfitPictureProps) {
  const id = useId();
  const groups = new Set(lines.map(({ group }) => group)).size;
  const [by, setBy] = useState<"line" | "group">(lines.length > LINES_SHOWN && groups > 1 ? "group" : "line");
  const [all, setAll] = useState(false);
  const { bars, zeroAt, unknown, total } = profitPicture(lines, currency, by);
  if (!total || lines.length < 2) return null;
  const shown = all ? bars : bars.slice(0, LINES_SHOWN);
  return (
    <section aria-labelledby={id} className="border-t px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 id={id} className="text-table font-medium">
          Where the profit comes from
        </h3>
        {groups > 1 ? (
          <button
            type="button"
            className="link text-caption inline-flex min-h-6 items-center"
            onClick={() => setBy(by === "line" ? "group" : "line")}
          >
            {by === "line" ? "by service" : "by line"}
          </button>
        ) : null}
      </div>
      <p className="text-caption text-ink-muted">First year, {currency}</p>
      <ol
        className="mt-2 grid grid-cols-1 gap-2.5"
        aria-label={`Profit ${by === "line" ? "by line" : "by service"}, largest first`}
      >
        {shown.map((bar) => (
          <Bar key={bar.key} bar={bar} zeroAt={zeroAt} counted={by === "group"} />
        ))}
      </ol>
      {bars.length > LINES_SHOWN ? (
        <button
          type="button"
          className="link text-caption mt-1 inline-flex min-h-6 items-center"
          onClick={() => setAll(!all)}
        >
          {all ? "Show the largest only" : `Show ${bars.length - LINES_SHOWN} more`}
        </button>
      ) : null}
      {unknown.length > 0 ? (
        <p className="text-caption text-ink-muted mt-2.5">
          Not in the picture, no cost to set against the price: {namesOf(unknown)}.
        </p>
      ) : null}
    </section>
  );
}

function Bar({ bar, zeroAt, counted }: { bar: ProfitBar; zeroAt: bigint; counted: boolean }) {
  const { name, margin, share, from, length, lines } = bar;
  const band = useMarginBand(margin.percent);
  const isLoss = margin.amount.startsWith("-");
  return (
    <li className="text-caption grid grid-cols-1 gap-1" data-tone={isLoss ? "loss" : bandTones[band ?? "normal"]}>
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate" title={name}>
          {name}
          {counted ? <span className="text-ink-muted"> · {formatCount(lines, "line")}</span> : null}
        </span>
        <span className={`shrink-0 ${isLoss ? "tone-ink font-medium" : ""}`}>
          {isLoss ? "loss " : ""}
          <Amount value={margin} />
        </span>
      </span>
      <svg className="h-2 w-full" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
        <rect width="1000" height="8" className="fill-wash" />
        <rect x={`${from}`} width={`${length}`} height="8" className="fill-(--tone)" />
        <rect x={`${zeroAt}`} width="4" height="8" className="fill-ink-muted" />
      </svg>
      <span className="text-ink-muted">
        {margin.percent === null ? "no share of a price of 0" : <Percent value={margin.percent} />}
        {margin.percent === null ? null : ` of price${band ? `, ${band}` : ""}`}
        {share === null || isLoss ? null : (
          <>
            {" · "}
            <Percent value={share} /> of the profit
          </>
        )}
      </span>
    </li>
  );
}

const NAMED = 3;

function namesOf(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return rest > 0 ? `${names.slice(0, NAMED).join(", ")} and ${rest} more` : names.join(", ");
}
