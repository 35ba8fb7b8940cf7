import { facetTitles } from "@/components/catalog/facet-words";
import { sortWords } from "@/components/catalog/toolbar";
import { formatNumber } from "@/components/ui/format";
import { facetLabel } from "@/lib/domain/catalog/facet-labels";
import { catalogFacets, isFlagFacet } from "@/lib/domain/catalog/facets";
import { languageName } from "@/lib/domain/catalog/language-name";

/** Orders that only a column's head or an address can ask for. */
const otherSortWords: Readonly<Record<string, string>> = {
  "-name": "Name Z–A",
  updated: "Changed longest ago first",
  "-updated": "Changed last first",
};

/** What a saved view asks for, in words; empty for the whole catalog in its usual order. */
export function viewWords(search: string): string {
  const params = new URLSearchParams(search);
  const [words, sort, locale] = [params.get("q"), params.get("sort"), params.get("locale")];
  const [from, to] = [params.get("priceMin"), params.get("priceMax")];
  const facets = catalogFacets.flatMap((facet) => {
    const labels = params.getAll(facet).map((value) => facetLabel(facet, value));
    if (labels.length === 0) return [];
    return isFlagFacet(facet) ? labels : [`${facetTitles[facet] ?? facet}: ${labels.join(", ")}`];
  });
  return [
    ...(words ? [`“${words}”`] : []),
    ...facets,
    ...(from ? [`Price from ${formatNumber(from)}`] : []),
    ...(to ? [`Price to ${formatNumber(to)}`] : []),
    ...(sort ? [sortWords[sort] ?? otherSortWords[sort] ?? sort] : []),
    ...(locale ? [languageName(locale)] : []),
    ...(params.has("columns") ? ["own columns"] : []),
  ].join(" · ");
}
