import { type CatalogFacet, catalogFacets } from "@/lib/domain/catalog/facets";
import type { CatalogQuery } from "@/lib/domain/catalog/catalog-index";
import type { Product } from "@/lib/domain/catalog/product";

/** A catalog search under measurement. Every answer has a page of products, the total and all facet counts. */
export type CatalogEngine = {
  /** How many products it took in; fewer than asked for where the time was up. */
  readonly products: number;
  ask(query: CatalogQuery): EngineAnswer | Promise<EngineAnswer>;
  close?(): Promise<void>;
};

export type EngineAnswer = { readonly total: number; /** Rows on the page. */ readonly shown: number };

/** Fills an engine with this many products, for so long at most. */
export type OpenEngine = (products: number, forMs: number) => Promise<CatalogEngine>;

/** What the other engines are given to count by; margin bands and orders are ours alone. */
export type PeerFacet = Exclude<CatalogFacet, "marginBand" | "orderable">;

export const peerFacets = catalogFacets.filter(
  (facet): facet is PeerFacet => facet !== "marginBand" && facet !== "orderable",
);

export type PeerDocument = Record<PeerFacet, string[]> & { readonly name: string; readonly partNumber: string };

export function toDocument(product: Product): PeerDocument {
  const [plan] = product.plans;
  const rows = plan?.prices ?? [];
  return {
    name: product.name,
    partNumber: product.partNumber,
    vendor: [product.vendor],
    service: product.service === null ? [] : [product.service],
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

export type PeerFilters = Readonly<Partial<Record<PeerFacet, readonly string[]>>>;

export function filtersOf(query: CatalogQuery): PeerFilters {
  const filters: Partial<Record<PeerFacet, readonly string[]>> = { archived: ["false"] };
  for (const facet of peerFacets) {
    const values = query.filters?.[facet];
    if (values) filters[facet] = values;
  }
  return filters;
}

export function withoutFacet(filters: PeerFilters, facet: PeerFacet): PeerFilters {
  const { [facet]: _own, ...others } = filters;
  return others;
}
