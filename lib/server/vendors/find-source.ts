import { AppError } from "@/lib/server/app-error";
import { vendorSources } from "@/lib/server/sources";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import type { LiveCatalog, LiveList } from "@/lib/vendors/live-catalog";

/** The vendor of this id; throws `not-found` and names those there are. */
export async function findSource(vendor: string): Promise<CatalogSource> {
  const sources = await vendorSources();
  const source = sources.find((candidate) => candidate.vendor === vendor);
  if (source) return source;
  const known = sources.map((candidate) => candidate.vendor).join(", ");
  throw new AppError("not-found", `There is no vendor “${vendor}” here. There is: ${known || "none"}.`);
}

/** Throws `not-found` for a vendor whose products can only be crawled. */
export function liveCatalogOf({ live, label }: CatalogSource): LiveCatalog {
  if (live) return live;
  throw new AppError("not-found", `${label} cannot be asked for single pages; use /api/products instead.`);
}

export type ListName = "products" | "public-products";

/** Throws `not-found` for a vendor without such a list. */
export function liveListOf(source: CatalogSource, name: ListName): LiveList {
  const { products, publicProducts } = liveCatalogOf(source);
  const list = name === "products" ? products : publicProducts;
  if (list) return list;
  throw new AppError("not-found", `${source.label} has no public list; ask for what may be resold instead.`);
}
