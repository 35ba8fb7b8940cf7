import type { VendorId } from "@/lib/domain/catalog/product";

/** What went wrong between us and a vendor, in the terms a status page and an alarm need. */
export const vendorErrorKinds = [
  "unauthorized",
  "forbidden",
  "notFound",
  "rejected",
  "throttled",
  "unavailable",
  "timeout",
  "network",
  "malformed",
  "incomplete",
  "cancelled",
] as const;

export type VendorErrorKind = (typeof vendorErrorKinds)[number];

export type VendorErrorFacts = {
  readonly vendor: VendorId;
  readonly operation: string;
  readonly kind: VendorErrorKind;
  /** The upstream status where an answer came. */
  readonly status: number | null;
  /** Milliseconds the vendor asked us to wait, where it did. */
  readonly retryAfterMs: number | null;
  readonly correlationId: string | null;
};

/** The message is fit for people: it names the operation and the fact, never a secret, host or raw upstream body. */
export class VendorError extends Error {
  override readonly name = "VendorError";
  readonly facts: VendorErrorFacts;

  constructor(message: string, facts: VendorErrorFacts, cause?: unknown) {
    super(message, { cause });
    this.facts = facts;
  }

  /** The bundler may load this module several times in one process; an error of any of them is one of ours. */
  static override [Symbol.hasInstance](thrown: unknown): thrown is VendorError {
    return thrown instanceof Error && thrown.name === "VendorError" && "facts" in thrown;
  }
}
