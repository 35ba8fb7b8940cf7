import MiniSearch from "minisearch";
import {
  filtersOf,
  type OpenEngine,
  type PeerDocument,
  peerFacets,
  type PeerFilters,
  toDocument,
} from "@/e2e/bench/catalog-engine";
import { benchProducts } from "@/e2e/bench/catalog-queries";

const BATCH = 2_000;

/** MiniSearch finds words; it has no facets, so its hits are filtered and counted one by one. */
export const openMiniSearch: OpenEngine = (products, forMs) => {
  const engine = new MiniSearch<PeerDocument & { id: number }>({ fields: ["name", "partNumber"] });
  const documents: PeerDocument[] = [];
  const began = performance.now();
  while (documents.length < products && performance.now() - began < forMs) {
    const from = documents.length;
    const batch = Array.from(benchProducts(Math.min(BATCH, products - from), from), toDocument);
    engine.addAll(batch.map((document, i) => Object.assign({ id: from + i }, document)));
    documents.push(...batch);
  }
  return Promise.resolve({
    products: documents.length,
    ask(query) {
      const hits = engine.search(query.text ?? MiniSearch.wildcard, { prefix: true, fuzzy: 0.2, combineWith: "AND" });
      const found = hits.flatMap((hit) => documents[Number(hit.id)] ?? []);
      const { all } = countFacets(found, filtersOf(query));
      const from = (query.page - 1) * query.pageSize;
      return { total: all.length, shown: all.slice(from, from + query.pageSize).length };
    },
  });
};

function countFacets(found: readonly PeerDocument[], filters: PeerFilters) {
  const all: PeerDocument[] = [];
  const counts = new Map(peerFacets.map((facet) => [facet, new Map<string, number>()]));
  const chosen = peerFacets.filter((facet) => filters[facet]);
  for (const document of found) {
    const failed = chosen.filter((facet) => !document[facet].some((value) => filters[facet]?.includes(value)));
    if (failed.length === 0) all.push(document);
    if (failed.length > 1) continue;
    for (const facet of failed.length === 0 ? peerFacets : failed) {
      const ofFacet = counts.get(facet);
      for (const value of document[facet]) ofFacet?.set(value, (ofFacet.get(value) ?? 0) + 1);
    }
  }
  return { all, counts };
}
