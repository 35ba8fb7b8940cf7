import type { Route } from "next";
import { address } from "@/components/ui/address";

/** The stable address of a product. */
export function productPath({ vendor, key }: { vendor: string; key: string }, plan?: string): Route {
  const path = `/products/${encodeURIComponent(vendor)}/${encodeURIComponent(key)}`;
  return address(plan ? `${path}?plan=${encodeURIComponent(plan)}` : path);
}
