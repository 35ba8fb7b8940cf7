/** Facets in the order of the panel, with their one name. */
export const facetTitles: Record<string, string> = {
  vendor: "Vendor",
  category: "Category",
  service: "Service",
  topic: "Topic",
  serviceType: "Service type",
  provider: "Provider",
  planType: "Plan type",
  billing: "Billing",
  commitment: "Commitment",
  currency: "Currency",
  marginBand: "Margin band",
  costKnown: "Cost known",
  needsOther: "Needs another product",
  orderable: "Orderable here",
  archived: "Archived",
};

/** Shown open from the start; the rest are one press away. */
export const openFacets: ReadonlySet<string> = new Set(["vendor", "category", "service", "billing", "commitment"]);

/** Their values are the vendors' words: vendors name them in one language, and filter by those names. */
export const vendorWorded: ReadonlySet<string> = new Set(["category", "topic", "serviceType"]);

export const paramTitles: Record<string, string> = {
  ...facetTitles,
  sort: "Sort",
  per: "Price view",
  rows: "Rows",
  priceMin: "Price from",
  priceMax: "Price to",
  locale: "Language",
};
