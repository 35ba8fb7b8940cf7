import type { Suggestion } from "@/lib/contracts/suggest";

export const suggestionTitles: Record<Suggestion["kind"], string> = {
  product: "Products",
  service: "Services",
  category: "Categories",
  quote: "Quotes",
};
