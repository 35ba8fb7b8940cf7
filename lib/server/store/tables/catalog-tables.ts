/** `generation` counts the complete catalogs of a vendor; the one in `vendor_catalogs` is published. */
export type CatalogTables = {
  vendor_catalogs: {
    vendor: string;
    generation: number;
    as_of: string;
    product_count: number;
    taxonomy: string;
    /** What its pages were when the vendor gave them, as JSON (`KnownList`); null where that says nothing. */
    list_prints: string | null;
  };
  catalog_products: {
    vendor: string;
    generation: number;
    locale: string;
    key: string;
    name: string;
    content_hash: string;
    /** A product as `stored-product.ts` writes it. */
    data: string;
  };
  syncs: {
    id: string;
    vendor: string;
    state: "running" | "succeeded" | "failed" | "cancelled";
    fence: number;
    started_at: string;
    finished_at: string | null;
    started_by: string;
    counts: string;
    done: number;
    total: number | null;
    error: string | null;
    /** What kind of failure `error` tells of: a `VendorErrorKind`, or one of the sync's own. */
    error_kind: string | null;
    /** Keys that a complete answer lacked, or whose prices jumped in it, as JSON; compared with the next answer. */
    held: string | null;
  };
  changes: {
    id: string;
    sync_id: string;
    at: string;
    vendor: string;
    key: string;
    name: string;
    kind: string;
    what: string;
    old_value: string | null;
    new_value: string | null;
  };
  findings: {
    id: string;
    sync_id: string;
    at: string;
    vendor: string;
    kind: string;
    key: string | null;
    name: string | null;
    reason: string;
    excerpt: string | null;
    /** 1 = the finding itself tells a cost. */
    shows_cost: number;
  };
  plan_configurations: {
    vendor: string;
    product_key: string;
    plan_key: string;
    locale: string;
    fetched_at: string;
    /** A `PlanConfiguration` as JSON, or the text null where the vendor has none. */
    data: string;
  };
};
