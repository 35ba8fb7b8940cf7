import type { Clock } from "@/lib/vendors/transport/clock";
import { type Cut, type Deadline, type Limits, startDeadline } from "@/lib/vendors/transport/deadline";
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
import { type BodyParser, readJson } from "@/lib/vendors/transport/parse-body";
import { readBody } from "@/lib/vendors/transport/read-body";
import type { Redactor } from "@/lib/vendors/transport/redact";
import { readRetryAfter, throttleDefaultMs } from "@/lib/vendors/transport/retry-after";
import { watchSending } from "@/lib/vendors/transport/watch-sending";

/** An answer kept for the next time, under the validator the vendor gave it. */
export type CachedAnswer<T> = { readonly data: T; readonly etag: string; readonly bytes: number };

export type VendorAnswer<T> = {
  readonly data: T;
  readonly etag: string | null;
  readonly bytes: number;
  readonly notModified: boolean;
};

export type ExchangeSettings = FailureNames & {
  readonly limits: Limits;
  readonly bytesMax: number;
  readonly redact: Redactor;
  readonly clock: Clock;
  readonly readErrorBody: (body: unknown) => VendorErrorBody;
};

export type ExchangeRequest<T> = {
  readonly operation: string;
  readonly url: URL;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly parse: BodyParser<T>;
  readonly cached: CachedAnswer<T> | null;
  readonly signal: AbortSignal;
};

const errorBytesMax = 64 * 1024;

/** One try: send, read, check, parse. Everything that can go wrong leaves as a `TryFailure`. */
export async function exchange<T>(settings: ExchangeSettings, request: ExchangeRequest<T>): Promise<VendorAnswer<T>> {
  const deadline = startDeadline(request.signal, settings.limits);
  try {
    const response = await send(request, deadline);
    return await readAnswer(settings, request, response, deadline);
  } catch (error) {
    throw error instanceof TryFailure ? error : transportFailure(settings, request.operation, error, deadline.cut());
  } finally {
    deadline.release();
  }
}

function send<T>(request: ExchangeRequest<T>, deadline: Deadline): Promise<Response> {
  const { method, body, cached } = request;
  const headers = new Headers(request.headers);
  headers.set("accept", "application/json");
  if (body !== null) headers.set("content-type", "application/json");
  if (cached !== null) headers.set("if-none-match", cached.etag);
  // A redirect would carry the vendors' own credential headers to another origin: fetch drops only Authorization.
  const traits = { redirect: "error", cache: "no-store", signal: deadline.signal } as const;
  return watchSending(deadline, () => fetch(request.url, { method, headers, body, ...traits }));
}

async function readAnswer<T>(
  settings: ExchangeSettings,
  request: ExchangeRequest<T>,
  response: Response,
  deadline: Deadline,
): Promise<VendorAnswer<T>> {
  deadline.touch();
  if (response.status === 304 && request.cached !== null) {
    await response.body?.cancel();
    return { ...request.cached, notModified: true };
  }
  if (!response.ok) throw await statusFailure(settings, request.operation, response, deadline);
  if (!isJson(response)) {
    await response.body?.cancel();
    throw malformed(settings, request, response, "answered with something that is not JSON");
  }
  const body = await readBody(response, settings.bytesMax, deadline.touch);
  if (body.kind === "tooLarge") {
    const limit = `more than ${Math.floor(settings.bytesMax / 1024 / 1024)} MiB`;
    throw malformed(settings, request, response, `answered with ${limit}`, { repeatable: false });
  }
  const bytes = body.bytes.byteLength;
  // What is left is our own work: the vendor's time is over.
  deadline.release();
  const parsed = await request.parse(body.bytes);
  if (parsed.kind === "broken") throw malformed(settings, request, response, "answered with broken JSON");
  if (parsed.kind === "unknownShape") {
    const cause = settings.redact(parsed.cause);
    throw malformed(settings, request, response, "answered in a shape we do not know", { repeatable: false, cause });
  }
  return { data: parsed.data, etag: response.headers.get("etag"), bytes, notModified: false };
}

function isJson(response: Response): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(response.headers.get("content-type") ?? "");
}

function malformed<T>(
  settings: ExchangeSettings,
  request: ExchangeRequest<T>,
  response: Response,
  fact: string,
  traits: { readonly repeatable: boolean; readonly cause?: string } = { repeatable: true },
): TryFailure {
  const message = `${settings.label} ${fact} when asked to ${request.operation}. If it stays, ask the vendor.`;
  const detail = {
    status: response.status,
    correlationId: correlationIdOf(response, settings.redact),
    cause: traits.cause,
  };
  const error = vendorError(settings, request.operation, "malformed", message, detail);
  return new TryFailure(error, { repeatable: traits.repeatable, outage: false });
}

async function statusFailure(
  settings: ExchangeSettings,
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

function transportFailure(settings: ExchangeSettings, operation: string, error: unknown, cut: Cut | null): TryFailure {
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
