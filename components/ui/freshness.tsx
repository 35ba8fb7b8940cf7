"use client";

import { formatAge, formatDateTime } from "@/components/ui/format";
import { LocalTime, useNow } from "@/components/ui/local-time";
import type { Tone } from "@/components/ui/tone";

export type FreshnessState = "none" | "fresh" | "ageing" | "stale";

const HOUR = 3_600_000;

/** Fresh below 24 hours, ageing below 72, stale beyond. */
export function freshnessOf(iso: string | null, now: number): FreshnessState {
  if (iso === null) return "none";
  const hours = (now - Date.parse(iso)) / HOUR;
  if (hours < 24) return "fresh";
  return hours < 72 ? "ageing" : "stale";
}

const tones: Record<FreshnessState, Tone> = { none: "neutral", fresh: "good", ageing: "stale", stale: "loss" };

/** The shape tells the state as well as the colour: full, half and hollow. */
export function FreshnessDot({ state }: { state: FreshnessState }) {
  return (
    <svg
      width="10"
      height="10"
      viewBox="0 0 10 10"
      aria-hidden="true"
      data-tone={tones[state]}
      className="tone-ink bg-transparent"
    >
      <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {state === "fresh" ? <circle cx="5" cy="5" r="4" fill="currentColor" /> : null}
      {state === "ageing" ? <path d="M5 1a4 4 0 0 1 0 8z" fill="currentColor" /> : null}
    </svg>
  );
}

/** Dot, age and, where it is not fresh, the word. */
export function Freshness({ asOf }: { asOf: string | null }) {
  const now = useNow();
  const state = now === null ? "fresh" : freshnessOf(asOf, now);
  const words = asOf === null ? "no prices yet" : now === null ? "" : formatAge(asOf, now);
  return (
    <span
      className="inline-flex items-center gap-1.5 whitespace-nowrap"
      title={
        asOf === null
          ? "No catalog loaded yet"
          : `Prices as of ${formatDateTime(asOf, now === null ? "UTC" : undefined)}`
      }
    >
      <FreshnessDot state={state} />
      <span className="figures">
        {words}
        {state === "ageing" || state === "stale" ? ` · ${state}` : null}
      </span>
    </span>
  );
}

/** "Prices as of 22 Nov 2026, 09:14 (30 h ago), ageing"; with several vendors each is named. */
export function PricesAsOf({ sources }: { sources: readonly { label: string; asOf: string }[] }) {
  const now = useNow();
  return (
    <span className="text-table text-ink-muted inline-flex flex-wrap items-baseline gap-x-4 gap-y-1">
      {sources.map(({ label, asOf }, index) => {
        const state = now === null ? "none" : freshnessOf(asOf, now);
        return (
          <span key={label} className="inline-flex flex-wrap items-baseline gap-x-1.5">
            <FreshnessDot state={state} />
            <span>
              {index === 0 ? "Prices as of " : null}
              <LocalTime iso={asOf} age />
            </span>
            {state === "ageing" || state === "stale" ? (
              <strong data-tone={tones[state]} className="tone-ink font-medium">
                {state}
              </strong>
            ) : null}
            {sources.length > 1 ? `(${label})` : null}
          </span>
        );
      })}
    </span>
  );
}
