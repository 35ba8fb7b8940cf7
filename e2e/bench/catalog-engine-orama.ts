import { create, insertMultiple, search } from "@orama/orama";
import {
  filtersOf,
  type OpenEngine,
  peerFacets,
  type PeerFilters,
  toDocument,
  withoutFacet,
} from "@/e2e/bench/catalog-engine";
import { benchProducts } from "@/e2e/bench/catalog-queries";

const BATCH = 2_000;
const counted = (facets: readonly string[]) => Object.fromEntries(facets.map((facet) => [facet, { limit: 500 }]));

/** Orama counts within the filters; counts that ignore a facet's own choice take one more search for each choice. */
export const openOrama: OpenEngine = async (products, forMs) => {
  const schema: Record<string, "string" | "enum[]"> = { name: "string", partNumber: "string" };
  for (const facet of peerFacets) schema[facet] = "enum[]";
  const db = create({ schema });
  const began = performance.now();
  let filled = 0;
  while (filled < products && performance.now() - began < forMs) {
    const batch = Array.from(benchProducts(Math.min(BATCH, products - filled), filled), toDocument);
    await insertMultiple(db, batch, BATCH);
    filled += batch.length;
  }
  const find = (
    term: string,
    filters: PeerFilters,
    facets: readonly string[],
    part: { limit: number; offset: number },
  ) =>
    search(db, {
      term,
      where: Object.fromEntries(
        Object.entries(filters).map(([facet, values]) => [facet, { containsAny: [...values] }]),
      ),
      facets: counted(facets),
      ...part,
    });
  return {
    products: filled,
    async ask(query) {
      const [term, filters] = [query.text ?? "", filtersOf(query)];
      const chosen = peerFacets.filter((facet) => filters[facet]);
      const open = peerFacets.filter((facet) => !filters[facet]);
      const offset = (query.page - 1) * query.pageSize;
      const found = await find(term, filters, open, { limit: query.pageSize, offset });
      for (const facet of chosen) await find(term, withoutFacet(filters, facet), [facet], { limit: 0, offset: 0 });
      return { total: found.count, shown: found.hits.length };
    },
  };
};
