import type { SearchReadingDto } from "@/lib/contracts/catalog-settings";
import { parseSearch } from "@/lib/domain/catalog/text/parse-search";
import type { Synonyms } from "@/lib/domain/catalog/text/synonyms";
import type { Catalog } from "@/lib/server/catalog/catalog";
import type { Viewer } from "@/lib/server/viewer";

type Trial = { readonly text: string; readonly groups: Synonyms };

/** How a search would be read with other synonyms, and what it would find. */
export function trySynonyms(catalog: Catalog, _viewer: Viewer, { text, groups }: Trial): SearchReadingDto {
  const { clauses } = parseSearch(text, groups);
  const ask = ({ index }: Catalog) => index.query({ text, page: 1, pageSize: 1, counted: [] });
  const asTried = ask(catalog.withLook({ ...catalog.look, synonyms: groups }));
  const isSearch = clauses.length > 0;
  return {
    clauses: clauses.map(({ alternatives, number }) => ({
      alternatives: alternatives.map((words) => words.join(" ")),
      partNumber: number,
    })),
    match: asTried.match,
    products: isSearch ? asTried.total : 0,
    productsNow: isSearch ? ask(catalog).total : 0,
  };
}
