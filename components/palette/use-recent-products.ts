"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { rememberProduct } from "@/components/palette/recent-products";

/** A glance on the way elsewhere is not remembered. */
const LOOKED_AT_MS = 1_000;

/** Remembers each product page that is looked at, by its title. */
export function useRecentProducts(user: string): void {
  const path = usePathname();
  useEffect(() => {
    if (!path.startsWith("/products/")) return undefined;
    const timer = setTimeout(() => {
      const label = document.querySelector("main h1")?.textContent ?? "";
      // The page of a product that is not there has another title.
      if (label && document.title.startsWith(label)) rememberProduct(user, { path, label });
    }, LOOKED_AT_MS);
    return () => clearTimeout(timer);
  }, [path, user]);
}
