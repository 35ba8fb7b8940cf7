"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import { deskPages, holdsWords } from "@/components/palette/desk-pages";
import type { Option } from "@/components/palette/option-list";
import { suggestionTitles } from "@/components/palette/suggestion-words";
import { announce } from "@/components/ui/announce";
import { formatCount } from "@/components/ui/format";
import { suggestQuery } from "@/lib/client/suggest-queries";
import type { Suggestion } from "@/lib/contracts/suggest";

export type FoundOption = Option & { readonly path: string };

const none: readonly FoundOption[] = [];

/** What the typed words may mean, and which of it the arrow keys are at; -1 = the words as they stand. */
export function useSuggestions(text: string, { open, locale }: { open: boolean; locale: string }) {
  const words = useDeferredValue(text);
  const { data } = useQuery({ ...suggestQuery(words, locale), enabled: open && words.trim().length > 1 });
  const options = open && data ? withPages(data.map(toOption), words) : none;
  const [at, setAt] = useState(-1);
  const [of, setOf] = useState(words);
  if (of !== words) {
    setOf(words);
    setAt(-1);
  }
  const count = open && data ? options.length : null;
  useEffect(() => {
    if (count !== null && words.trim().length > 1) announce(formatCount(count, "suggestion"));
  }, [count, words]);
  const move = (step: 1 | -1) => setAt((before) => circle(before + step, options.length));
  return { options, at: Math.min(at, options.length - 1), setAt, move };
}

const OPTIONS_MAX = 8;
const PAGES_MAX = 2;

/** Pages that are called so stand last, within the eight. */
function withPages(found: readonly FoundOption[], text: string): readonly FoundOption[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const pages = deskPages
    .filter(({ label, also }) => holdsWords(`${label} ${also}`, words))
    .slice(0, PAGES_MAX)
    .map(({ label, path }) => ({ id: path, group: "Actions", label: `Go to ${label}`, path }));
  return [...found.slice(0, OPTIONS_MAX - pages.length), ...pages];
}

/** Past the last comes the field itself, then the first again. */
function circle(at: number, length: number): number {
  if (at >= length) return -1;
  return at < -1 ? length - 1 : at;
}

export function toOption({ kind, label, locale, detail, path, exact }: Suggestion): FoundOption {
  const mark = exact ? "exact part number" : undefined;
  return { id: path, group: suggestionTitles[kind], label, lang: locale ?? undefined, detail, mark, path };
}
