import type { ProductList, ProductQuery, ProductSummary } from "@/lib/contracts/catalog";
import { catalogFacets, type CatalogFacet, type CatalogSort, costFacets, costSorts } from "@/lib/domain/catalog/facets";
import type { CatalogAnswer, CatalogQuery } from "@/lib/domain/catalog/catalog-index";
import { compactNumber } from "@/lib/domain/catalog/text/fold-text";
import { type BoundedCache, createBoundedCache } from "@/lib/server/catalog/bounded-cache";
import { type Catalog, currentCatalog } from "@/lib/server/catalog/current-catalog";
import { facetsOf } from "@/lib/server/catalog/to-facets";
import { holdsLocale, localizedNames } from "@/lib/server/catalog/localized-names";
import { rowFacts } from "@/lib/server/catalog/row-facts";
import { toCostSummary, toProductSummary } from "@/lib/server/catalog/to-product-summary";
import { processState } from "@/lib/server/process-state";
import { database } from "@/lib/server/store/database";
import { may, type Viewer } from "@/lib/server/viewer";

const ANSWERS_BYTES_MAX = 24_000_000;

/** Products of one page, counted in every facet; named as in the asked locale where the vendor has them in it. */
export async function browseCatalog(viewer: Viewer, query: ProductQuery): Promise<ProductList> {
  const [catalog, seesCost] = [await currentCatalog(), may(viewer, "costs:read")];
  if (query.locale === undefined) return answerQuery(catalog, { query, seesCost });
  return answerInLocale(catalog, { query, seesCost }, query.locale.toLowerCase());
}

/** The same answer as the bytes of its JSON; asked again within one catalog it is not made again. */
export async function browseCatalogJson(viewer: Viewer, query: ProductQuery): Promise<Uint8Array<ArrayBuffer>> {
  if (query.locale !== undefined) return encode(await browseCatalog(viewer, query));
  const [catalog, seesCost] = [await currentCatalog(), may(viewer, "costs:read")];
  const key = `${seesCost ? "cost" : "no cost"}\n${JSON.stringify(query)}`;
  return answersOf(catalog).get(key, () => encode(answerQuery(catalog, { query, seesCost })));
}

function encode(list: ProductList): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(list));
}

type Answers = BoundedCache<string, Uint8Array<ArrayBuffer>>;

/** Answers go with the catalog they were given from, which is another one whenever an answer may be. */
function answersOf(catalog: Catalog): Answers {
  const all = processState("catalog-answers", () => new WeakMap<Catalog, Answers>());
  const kept = all.get(catalog) ?? createBoundedCache(ANSWERS_BYTES_MAX, (bytes) => bytes.byteLength);
  all.set(catalog, kept);
  return kept;
}

type Asked = { readonly query: ProductQuery; readonly seesCost: boolean };

async function answerInLocale(catalog: Catalog, asked: Asked, locale: string): Promise<ProductList> {
  const db = await database();
  if (!(await holdsLocale(db, catalog, locale))) {
    const list = answerQuery(catalog, asked);
    return { ...list, dropped: [...list.dropped, { name: "locale", value: locale }] };
  }
  const { allowed } = splitByRight(catalog, asked);
  const { rows } = catalog.index.query({ ...allowed, locale, counted: [] });
  return answerQuery(catalog, asked, { locale, names: await localizedNames(db, catalog, rows, locale) });
}

type Words = { readonly locale: string; readonly names: ReadonlyMap<number, string> };

function answerQuery(catalog: Catalog, asked: Asked, words?: Words): ProductList {
  const { query, seesCost } = asked;
  const { allowed, refused } = splitByRight(catalog, asked);
  const answer = catalog.index.query(words ? { ...allowed, locale: words.locale } : allowed);
  const toSummary = seesCost ? toCostSummary : toProductSummary;
  const items = answer.rows.map((row): ProductSummary => {
    const summary = toSummary(catalog.index.listRow(row), rowFacts(catalog.index, row), answer.asked);
    const name = words?.names.get(row);
    return words && name !== undefined ? { ...summary, name, locale: words.locale } : summary;
  });
  return {
    items,
    total: answer.total,
    page: query.page,
    pageSize: query.pageSize,
    catalogTotal: catalog.index.size,
    facets: facetsOf(answer, catalog.look.marginBands),
    asOf: { ...catalog.asOf },
    dropped: [...refused, ...answer.dropped],
    match: answer.match,
    didYouMean: answer.near.map((near) => numberAsWritten(catalog, near)),
  };
}

/** As the vendor writes it where it is the product's own; else the number alone. */
function numberAsWritten({ index }: Catalog, { number, row }: CatalogAnswer["near"][number]): string {
  const { partNumber } = index.listRow(row);
  return compactNumber(partNumber) === number ? partNumber : number.toUpperCase();
}

/** What comes from cost is neither filtered, counted nor sorted by for those who may not see it. */
function splitByRight({ look }: Catalog, { query, seesCost }: Asked) {
  const refused: { name: string; value: string }[] = [];
  const filters: Partial<Record<CatalogFacet, readonly string[]>> = {};
  for (const facet of catalogFacets) {
    const values = query[facet];
    if (values === undefined) continue;
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
    marginBands: look.marginBands,
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
