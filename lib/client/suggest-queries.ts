import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getJson } from "@/lib/client/api";
import type { Suggestion } from "@/lib/contracts/suggest";

const LETTERS_MIN = 2;
/** More than this says no more about what is meant. */
const LETTERS_MAX = 200;

/** What the words may mean, products in the language of the list; an empty `locale` is the desk's own. */
export function suggestQuery(text: string, locale = "") {
  const words = text.trim().slice(0, LETTERS_MAX);
  return queryOptions({
    queryKey: ["suggest", words, locale],
    queryFn: async ({ signal }) => (await askFor(words, locale, signal)).items,
    enabled: words.length >= LETTERS_MIN,
    placeholderData: words.length >= LETTERS_MIN ? keepPreviousData : undefined,
  });
}

/** The address of the one product whose part number is exactly this, dashes and case aside; null for none or several. */
export async function findExactPartNumber(text: string, locale: string): Promise<string | null> {
  if (text.trim().length < LETTERS_MIN) return null;
  try {
    const exact = (await askFor(text.slice(0, LETTERS_MAX), locale)).items.filter((one) => one.exact);
    const [only, ...others] = exact;
    return only && others.length === 0 && only.path.startsWith("/products/") ? only.path : null;
  } catch {
    return null;
  }
}

function askFor(words: string, locale: string, signal?: AbortSignal) {
  const search = locale === "" ? { q: words } : { q: words, locale };
  return getJson<{ items: Suggestion[] }>("/api/suggest", { search, ...(signal ? { signal } : {}) });
}
