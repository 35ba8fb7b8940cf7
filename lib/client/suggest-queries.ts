import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getJson } from "@/lib/client/api";
import type { Suggestion } from "@/lib/contracts/suggest";

const LETTERS_MIN = 2;

export function suggestQuery(text: string) {
  const words = text.trim();
  return queryOptions({
    queryKey: ["suggest", words],
    queryFn: async ({ signal }) =>
      (await getJson<{ items: Suggestion[] }>("/api/suggest", { search: { q: words }, signal })).items,
    enabled: words.length >= LETTERS_MIN,
    placeholderData: words.length >= LETTERS_MIN ? keepPreviousData : undefined,
  });
}
