import type { VendorErrorKind } from "@/lib/vendors/errors";

/** Why a sync did not publish, where the vendor's answers as such were fine. */
export type OwnErrorKind = "held" | "jumped" | "empty" | "unreadable" | "interrupted" | "tooLong" | "internal";

export type SyncErrorKind = VendorErrorKind | OwnErrorKind;

/** The message is a sentence for people. `held` lists the keys to compare with the next answer. */
export class SyncError extends Error {
  override readonly name = "SyncError";
  readonly kind: SyncErrorKind;
  readonly held: readonly string[] | null;

  constructor(kind: SyncErrorKind, message: string, held: readonly string[] | null = null) {
    super(message);
    this.kind = kind;
    this.held = held;
  }
}
