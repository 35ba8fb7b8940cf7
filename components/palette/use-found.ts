"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { parseAsString, useQueryState } from "nuqs";
import { useDeferredValue } from "react";
import { holdsWords } from "@/components/palette/desk-pages";
import { type Command, useCommands } from "@/components/palette/use-commands";
import { useRecentCommands } from "@/components/palette/use-recent-commands";
import { toOption } from "@/components/palette/use-suggestions";
import { address } from "@/components/ui/address";
import { suggestQuery } from "@/lib/client/suggest-queries";
import type { DeskView } from "@/lib/contracts/customer-view";

type Asker = { readonly user: string; readonly maySync: boolean; readonly view: DeskView | null };

/**
 * With no words: what one looked at last and what can be done. With words: those that hold them all, what is found,
 * and the whole list for them.
 */
export function useFound(text: string, { user, maySync, view }: Asker) {
  const router = useRouter();
  const [locale] = useQueryState("locale", parseAsString.withDefault(""));
  const own = useCommands(maySync, view);
  const recent = useRecentCommands(user);
  const words = useDeferredValue(text);
  const { data, isFetching, error, refetch } = useQuery(suggestQuery(words, locale));
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return { commands: [...recent, ...own], isSearching: false, error: null, retry: refetch };
  const matching = own.filter(({ label, also = "" }) => holdsWords(`${label} ${also}`, wanted));
  const found = (data ?? []).map((one) => Object.assign(toOption(one), { run: () => router.push(address(one.path)) }));
  const isExact = data?.[0]?.exact === true;
  const list = listCommand(text.trim(), locale, (path) => router.push(address(path)));
  const commands: readonly Command[] = [...(isExact ? [...found, ...matching] : [...matching, ...found]), list];
  return { commands, isSearching: isFetching || words !== text, error, retry: refetch };
}

function listCommand(words: string, locale: string, go: (path: string) => void): Command {
  const search = new URLSearchParams(locale === "" ? { q: words } : { q: words, locale });
  const run = () => go(`/catalog?${search}`);
  return { id: "search", group: "Catalog", label: `Search the catalog for “${words}”`, run };
}
