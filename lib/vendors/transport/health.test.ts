import { describe, expect, it } from "vitest";
import { VendorError, type VendorErrorKind } from "@/lib/vendors/errors";
import { systemClock } from "@/lib/vendors/transport/clock";
import { createHealthBook } from "@/lib/vendors/transport/health";

const failure = (kind: VendorErrorKind, status: number | null) =>
  new VendorError("failed", {
    vendor: "ibm",
    operation: "read",
    kind,
    status,
    retryAfterMs: null,
    correlationId: null,
  });

describe("what is known of a vendor's credential after a rejection", () => {
  it.each<[VendorErrorKind, number | null, string]>([
    ["malformed", 200, "accepted"],
    ["throttled", 429, "rejected"],
    ["unavailable", 500, "rejected"],
    ["network", null, "rejected"],
    ["unauthorized", 401, "rejected"],
  ])("%s with status %s leaves it %s", (kind, status, credential) => {
    const book = createHealthBook(systemClock);
    book.onFailure(failure("unauthorized", 401));
    book.onFailure(failure(kind, status));
    expect(book.read().credential).toBe(credential);
  });
});
