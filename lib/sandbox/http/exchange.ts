import type { IncomingMessage } from "node:http";

/** One request, read completely. */
export type Exchange = {
  method: string;
  url: URL;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
};

const BODY_BYTES_MAX = 4_000_000;

export async function readExchange(request: IncomingMessage, origin: string): Promise<Exchange | "too-large"> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    bytes += buffer.length;
    if (bytes > BODY_BYTES_MAX) return "too-large";
    chunks.push(buffer);
  }
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  const url = URL.parse(request.url ?? "/", origin) ?? new URL(origin);
  return { method: request.method ?? "GET", url, headers, body: Buffer.concat(chunks).toString("utf8") };
}

/** The body as a JSON object, or `undefined` when it is anything else. */
export function readJsonObject(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
