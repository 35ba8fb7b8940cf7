import type { StoredFacet } from "@/lib/domain/catalog/facets";
import type { FacetColumn } from "@/lib/domain/catalog/index/facet-column";
import type { NameRanks } from "@/lib/domain/catalog/index/locale-ranks";
import type { OfferColumns } from "@/lib/domain/catalog/index/offer-columns";
import type { StringTable } from "@/lib/domain/catalog/index/string-table";
import type { TextIndexData } from "@/lib/domain/catalog/text/text-index";

/** A whole catalog as columns. Rows are numbered in order of name. Plain data: it can be moved between threads. */
export type CatalogIndexData = {
  readonly size: number;
  readonly facets: Readonly<Record<StoredFacet, FacetColumn>>;
  readonly offers: OfferColumns;
  /** Rank of the vendor's last change, -1 where not given. */
  readonly updatedRanks: Int32Array;
  readonly updatedCount: number;
  /** For further locales than the one rows are numbered in. */
  readonly nameRanks: NameRanks;
  readonly text: TextIndexData;
  /** "vendor key" in order, and the row of each. */
  readonly addresses: { readonly table: StringTable; readonly rows: Int32Array };
  /** By row: its place among the products as they were added. */
  readonly added: Int32Array;
  /** The rows that require each row: dependents.rows[starts[row] … starts[row + 1]). */
  readonly dependents: { readonly starts: Int32Array; readonly rows: Int32Array };
  /** Packed list rows; row r is bytes[starts[r] … ends[r]). */
  readonly packed: { readonly bytes: Uint8Array; readonly starts: Uint32Array; readonly ends: Uint32Array };
};

export function addressText(vendor: string, key: string): string {
  return `${vendor} ${key}`;
}
