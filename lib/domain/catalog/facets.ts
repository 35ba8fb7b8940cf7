/** Facets with a list of values, in the order screens show them. */
export const listFacets = [
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
  "marginBand",
] as const;
export type ListFacet = (typeof listFacets)[number];

/** Facets that are either true or false. */
export const flagFacets = ["costKnown", "needsOther", "orderable", "archived"] as const;
export type FlagFacet = (typeof flagFacets)[number];

/** What a catalog can be narrowed by. */
export const catalogFacets = [...listFacets, ...flagFacets] as const;

export type CatalogFacet = (typeof catalogFacets)[number];

/** The band depends on the amounts a row shows and on bounds the house may move: it is not stored with the product. */
export type StoredFacet = Exclude<CatalogFacet, "marginBand">;
export const storedFacets: readonly StoredFacet[] = catalogFacets.filter((facet) => facet !== "marginBand");

export const catalogSorts = ["relevance", "name", "price", "margin", "updated"] as const;
export type CatalogSort = (typeof catalogSorts)[number];

/** Answers that come from cost and exist only for those who may see it. */
export const costFacets: readonly CatalogFacet[] = ["costKnown", "marginBand"];
export const costSorts: readonly CatalogSort[] = ["margin"];

export function isFlagFacet(facet: string): facet is FlagFacet {
  return (flagFacets as readonly string[]).includes(facet);
}

export function isListFacet(facet: string): facet is ListFacet {
  return (listFacets as readonly string[]).includes(facet);
}
