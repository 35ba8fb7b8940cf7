import type { Route } from "next";
import { address } from "@/components/ui/address";

/** The stable address of a product. */
export function productPath({ vendor, key }: { vendor: string; key: string }, plan?: string, locale?: string): Route {
  const path = `/products/${encodeURIComponent(vendor)}/${encodeURIComponent(key)}`;
  const search = [...(plan ? [`plan=${encodeURIComponent(plan)}`] : []), ...(locale ? [`locale=${locale}`] : [])];
  return address([path, ...(search.length > 0 ? [search.join("&")] : [])].join("?"));
}
