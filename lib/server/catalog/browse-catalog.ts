import type { FacetValue, ProductList, ProductQuery, ProductSummary } from "@/lib/contracts/catalog";
import { catalogFacets, type CatalogFacet, type CatalogSort, costFacets, costSorts } from "@/lib/domain/catalog/facets";
import { facetLabel } from "@/lib/domain/catalog/facet-labels";
import type { CatalogAnswer, CatalogQuery, FacetCount } from "@/lib/domain/catalog/catalog-index";
import { createBoundedCache } from "@/lib/server/catalog/bounded-cache";
import { type Catalog, currentCatalog } from "@/lib/server/catalog/current-catalog";
import { rowFacts } from "@/lib/server/catalog/row-facts";
import { toCostSummary, toProductSummary } from "@/lib/server/catalog/to-product-summary";
import { processState } from "@/lib/server/process-state";
import { may, type Viewer } from "@/lib/server/viewer";
import { vendorLabel } from "@/lib/server/catalog/vendor-label";

const FACET_VALUES_MAX = 500;
const ANSWERS_BYTES_MAX = 48_000_000;

/** Products of one page, counted in every facet. */
export async function browseCatalog(viewer: Viewer, query: ProductQuery): Promise<ProductList> {
  return answerQuery(await currentCatalog(), { query, seesCost: may(viewer, "costs:read") });
}

/** The same answer as the bytes of its JSON; asked again within one catalog it is not made again. */
export async function browseCatalogJson(viewer: Viewer, query: ProductQuery): Promise<Uint8Array<ArrayBuffer>> {
  const catalog = await currentCatalog();
  const seesCost = may(viewer, "costs:read");
  const key = `${catalog.version}\n${seesCost ? "cost" : "no cost"}\n${JSON.stringify(query)}`;
  return answers().get(key, () => new TextEncoder().encode(JSON.stringify(answerQuery(catalog, { query, seesCost }))));
}

const answers = () =>
  processState("catalog-answers", () =>
    createBoundedCache<string, Uint8Array<ArrayBuffer>>(ANSWERS_BYTES_MAX, (bytes) => bytes.byteLength),
  );

type Asked = { readonly query: ProductQuery; readonly seesCost: boolean };

export function answerQuery(catalog: Catalog, { query, seesCost }: Asked): ProductList {
  const { allowed, refused } = splitByRight(query, seesCost);
  const answer = catalog.index.query(allowed);
  const toSummary = seesCost ? toCostSummary : toProductSummary;
  const items = answer.rows.map((row): ProductSummary =>
    toSummary(catalog.index.listRow(row), rowFacts(catalog.index, row), answer.asked),
  );
  return {
    items,
    total: answer.total,
    page: query.page,
    pageSize: query.pageSize,
    catalogTotal: catalog.index.size,
    facets: facetsOf(answer),
    asOf: { ...catalog.asOf },
    dropped: [...refused, ...answer.dropped],
    match: answer.match,
  };
}

/** What comes from cost is neither filtered, counted nor sorted by for those who may not see it. */
function splitByRight(query: ProductQuery, seesCost: boolean) {
  const refused: { name: string; value: string }[] = [];
  const filters: Partial<Record<CatalogFacet, readonly string[]>> = {};
  for (const facet of catalogFacets) {
    const given = query[facet];
    if (given === undefined) continue;
    const values = Array.isArray(given) ? given : [given];
    if (seesCost || !costFacets.includes(facet)) filters[facet] = values;
    else refused.push(...values.map((value) => ({ name: facet, value })));
  }
  const sort = parseSort(query.sort);
  const isSortRefused = !seesCost && sort !== undefined && costSorts.includes(sort.by);
  if (isSortRefused) refused.push({ name: "sort", value: query.sort ?? "" });
  const allowed: CatalogQuery = {
    text: query.q ?? "",
    filters,
    ...(query.priceMin === undefined ? {} : { priceMin: query.priceMin }),
    ...(query.priceMax === undefined ? {} : { priceMax: query.priceMax }),
    ...(sort === undefined || isSortRefused ? {} : { sort }),
    page: query.page,
    pageSize: query.pageSize,
    counted: catalogFacets.filter((facet) => seesCost || !costFacets.includes(facet)),
  };
  return { allowed, refused };
}

function parseSort(text: string | undefined): CatalogQuery["sort"] {
  if (text === undefined) return undefined;
  const descending = text.startsWith("-");
  // The contract's schema lets only these names through.
  return { by: (descending ? text.slice(1) : text) as CatalogSort, descending };
}

function facetsOf(answer: CatalogAnswer): Record<string, FacetValue[]> {
  const facets: Record<string, FacetValue[]> = {};
  for (const facet of catalogFacets) {
    const counts = answer.facets[facet];
    if (counts) facets[facet] = mostUseful(counts).map((count) => toFacetValue(facet, count));
  }
  return facets;
}

/** All values up to a limit; beyond it those that are chosen or would find something. */
function mostUseful(counts: readonly FacetCount[]): readonly FacetCount[] {
  if (counts.length <= FACET_VALUES_MAX) return counts;
  const useful = counts.filter(({ count, selected }) => count > 0 || selected);
  return [...useful.filter(({ selected }) => selected), ...useful.filter(({ selected }) => !selected)].slice(
    0,
    FACET_VALUES_MAX,
  );
}

function toFacetValue(facet: CatalogFacet, { value, count, selected }: FacetCount): FacetValue {
  const label = facet === "vendor" ? vendorLabel(value) : facetLabel(facet, value);
  return { value, label, count, selected };
}
