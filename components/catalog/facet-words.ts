import { formatBilling, formatPeriod } from "@/components/ui/format";

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
  costKnown: "Cost known",
  needsOther: "Needs another product",
  archived: "Archived",
};

/** Shown open from the start; the rest are one press away. */
export const openFacets: ReadonlySet<string> = new Set(["vendor", "category", "service", "billing", "commitment"]);

const planTypes: Record<string, string> = { buy: "Buy", try: "Trial" };

/** The server's label, or readable words where it repeats the vendor's own value. */
export function facetValueLabel(facet: string, { value, label }: { value: string; label: string }): string {
  if (label !== value) return label;
  if (facet === "costKnown" || facet === "needsOther" || facet === "archived") {
    return value === "true" ? "Yes" : value === "false" ? "No" : label;
  }
  if (facet === "billing" && value.startsWith("P")) return formatBilling(value);
  if (facet === "commitment" && value.startsWith("P")) return formatPeriod(value);
  if (facet === "planType") return planTypes[value] ?? label;
  return label;
}

export const paramTitles: Record<string, string> = {
  ...facetTitles,
  sort: "Sort",
  per: "Price view",
  rows: "Rows",
  priceMin: "Price from",
  priceMax: "Price to",
  locale: "Language",
};
