"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { LanguageTag } from "@/components/ui/language-tag";
import { formatNumber } from "@/components/ui/format";
import type { FacetValue } from "@/lib/contracts/catalog";

const SHOWN_AT_FIRST = 8;
const SEARCHED_FROM = 15;

/** The language of a facet's values and the one that was asked for. */
export type FacetWords = { readonly locale: string; readonly asked: string };

type FacetGroupProps = {
  name: string;
  title: string;
  values: readonly FacetValue[];
  /** Null where they are ours or names. */
  words: FacetWords | null;
  isChosen: (value: string) => boolean;
  onToggle: (value: string) => void;
  open: boolean;
  onOpen: (open: boolean) => void;
};

/** One facet: counts beside the values, a zero greyed in place, the rest behind "Show n more". */
export function FacetGroup({ name, title, values, words, isChosen, onToggle, open, onOpen }: FacetGroupProps) {
  const [wanted, setWanted] = useState("");
  const chosen = values.filter((value) => isChosen(value.value)).length;
  const matching = matchingValues(values, wanted);
  const first = wanted ? matching : values.slice(0, SHOWN_AT_FIRST);
  const rest = wanted ? [] : values.slice(SHOWN_AT_FIRST);
  // What was opened stays open: unticking the last value must not take its neighbours away.
  const [isRestOpen, setRestOpen] = useState(rest.some((value) => isChosen(value.value)));
  const row = (value: FacetValue) => (
    <FacetRow key={value.value} name={name} value={value} chosen={isChosen(value.value)} onToggle={onToggle} />
  );
  return (
    <details
      className="group/facet border-b"
      open={open}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== open) onOpen(currentTarget.open);
      }}
    >
      <summary className="hover:bg-wash flex h-10 list-none items-center gap-2 px-4 [&::-webkit-details-marker]:hidden">
        <span className="font-strong text-table">{title}</span>
        {words ? <LanguageTag {...words} /> : null}
        {chosen > 0 ? (
          <span className="figures bg-accent text-accent-ink text-caption min-w-4.5 rounded-full px-1 text-center font-strong">
            {chosen}
            <span className="sr-only"> chosen</span>
          </span>
        ) : null}
        <ChevronDown
          aria-hidden="true"
          className="text-ink-faint ml-auto size-3.5! transition-transform group-open/facet:rotate-180"
        />
      </summary>
      <fieldset className="px-4 pb-3" lang={words && words.locale !== words.asked ? words.locale : undefined}>
        <legend className="sr-only">{title}</legend>
        {values.length >= SEARCHED_FROM ? (
          <input
            type="search"
            className="control mb-2"
            aria-label={`Search in ${title}`}
            placeholder={`Search ${formatNumber(String(values.length))} values`}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        ) : null}
        <ul className="grid">{first.map(row)}</ul>
        {wanted && matching.length === 0 ? <p className="text-table text-ink-muted py-1">No such value</p> : null}
        {rest.length > 0 ? (
          <details
            className="group/rest"
            open={isRestOpen}
            onToggle={({ currentTarget }) => setRestOpen(currentTarget.open)}
          >
            <summary className="text-accent text-table flex min-h-7 list-none items-center font-medium group-open/rest:hidden hover:underline [&::-webkit-details-marker]:hidden">
              Show {rest.length} more
            </summary>
            <ul className="grid">{rest.map(row)}</ul>
          </details>
        ) : null}
      </fieldset>
    </details>
  );
}

function matchingValues(values: readonly FacetValue[], wanted: string): readonly FacetValue[] {
  const words = wanted.trim().toLowerCase();
  if (!words) return values;
  return values.filter((value) => value.label.toLowerCase().includes(words));
}

type FacetRowProps = { name: string; value: FacetValue; chosen: boolean; onToggle: (value: string) => void };

function FacetRow({ name, value, chosen, onToggle }: FacetRowProps) {
  const dead = value.count === 0 && !chosen;
  return (
    <li>
      <label
        className={`text-table flex min-h-7 items-center gap-2 ${dead ? "text-ink-faint" : "hover:text-accent"}`}
        aria-disabled={dead || undefined}
      >
        <input
          type="checkbox"
          className="check"
          name={name}
          value={value.value}
          checked={chosen}
          disabled={dead}
          onChange={() => onToggle(value.value)}
        />
        <span className="min-w-0 flex-1 truncate" title={value.label}>
          {value.label}
        </span>
        <span className="figures text-ink-faint text-caption">{formatNumber(String(value.count))}</span>
      </label>
    </li>
  );
}
