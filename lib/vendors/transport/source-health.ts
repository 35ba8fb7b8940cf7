export type BreakerState = "closed" | "open" | "halfOpen";

/** What the status page may show of a vendor. Carries no secret and no host. */
export type SourceHealth = {
  readonly reachable: boolean | null;
  /** ISO 8601 instant since which `reachable` holds. */
  readonly since: string | null;
  readonly credential: "unknown" | "accepted" | "rejected";
  readonly tokenExpiresAt: string | null;
  readonly breaker: BreakerState;
  readonly nextTryAt: string | null;
  readonly requests: number;
  readonly notModified: number;
  readonly throttled: number;
  readonly failures: number;
  readonly lastError: { readonly message: string; readonly at: string; readonly correlationId: string | null } | null;
};
