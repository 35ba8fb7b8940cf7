import { create, insertMultiple, search } from "@orama/orama";
import itemsjs from "itemsjs";
import { benchProduct } from "@/e2e/bench/bench-products";
import { benchProducts, queryMix } from "@/e2e/bench/catalog-queries";
import type { CatalogQuery } from "@/lib/domain/catalog/catalog-index";
import type { Product } from "@/lib/domain/catalog/product";

export const peerFacets = [
  "vendor",
  "service",
  "category",
  "topic",
  "serviceType",
  "provider",
  "planType",
  "billing",
  "commitment",
  "currency",
  "costKnown",
  "needsOther",
  "archived",
] as const;

type PeerDocument = Record<(typeof peerFacets)[number], string[]> & { name: string; partNumber: string; price: number };

/** The questions all three can answer: filters, full words and all facet counts; price order without exactness. */
export const peerQueries: readonly CatalogQuery[] = queryMix.filter(
  ({ sort, priceMin, text }) =>
    priceMin === undefined && !sort && text !== "bakcup enterprse" && text !== "demogen0000ab1",
);

function toDocument(product: Product): PeerDocument {
  const [plan] = product.plans;
  const rows = plan?.prices ?? [];
  return {
    name: product.name,
    partNumber: product.partNumber,
    price: parseFloat(rows[0]?.amount ?? "0"),
    vendor: [product.vendor],
    service: [product.service ?? ""],
    category: [...product.categories],
    topic: [...product.topics],
    serviceType: [product.serviceType ?? ""],
    provider: [product.provider ?? ""],
    planType: [plan?.type ?? ""],
    billing: [plan?.billingPeriod ?? ""],
    commitment: [plan?.commitment ?? ""],
    currency: [...new Set(rows.map((row) => row.currency))],
    costKnown: [rows.some((row) => row.side === "cost") ? "true" : "false"],
    needsOther: [product.requires.length > 0 ? "true" : "false"],
    archived: [product.archived ? "true" : "false"],
  };
}

function filtersOf(query: CatalogQuery): Record<string, string[]> {
  const given = Object.entries(query.filters ?? {}).map(([facet, values]) => [facet, [...values]] as const);
  return { archived: ["false"], ...Object.fromEntries(given) };
}

/** ItemsJS with counts that ignore a facet's own choice, as ours do. */
export function createItemsJs(count: number): (query: CatalogQuery) => number {
  const documents = Array.from(benchProducts(count), toDocument);
  const aggregations = Object.fromEntries(
    peerFacets.map((facet) => [facet, { title: facet, size: 500, conjunction: false }]),
  );
  const engine = itemsjs(documents, { searchableFields: ["name", "partNumber"], aggregations });
  return (query) =>
    engine.search({
      query: query.text ?? "",
      filters: filtersOf(query),
      page: query.page,
      per_page: query.pageSize,
    }).pagination.total;
}

const ORAMA_BATCH = 2_000;

/** Orama, filled until the time is up: at 100,000 products it does not get done in minutes. */
export async function createOrama(count: number, forMs: number) {
  const schema: Record<string, "string" | "number" | "enum[]"> = {
    name: "string",
    partNumber: "string",
    price: "number",
  };
  for (const facet of peerFacets) schema[facet] = "enum[]";
  const db = create({ schema });
  const began = performance.now();
  let filled = 0;
  for (let batch: PeerDocument[] = []; filled < count && performance.now() - began < forMs; batch = []) {
    for (let i = filled; i < Math.min(count, filled + ORAMA_BATCH); i += 1) {
      batch.push(toDocument(benchProduct(i)));
    }
    await insertMultiple(db, batch, ORAMA_BATCH);
    filled += batch.length;
  }
  const facets = Object.fromEntries(peerFacets.map((facet) => [facet, { limit: 500 }]));
  const ask = (query: CatalogQuery) =>
    search(db, {
      term: query.text ?? "",
      where: Object.fromEntries(
        Object.entries(filtersOf(query)).map(([facet, values]) => [facet, { containsAny: values }]),
      ),
      facets,
      limit: query.pageSize,
      offset: (query.page - 1) * query.pageSize,
    });
  return { filled, ask, buildMs: performance.now() - began };
}
