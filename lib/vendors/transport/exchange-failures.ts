import type { Clock } from "@/lib/vendors/transport/clock";
import type { Cut, Deadline, Limits } from "@/lib/vendors/transport/deadline";
import {
  type FailureNames,
  isOutageStatus,
  kindOfStatus,
  spoken,
  statusMessage,
  TryFailure,
  vendorError,
  type VendorErrorBody,
} from "@/lib/vendors/transport/failure";
import { readJson } from "@/lib/vendors/transport/parse-body";
import { readBody } from "@/lib/vendors/transport/read-body";
import type { Redactor } from "@/lib/vendors/transport/redact";
import { readRetryAfter, throttleDefaultMs } from "@/lib/vendors/transport/retry-after";

export type FailureSettings = FailureNames & {
  readonly limits: Limits;
  readonly redact: Redactor;
  readonly clock: Clock;
  readonly readErrorBody: (body: unknown) => VendorErrorBody;
};

const errorBytesMax = 64 * 1024;

/** The answer is there and cannot be used. */
export function malformed(
  settings: FailureSettings,
  { operation }: { readonly operation: string },
  response: Response,
  fact: string,
  traits: { readonly repeatable: boolean; readonly cause?: string } = { repeatable: true },
): TryFailure {
  const message = `${settings.label} ${fact} when asked to ${operation}. If it stays, ask the vendor.`;
  const detail = {
    status: response.status,
    correlationId: correlationIdOf(response, settings.redact),
    cause: traits.cause,
  };
  const error = vendorError(settings, operation, "malformed", message, detail);
  return new TryFailure(error, { repeatable: traits.repeatable, outage: false });
}

/** The vendor refused or failed, and said so. */
export async function statusFailure(
  settings: FailureSettings,
  operation: string,
  response: Response,
  deadline: Deadline,
): Promise<TryFailure> {
  const { status, headers } = response;
  const read = await readBody(response, errorBytesMax, deadline.touch).catch(() => null);
  const body = read?.kind === "whole" ? readJson(read.bytes) : undefined;
  const said = settings.readErrorBody(body);
  const code = said.code !== null && /^[A-Za-z0-9_.-]{1,40}$/.test(said.code) ? settings.redact(said.code) : null;
  const asked = readRetryAfter(headers.get("retry-after"), headers.get("date"), settings.clock.now());
  const error = vendorError(
    settings,
    operation,
    kindOfStatus(status),
    statusMessage(settings.label, operation, status, code),
    {
      status,
      correlationId: correlationIdOf(response, settings.redact) ?? bodyCorrelationId(body, settings.redact),
      retryAfterMs: status === 429 ? (asked ?? throttleDefaultMs) : asked,
      cause: said.message === null ? undefined : settings.redact(said.message).slice(0, 200),
    },
  );
  const outage = isOutageStatus(status);
  return new TryFailure(error, { repeatable: outage && status !== 501 && status !== 505, outage });
}

const correlationHeaders = ["x-correlation-id", "x-global-transaction-id", "x-request-id"];

function correlationIdOf(response: Response, redact: Redactor): string | null {
  for (const name of correlationHeaders) {
    const id = safeId(response.headers.get(name), redact);
    if (id !== null) return id;
  }
  return null;
}

function bodyCorrelationId(body: unknown, redact: Redactor): string | null {
  if (typeof body !== "object" || body === null || !("correlationId" in body)) return null;
  return typeof body.correlationId === "string" ? safeId(body.correlationId, redact) : null;
}

/** An id that holds a credential of ours is none: it goes into logs and status pages. */
function safeId(text: string | null, redact: Redactor): string | null {
  return text !== null && /^[\w.:-]{1,100}$/.test(text) && redact(text) === text ? text : null;
}

function lateness(cut: Exclude<Cut, "caller">, limits: Limits): string {
  switch (cut) {
    case "whole":
      return `did not answer within ${spoken(limits.wholeMs)}`;
    case "connect":
      return `could not be reached within ${spoken(limits.connectMs)}`;
    case "headers":
      return `did not begin to answer within ${spoken(limits.headersMs)}`;
    case "idle":
      return `stopped in the middle of an answer for ${spoken(limits.idleMs)}`;
  }
}

/** No answer came through. */
export function transportFailure(
  settings: FailureSettings,
  operation: string,
  error: unknown,
  cut: Cut | null,
): TryFailure {
  const { label } = settings;
  if (cut === "caller") {
    const message = `The request to ${label} was cancelled.`;
    return new TryFailure(vendorError(settings, operation, "cancelled", message), { repeatable: false, outage: false });
  }
  if (cut !== null) {
    const message = `${label} ${lateness(cut, settings.limits)} when asked to ${operation}. Try again in a moment.`;
    const timeout = vendorError(settings, operation, "timeout", message);
    return new TryFailure(timeout, { repeatable: true, outage: true });
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : null;
  if (cause?.message === "unexpected redirect") {
    const message = `${label} pointed us to another address when asked to ${operation}; we do not follow.`;
    return new TryFailure(vendorError(settings, operation, "malformed", message), { repeatable: false, outage: false });
  }
  const code = cause !== null && "code" in cause && typeof cause.code === "string" ? cause.code : "unknown";
  const detail = { cause: settings.redact(code) };
  const message = `The connection to ${label} broke when asked to ${operation}. It is asked again by itself.`;
  return new TryFailure(vendorError(settings, operation, "network", message, detail), {
    repeatable: true,
    outage: true,
  });
}
