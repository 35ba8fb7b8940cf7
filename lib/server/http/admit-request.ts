import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { BlockList, isIP, type Socket } from "node:net";
import { closeIdleLater } from "@/lib/server/start/hold-back-stop";

/** What every answer has, also those that the web server gives before any page or route is asked. */
const steadyHeaders = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;

type Arrival = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly socket: Socket;
  readonly server: Server;
};

/** Puts every request of this process that arrives on `port` in order before the web server sees it. */
export function admitRequests(port: number, trustedProxies: readonly string[], isStopping: () => boolean): void {
  const trusted = trustedList(trustedProxies);
  const seen = new WeakSet<Server>();
  subscribe("http.server.request.start", (message) => {
    // The channel's messages are of this shape (Node's documentation of `http.server.request.start`).
    const { request, response, socket, server } = message as Arrival;
    if (socket.localPort !== port) return;
    if (!seen.has(server)) closeIdleLater(server);
    seen.add(server);
    admitRequest(request, socket.remoteAddress, trusted);
    for (const [name, value] of Object.entries(steadyHeaders)) response.setHeader(name, value);
    // Nobody is to send a next request into a connection that is about to end.
    if (isStopping()) response.setHeader("Connection", "close");
  });
}

type Admissible = {
  readonly headers: IncomingMessage["headers"];
  readonly method?: string | undefined;
  url?: string | undefined;
};

/**
 * Leaves one address in `X-Forwarded-For` that no visitor can choose, and of an absolute address only its path, which
 * can be read; writes down how the request was made, which Next hides from pages.
 */
export function admitRequest(request: Admissible, peer: string | undefined, trusted: BlockList): void {
  const { headers } = request;
  headers["x-forwarded-for"] = visitorAddress(headers["x-forwarded-for"], peer, trusted);
  delete headers["x-forwarded-host"];
  headers["x-desk-method"] = "rsc" in headers || "next-router-prefetch" in headers ? "DATA" : (request.method ?? "");
  const url = /^https?:\/\//i.test(request.url ?? "") ? URL.parse(request.url ?? "") : null;
  // RFC 9112, 3.2.2: a server takes this form; which host it names is nothing we go by.
  if (url) request.url = url.pathname + url.search;
  request.url = withReadablePath(request.url ?? "/");
}

/** A path whose escapes stand for no text leads nowhere; left as it is, Next answers 500 to it. */
function withReadablePath(address: string): string {
  const path = address.split("?", 1)[0] ?? "";
  try {
    decodeURIComponent(path);
    return address;
  } catch {
    return path.startsWith("/api/") ? "/api/-" : "/-";
  }
}

/** The first hop from our side that is not a proxy of ours; what stands further left is only claimed. */
function visitorAddress(claimed: string | string[] | undefined, peer: string | undefined, trusted: BlockList): string {
  let address = plain(peer ?? "");
  const hops = [claimed ?? []].flat().join(",").split(",").map(plain);
  while (isTrusted(address, trusted)) {
    const hop = hops.pop();
    if (hop === undefined || isIP(hop) === 0) break;
    address = hop;
  }
  return address || "unknown";
}

export function trustedList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of ["127.0.0.0/8", "::1", ...entries]) {
    const [address = "", bits] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, +bits, family);
  }
  return list;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const family = isIP(address);
  return family !== 0 && trusted.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** An IPv4 address as it is, also where the socket writes it as IPv6. */
function plain(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/i, "");
}
