import itemsjs from "itemsjs";
import { filtersOf, type OpenEngine, peerFacets, toDocument } from "@/e2e/bench/catalog-engine";
import { benchProducts } from "@/e2e/bench/catalog-queries";

/** ItemsJS with counts that ignore a facet's own choice, as ours do. It cannot be filled in steps. */
export const openItemsJs: OpenEngine = (products) => {
  const documents = Array.from(benchProducts(products), toDocument);
  const aggregations = Object.fromEntries(
    peerFacets.map((facet) => [facet, { title: facet, size: 500, conjunction: false }]),
  );
  const engine = itemsjs(documents, { searchableFields: ["name", "partNumber"], aggregations });
  return Promise.resolve({
    products,
    ask: (query) => {
      const filters = Object.fromEntries(
        Object.entries(filtersOf(query)).map(([facet, values]) => [facet, [...values]]),
      );
      const asked = { query: query.text ?? "", filters, page: query.page, per_page: query.pageSize };
      const { data, pagination } = engine.search(asked);
      return { total: pagination.total, shown: data.items.length };
    },
  });
};
