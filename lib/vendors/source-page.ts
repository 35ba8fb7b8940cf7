import type { VendorProduct } from "@/lib/domain/catalog/product";

/** A record that broke the vendor's documented shape; `excerpt` is at most 500 characters, secrets and markup defused. */
export type RejectedRecord = { readonly identity: string | null; readonly reason: string; readonly excerpt: string };

/** One step of a crawl. `total` is the vendor's own count where it states one. */
export type SourcePage = {
  readonly products: readonly VendorProduct[];
  readonly rejected: readonly RejectedRecord[];
  readonly done: number;
  readonly total: number | null;
  /**
   * With the last page of a list that was read in one calm walk: what each of its pages was, byte for byte. Where these
   * are the known ones, products are left out.
   */
  readonly prints?: readonly string[];
};
