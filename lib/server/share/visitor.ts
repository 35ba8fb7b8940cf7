import type { Viewer } from "@/lib/server/viewer";

/** What a request tells about whoever opens a share link. */
export type Visitor = {
  readonly headers: Headers;
  readonly method: string;
  readonly signedIn: boolean;
};

export function visitorOf(request: Request, viewer: Viewer | null): Visitor {
  return { headers: request.headers, method: request.method, signedIn: viewer !== null };
}

/** Programs that open links to show a preview, to index or to check them; their visit is nobody reading. */
const PROGRAMS =
  /bot\b|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|embedly|google-|barracuda|proofpoint|mimecast|safelinks|urlscan|virustotal|lighthouse|pingdom|uptime|iframely|ms-?office|mediapartners|feedfetcher|archiver|scanner|curl|wget|python|go-http|okhttp|axios|undici/i;

/** A person's browser opening the page itself: no prefetch, no preview, nobody of our own house. */
export function isCustomerVisit(visitor: Visitor): boolean {
  const { headers, signedIn } = visitor;
  // A page never learns its request's method; `admitRequest` writes it down.
  const method = headers.get("x-desk-method") ?? visitor.method;
  if (signedIn || method !== "GET" || isPrefetch(headers)) return false;
  const agent = headers.get("user-agent") ?? "";
  if (!agent.startsWith("Mozilla/") || PROGRAMS.test(agent)) return false;
  const destination = headers.get("sec-fetch-dest");
  return destination === null || destination === "document";
}

function isPrefetch(headers: Headers): boolean {
  const purposes = ["purpose", "sec-purpose", "x-purpose", "x-moz"].map((name) => headers.get(name) ?? "");
  if (purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose))) return true;
  return headers.has("next-router-prefetch") || headers.has("next-router-segment-prefetch") || headers.has("rsc");
}

/** The nearest address a proxy or the web server itself put down; what a client claims stands further left. */
export function addressOf(headers: Headers): string {
  const forwarded = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return forwarded === undefined || forwarded === "" ? "unknown" : forwarded.slice(0, 60);
}

export function browserOf(headers: Headers): string {
  return (headers.get("user-agent") ?? "unknown").slice(0, 300);
}
