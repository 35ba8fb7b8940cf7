/** What a catalog can be narrowed by, in the order screens show it. */
export const catalogFacets = [
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

export type CatalogFacet = (typeof catalogFacets)[number];

export const catalogSorts = ["relevance", "name", "price", "margin", "updated"] as const;
export type CatalogSort = (typeof catalogSorts)[number];

/** Answers that come from cost and exist only for those who may see it. */
export const costFacets: readonly CatalogFacet[] = ["costKnown"];
export const costSorts: readonly CatalogSort[] = ["margin"];
