import { BODY_FORMS, type Fault, type FaultKind, type FaultScope } from "@/lib/sandbox/faults/fault";
import type { Draw } from "@/lib/server/sync/testing/seeded-draw";
import { listRoutes, type StageVendor } from "@/lib/server/sync/testing/vendor-stage";

/** Test support: every kind of fault the sandbox has, in sizes that a test can wait for. */
export const smallFaults: readonly FaultKind[] = [
  { kind: "latency", ms: 5, jitterMs: 5 },
  { kind: "latency", ms: 400 },
  ...[400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504].map(
    (status) => ({ kind: "status", status }) as const,
  ),
  { kind: "status", status: 429, retryAfter: 1 },
  { kind: "status", status: 429, retryAfter: "soon" },
  { kind: "status", status: 429, retryAfterDateIn: 3 },
  { kind: "status", status: 429, retryAfter: 1_000_000_000 },
  { kind: "status", status: 503, retryAfter: 2, bodyShape: "gateway" },
  { kind: "status", status: 401, bodyShape: "gateway" },
  { kind: "cut", bytes: 0 },
  { kind: "cut", bytes: 200 },
  { kind: "drip", bytes: 40_000, ms: 1 },
  { kind: "drip", bytes: 1, ms: 30 },
  { kind: "hang", at: "start" },
  { kind: "hang", at: "body" },
  { kind: "reset" },
  { kind: "down" },
  { kind: "broken-json" },
  { kind: "html" },
  { kind: "html", status: 503 },
  { kind: "content-type", value: "text/plain" },
  { kind: "gzip-bomb", megabytes: 2 },
  { kind: "oversize", megabytes: 1 },
  ...BODY_FORMS.map((form) => ({ kind: "body", form }) as const),
  { kind: "expire-tokens" },
  { kind: "redirect", location: "http://127.0.0.1:9/elsewhere" },
  { kind: "redirect", location: "/elsewhere", status: 307 },
  { kind: "total-drift", step: 1 },
  { kind: "total-drift", step: 50 },
  { kind: "no-totals" },
  { kind: "empty" },
  { kind: "stuck-page" },
  { kind: "repeat-page" },
  { kind: "overlap", rows: 2 },
  { kind: "duplicate-row" },
  { kind: "foreign-links", origin: "http://127.0.0.1:9" },
  { kind: "hostile" },
  { kind: "broken-records" },
];

/** Answers that hold more than the real products. */
export function bringsStrangers({ kind }: FaultKind): boolean {
  return kind === "hostile" || kind === "broken-records";
}

const routes = {
  cloudblue: ["token", "products", undefined],
  ibm: ["reseller-products", "reseller-products", "categories", "locales", undefined],
} as const;

/** A fault with its route and its moments, drawn by chance. */
export function drawFault(draw: Draw, vendor: StageVendor): Fault {
  const kind = draw.pick(smallFaults);
  const route = bringsStrangers(kind) ? listRoutes[vendor] : draw.pick<string | undefined>(routes[vendor]);
  const scope: FaultScope = {
    vendor,
    ...(route === undefined ? {} : { route }),
    ...(draw.maybe(40) ? { every: draw.below(4) + 1 } : {}),
    ...(draw.maybe(50) ? { after: draw.below(6) } : {}),
    ...(draw.maybe(60) ? { times: draw.below(3) + 1 } : {}),
  };
  return { ...kind, ...scope };
}
