import { gzipSync } from "node:zlib";
import type { Reply } from "../http/reply";
import type { ActiveFault, BodyForm } from "./fault";

const MEGABYTE = 1_000_000;

/** The answer as a fault leaves it; transport faults come later, when it is sent. */
export function spoilReply(reply: Reply, faults: readonly ActiveFault[]): Reply {
  return faults.reduce(spoilOnce, reply);
}

function spoilOnce(reply: Reply, fault: ActiveFault): Reply {
  const text = reply.body.toString();
  switch (fault.kind) {
    case "broken-json":
      return { ...reply, body: `${text.slice(0, -1)},,` };
    case "html":
      return {
        status: fault.status ?? 200,
        headers: { ...reply.headers, "content-type": "text/html; charset=utf-8" },
        body: "<!doctype html><title>Maintenance</title><h1>We will be back shortly</h1><script>document.title = 'x'</script>",
      };
    case "content-type":
      return { ...reply, headers: { ...reply.headers, "content-type": fault.value } };
    case "oversize":
      return { ...reply, body: `${" ".repeat(Math.round(fault.megabytes * MEGABYTE))}${text}` };
    case "gzip-bomb":
      return {
        ...reply,
        headers: { ...reply.headers, "content-encoding": "gzip" },
        body: gzipSync(Buffer.alloc(Math.round(fault.megabytes * MEGABYTE), " ")),
      };
    case "body":
      return { ...reply, body: BODY_OF[fault.form](text) };
    default:
      return reply;
  }
}

const BODY_OF: Record<BodyForm, (text: string) => string | Buffer> = {
  empty: () => "",
  null: () => "null",
  array: (text) => `[${text}]`,
  bom: (text) => `\uFEFF${text}`,
  utf16: (text) => Buffer.from(text, "utf16le"),
  deep: () => `${'{"data":'.repeat(20_000)}[]${"}".repeat(20_000)}`,
  "duplicate-keys": (text) => text.replace("{", '{"data":[],"pagination":{"offset":0,"limit":10,"total":0},'),
  proto: (text) => text.replace("{", '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},'),
  "text-numbers": (text) => text.replace(/":(\d+)(?=[,}])/g, '":"$1"'),
  nan: (text) => text.replace(/"total":\d+/, '"total":NaN'),
};
