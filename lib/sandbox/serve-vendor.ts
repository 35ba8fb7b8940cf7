import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { ActiveFault } from "./faults/fault";
import type { FaultDecision } from "./faults/fault-control";
import { spoilReply } from "./faults/spoil-reply";
import type { Exchange } from "./http/exchange";
import type { Reply } from "./http/reply";
import { sendReply } from "./http/send-reply";
import type { createRequestLog } from "./request-log";
import type { SandboxVendor } from "./vendor";

type Line = { request: IncomingMessage; response: ServerResponse };
type Desk = { faults: FaultDecision; log: ReturnType<typeof createRequestLog> };

/** One request to a vendor, from the faults that meet it to the last byte. */
export async function serveVendor(line: Line, exchange: Exchange, vendor: SandboxVendor, desk: Desk): Promise<void> {
  const path = exchange.url.pathname.slice(vendor.basePath.length) || "/";
  const target = `${path}${exchange.url.search}`;
  const route = vendor.routeOf(exchange.method, path);
  const entry = desk.log.add({
    vendor: vendor.name,
    route,
    method: exchange.method,
    target,
    status: 0,
    at: Date.now(),
  });
  const faults = desk.faults.forRequest({ vendor: vendor.name, route, target });
  for (const fault of faults) {
    if (fault.kind === "reset") return void line.request.socket.resetAndDestroy();
    if (fault.kind === "down") return void line.request.socket.destroy();
    if (fault.kind === "hang" && fault.at !== "body") return;
    if (fault.kind === "latency")
      await wait(fault.ms + Math.random() * (fault.jitterMs ?? 0), undefined, { ref: false });
  }
  if (line.response.destroyed) return;
  const reply = spoilReply(replaceReply(vendor, path, faults) ?? vendor.handle(exchange, path, route, faults), faults);
  entry.status = reply.status;
  await sendReply(line.response, reply, faults);
}

function replaceReply(vendor: SandboxVendor, path: string, faults: readonly ActiveFault[]): Reply | undefined {
  for (const fault of faults) {
    if (fault.kind === "status") {
      return vendor.fail(path, {
        status: fault.status,
        message: `Sandbox fault: status ${fault.status}.`,
        headers: retryHeaders(fault),
        ...(fault.bodyShape && { shape: fault.bodyShape }),
      });
    }
    if (fault.kind === "redirect") {
      return { status: fault.status ?? 302, headers: { location: fault.location }, body: "" };
    }
  }
  return undefined;
}

function retryHeaders(fault: { retryAfter?: string | number; retryAfterDateIn?: number }): Record<string, string> {
  if (fault.retryAfter !== undefined) return { "retry-after": String(fault.retryAfter) };
  if (fault.retryAfterDateIn === undefined) return {};
  return { "retry-after": new Date(Date.now() + fault.retryAfterDateIn * 1000).toUTCString() };
}
