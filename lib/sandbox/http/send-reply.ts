import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { ActiveFault } from "../faults/fault";
import type { Reply } from "./reply";

/** Sends an answer through whatever is wrong with the line; a cut or reset never reaches its end. */
export async function sendReply(response: ServerResponse, reply: Reply, faults: readonly ActiveFault[]): Promise<void> {
  const body = Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(reply.body);
  response.writeHead(reply.status, { ...reply.headers, "content-length": body.length });
  for (const fault of faults) {
    if (fault.kind === "cut") return cut(response, body, fault.bytes);
    if (fault.kind === "drip") return drip(response, body, fault);
    if (fault.kind === "hang" && fault.at === "body") {
      response.write(body.subarray(0, Math.floor(body.length / 2)));
      return;
    }
  }
  response.end(body);
}

function cut(response: ServerResponse, body: Buffer, bytes: number): void {
  response.write(body.subarray(0, bytes), () => response.destroy());
}

async function drip(
  response: ServerResponse,
  body: Buffer,
  { bytes, ms }: { bytes: number; ms: number },
): Promise<void> {
  const step = Math.max(1, Math.floor(bytes));
  for (let at = 0; at < body.length; at += step) {
    if (response.destroyed) return;
    response.write(body.subarray(at, at + step));
    await wait(ms, undefined, { ref: false });
  }
  response.end();
}
