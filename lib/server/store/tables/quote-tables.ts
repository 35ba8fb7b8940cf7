export type QuoteTables = {
  quotes: {
    number: string;
    owner_id: string;
    cart_id: string | null;
    cart_version: number | null;
    created_at: string;
  };
  quote_versions: {
    number: string;
    version: number;
    state: string;
    /** Internal document with cost, as JSON. */
    document: string;
    valid_until: string;
    customer_name: string;
    title: string;
    prepared_by: string;
    currency: string;
    first_year: string;
    created_at: string;
    updated_at: string;
    sent_at: string | null;
    content_hash: string | null;
    /** Counts edits, so that a stale one is refused. */
    revision: number;
  };
  /** The only table that public routes read of a quote: frozen, and free of cost. */
  quote_publications: {
    number: string;
    version: number;
    state: string;
    valid_until: string;
    time_zone: string;
    content: string;
    content_hash: string;
    published_at: string;
    decision: string | null;
  };
  /** Who asked for approval of a version, and who gave or refused it; steps are only ever added. */
  quote_approvals: {
    id: string;
    number: string;
    version: number;
    position: number;
    kind: string;
    at: string;
    by_id: string;
    by_name: string;
    note: string | null;
    /** The limits that asked for it, as JSON. */
    asks: string;
  };
  share_links: {
    id: string;
    token_hash: string;
    kind: "quote" | "product";
    /** Quote number, or vendor and key of a product as JSON. */
    target: string;
    version: number | null;
    created_by: string;
    created_at: string;
    expires_at: string;
    revoked_at: string | null;
    views: number;
    last_viewed_at: string | null;
  };
};
