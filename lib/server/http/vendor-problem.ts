import { AppError } from "@/lib/server/app-error";
import type { VendorError } from "@/lib/vendors/errors";

/** A vendor's failure as a problem of ours: who, what, what next, and the id by which the vendor finds the request. */
export function vendorProblem(error: VendorError): AppError {
  const { vendor, kind, status, correlationId, retryAfterMs } = error.facts;
  const seconds = retryAfterMs === null ? null : Math.max(1, Math.ceil(retryAfterMs / 1000));
  return new AppError("vendor-failed", error.message, {
    cause: error,
    extra: {
      vendor,
      kind,
      ...(status === null ? {} : { vendorStatus: status }),
      ...(correlationId ? { correlationId } : {}),
    },
    headers: seconds === null ? {} : { "retry-after": `${seconds}` },
  });
}
