import { type Problem, type ProblemCode, problemStatuses } from "@/lib/contracts/problem";
import { AppError } from "@/lib/server/app-error";
import { vendorProblem } from "@/lib/server/http/vendor-problem";
import { log } from "@/lib/server/log";
import { VendorError } from "@/lib/vendors/errors";

const titles: Record<ProblemCode, string> = {
  "bad-request": "The request could not be read",
  "not-signed-in": "Sign in first",
  "wrong-credentials": "Sign-in failed",
  forbidden: "Not allowed",
  "foreign-origin": "Refused",
  "not-found": "Not found",
  "method-not-allowed": "Not possible here",
  conflict: "Not possible now",
  gone: "No longer there",
  stale: "Changed in the meantime",
  "too-large": "Too large",
  "unsupported-media-type": "Unsupported media type",
  invalid: "Some values are wrong",
  "precondition-required": "Say which version you saw",
  "too-many-requests": "Too many requests",
  internal: "Something went wrong on our side",
  "vendor-failed": "A vendor did not answer",
  "not-ready": "Not ready yet",
};

/** Any thrown value as an RFC 9457 answer; what is not ours becomes a neutral 500 whose detail goes to the log. */
export function problemResponse(thrown: unknown, requestId: string): Response {
  const error = asAppError(thrown);
  if (error.code === "internal") log.error({ requestId, err: thrown }, "a request failed");
  const status = problemStatuses[error.code];
  const body: Problem = {
    ...error.extra,
    type: `urn:reseller-desk:problem:${error.code}`,
    title: titles[error.code],
    status,
    detail: error.message,
    code: error.code,
    requestId,
    ...(error.errors.length > 0 ? { errors: [...error.errors] } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "private, no-store",
      "x-request-id": requestId,
      ...error.headers,
    },
  });
}

function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof VendorError) return vendorProblem(thrown);
  const sentence =
    "Something went wrong on our side. Try again; if it stays, name the request id to your administrator.";
  return new AppError("internal", sentence, { cause: thrown });
}
