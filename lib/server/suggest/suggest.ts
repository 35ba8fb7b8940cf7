import type { Suggestion } from "@/lib/contracts/suggest";
import { foldText, splitWords } from "@/lib/domain/catalog/text/fold-text";
import type { Catalog } from "@/lib/server/catalog/current-catalog";
import { productSuggestions } from "@/lib/server/suggest/product-suggestions";
import { quoteSuggestions } from "@/lib/server/suggest/quote-suggestions";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

const ITEMS_MAX = 8;
const FACETS_MAX = { service: 2, category: 1 } as const;
const LETTERS_MIN = 2;

export type Asked = { readonly text: string; readonly locale?: string | undefined };

/** What the words may mean: products first, an exact part number before all, then where to narrow and whose quote. */
export async function suggest(db: Database, catalog: Catalog, viewer: Viewer, asked: Asked): Promise<Suggestion[]> {
  const words = asked.text.trim();
  if (words.length < LETTERS_MIN || splitWords(foldText(words)).length === 0) return [];
  const others = [
    ...facetSuggestions(catalog, "service", words),
    ...facetSuggestions(catalog, "category", words),
    ...(await quoteSuggestions(db, viewer, words)),
  ];
  const { locale } = asked;
  return [...(await productSuggestions(db, catalog, { words, locale, most: ITEMS_MAX - others.length })), ...others];
}

/** Values with a word that begins like this, those with most products first. */
function facetSuggestions({ index }: Catalog, kind: "service" | "category", words: string): Suggestion[] {
  const wanted = plainWords(words);
  return index
    .allValues(kind)
    .filter(({ value, count }) => count > 0 && ` ${plainWords(value)}`.includes(` ${wanted}`))
    .slice(0, FACETS_MAX[kind])
    .map(({ value, count }) => ({
      kind,
      label: value,
      locale: null,
      detail: count === 1 ? "1 product" : `${count} products`,
      path: `/catalog?${kind}=${encodeURIComponent(value)}`,
      exact: false,
    }));
}

/** "GOOGLE_WORKSPACE" is searched for as "google work". */
function plainWords(text: string): string {
  return splitWords(foldText(text)).join(" ");
}
