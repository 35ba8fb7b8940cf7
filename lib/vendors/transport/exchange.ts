import { type Deadline, startDeadline } from "@/lib/vendors/transport/deadline";
import {
  type FailureSettings,
  malformed,
  statusFailure,
  transportFailure,
} from "@/lib/vendors/transport/exchange-failures";
import { TryFailure } from "@/lib/vendors/transport/failure";
import type { BodyParser } from "@/lib/vendors/transport/parse-body";
import { readBody } from "@/lib/vendors/transport/read-body";
import { watchSending } from "@/lib/vendors/transport/watch-sending";

/** An answer kept for the next time, under the validator the vendor gave it. */
export type CachedAnswer<T> = { readonly data: T; readonly etag: string; readonly bytes: number };

export type VendorAnswer<T> = {
  readonly data: T;
  readonly etag: string | null;
  readonly bytes: number;
  readonly notModified: boolean;
};

export type ExchangeSettings = FailureSettings & { readonly bytesMax: number };

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
  // A part of the list would pass for the whole page; we never ask for a range.
  if (response.status === 206) {
    await response.body?.cancel();
    throw malformed(settings, request, response, "answered with a part only");
  }
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
