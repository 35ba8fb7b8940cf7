import { VendorError, type VendorErrorFacts, type VendorErrorKind } from "@/lib/vendors/errors";

/** What a vendor's own error body says; both parts are only ever kept after cleaning. */
export type VendorErrorBody = { readonly code: string | null; readonly message: string | null };

/** One failed try, with what the policies need to know about it. */
export class TryFailure extends Error {
  override readonly name = "TryFailure";
  readonly error: VendorError;
  /** Asking again may help. */
  readonly repeatable: boolean;
  /** Says that the vendor is down, not that it disliked what we asked. */
  readonly outage: boolean;

  constructor(error: VendorError, traits: { readonly repeatable: boolean; readonly outage: boolean }) {
    super(error.message, { cause: error });
    this.error = error;
    this.repeatable = traits.repeatable;
    this.outage = traits.outage;
  }
}

export type FailureNames = { readonly vendor: string; readonly label: string };

type Detail = Partial<Pick<VendorErrorFacts, "status" | "retryAfterMs" | "correlationId">> & {
  readonly cause?: string;
};

export function vendorError(
  names: FailureNames,
  operation: string,
  kind: VendorErrorKind,
  message: string,
  detail: Detail = {},
): VendorError {
  const facts: VendorErrorFacts = {
    vendor: names.vendor,
    operation,
    kind,
    status: detail.status ?? null,
    retryAfterMs: detail.retryAfterMs ?? null,
    correlationId: detail.correlationId ?? null,
  };
  return new VendorError(message, facts, detail.cause === undefined ? undefined : new Error(detail.cause));
}

export function kindOfStatus(status: number): VendorErrorKind {
  const known = kinds[status];
  if (known) return known;
  if (status >= 500) return "unavailable";
  return status >= 400 ? "rejected" : "malformed";
}

const kinds: Readonly<Record<number, VendorErrorKind>> = {
  401: "unauthorized",
  403: "forbidden",
  404: "notFound",
  408: "timeout",
  425: "unavailable",
  429: "throttled",
};

/** 4xx other than these three say that we asked wrongly, not that the vendor is down. */
const outageStatuses: ReadonlySet<number> = new Set([408, 425, 429]);

export function isOutageStatus(status: number): boolean {
  return status >= 500 || outageStatuses.has(status);
}

/** The sentence for people: who, what happened, for which request, and what to do next. */
export function statusMessage(label: string, operation: string, status: number, code: string | null): string {
  const shown = code === null ? `${status}` : `${status}, ${code}`;
  const next = nextSteps[kindOfStatus(status)] ?? "";
  return `${label} ${verbs[kindOfStatus(status)] ?? "gave an answer we do not know"} (${shown}) when asked to ${operation}.${next}`;
}

const verbs: Partial<Record<VendorErrorKind, string>> = {
  unauthorized: "refused the credentials",
  forbidden: "does not allow this to our account",
  notFound: "does not know what was asked for",
  timeout: "took too long",
  throttled: "asks us to slow down",
  unavailable: "is not able to answer",
  rejected: "did not accept the request",
};

const nextSteps: Partial<Record<VendorErrorKind, string>> = {
  unauthorized: " Check the credentials in the server's settings.",
  forbidden: " Ask the vendor which rights the account has.",
  notFound: " It may have been withdrawn.",
  rejected: " Check what was asked for.",
  throttled: " It is asked again by itself after the stated wait.",
  unavailable: " It is asked again by itself.",
  timeout: " It is asked again by itself.",
};

/** "30 s", "1.5 s", "200 ms": as people say it. */
export function spoken(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${Math.round(ms / 100) / 10} s`;
}
