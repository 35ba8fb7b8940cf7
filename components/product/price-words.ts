import type { PlanDto } from "@/lib/contracts/product";

/** The vendor's words around an amount that has its period behind it already: "Starting at", "per user". */
export function affixesOf({ pricePrefix, priceSuffix }: Pick<PlanDto, "pricePrefix" | "priceSuffix">): string | null {
  const suffix = priceSuffix?.replace(/^per (month|year)$|,? per (month|year)$/i, "");
  return [pricePrefix, suffix].filter(Boolean).join(", ") || null;
}
