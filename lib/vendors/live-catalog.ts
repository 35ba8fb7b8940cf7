import type { VendorProduct } from "@/lib/domain/catalog/product";
import type { VendorFilter, VendorNameList } from "@/lib/domain/catalog/vendor-question";
import type { RejectedRecord } from "@/lib/vendors/source-page";
import type { MappedRecord } from "@/lib/vendors/crawl";

/** One page, counted from 1, of what the vendor answers now. */
export type LiveQuery = {
  readonly locale: string;
  readonly page: number;
  readonly pageSize: number;
  readonly filters: Readonly<Partial<Record<VendorFilter, string>>>;
};

export type LivePage = {
  readonly products: readonly VendorProduct[];
  readonly rejected: readonly RejectedRecord[];
  /** The vendor's own count where it states one. */
  readonly total: number | null;
};

export type LiveRef = { readonly externalId: string | null; readonly partNumber: string; readonly locale: string };

export type LiveList = {
  /** What this list can be narrowed by; other filters must not be asked for. */
  readonly filters: readonly VendorFilter[];
  readonly readPage: (query: LiveQuery, signal: AbortSignal) => Promise<LivePage>;
  /** Everything the vendor has under this id or part number; it may be several variants. */
  readonly readProduct: (ref: LiveRef, signal: AbortSignal) => Promise<readonly VendorProduct[]>;
};

/** The vendor asked directly, past our own copy. Every method may throw a `VendorError`. */
export type LiveCatalog = {
  /** What we may resell. */
  readonly products: LiveList;
  /** What the vendor shows to everybody; null where it has no such list. */
  readonly publicProducts: LiveList | null;
  readonly nameLists: readonly VendorNameList[];
  readonly readNames: (list: VendorNameList, signal: AbortSignal) => Promise<readonly string[]>;
};

/** Our filters under the vendor's names of them, as far as the vendor knows them. */
export function inVendorWords<Parameter extends string>(
  known: Readonly<Partial<Record<VendorFilter, Parameter>>>,
  asked: LiveQuery["filters"],
): Partial<Record<Parameter, string>> {
  const filters = Object.entries(known) as readonly [VendorFilter, Parameter][];
  const pairs = filters.flatMap(([filter, parameter]) => {
    const value = asked[filter];
    return value === undefined ? [] : [[parameter, value]];
  });
  // The pairs hold nothing but parameters of `known`.
  return Object.fromEntries(pairs) as Partial<Record<Parameter, string>>;
}

export function toLivePage(mapped: readonly MappedRecord[], total: number | null): LivePage {
  return {
    products: mapped.flatMap((record) => (record.kind === "product" ? [record.product] : [])),
    rejected: mapped.flatMap((record) => (record.kind === "product" ? record.notes : [record.rejected])),
    total,
  };
}
