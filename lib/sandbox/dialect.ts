/** How the vendors speak where their documents leave it open. Changeable at run time. */
export type Dialect = {
  cloudblue: {
    /** Error body of the official file, or the one seen in production. */
    errorBody: "platform" | "spring";
    /** Requests allowed in a window; more get 429. */
    budget: { requests: number; seconds: number; retryAfter: "seconds" | "date" | "none" } | null;
    limitMax: number;
  };
  ibm: {
    /** The vendor's example shows an object, its live answers an array. */
    components: "array" | "object";
    planType: "Buy" | "BUY";
    /** `auto`: everything in one answer up to 1,000 products, paged above. */
    resellerList: "auto" | "unpaged" | "paged";
    /** Missing credentials on catalog routes: the documented body or the gateway's. */
    authErrorBody: "documented" | "gateway";
    unknownLocale: "error" | "empty";
    links: "absolute" | "relative" | "none";
    pageSizeMax: number;
  };
};

export function defaultDialect(): Dialect {
  return {
    cloudblue: { errorBody: "platform", budget: null, limitMax: 500 },
    ibm: {
      components: "array",
      planType: "Buy",
      resellerList: "auto",
      authErrorBody: "documented",
      unknownLocale: "error",
      links: "absolute",
      pageSizeMax: 200,
    },
  };
}
