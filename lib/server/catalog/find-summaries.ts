import type { ProductSummary } from "@/lib/contracts/catalog";
import type { ProductRef } from "@/lib/domain/catalog/product";
import type { Catalog } from "@/lib/server/catalog/current-catalog";
import { rowFacts } from "@/lib/server/catalog/row-facts";
import { toCostSummary, toProductSummary } from "@/lib/server/catalog/to-product-summary";
import { may, type Viewer } from "@/lib/server/viewer";

/** The lines of these products as a list shows them to this viewer, in the given order; null for what is not there. */
export function findSummaries(
  catalog: Catalog,
  viewer: Viewer,
  refs: readonly ProductRef[],
): readonly (ProductSummary | null)[] {
  const toSummary = may(viewer, "costs:read") ? toCostSummary : toProductSummary;
  return refs.map((ref) => {
    const row = catalog.index.findRow(ref);
    return row === null ? null : toSummary(catalog.index.listRow(row), rowFacts(catalog.index, row), []);
  });
}
