import type { ProductSummary } from "@/lib/contracts/catalog";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { findSummaries } from "@/lib/server/catalog/find-summaries";
import type { Viewer } from "@/lib/server/viewer";

/** Every product that answers to a part number; where some have exactly this one, those alone. */
export async function findByNumber(viewer: Viewer, number: string): Promise<readonly ProductSummary[]> {
  const catalog = await currentCatalog();
  const found = catalog.findByPartNumber(number);
  const exact = found.filter(({ partNumber }) => partNumber === number);
  return findSummaries(catalog, viewer, exact.length > 0 ? exact : found).filter((one) => one !== null);
}
