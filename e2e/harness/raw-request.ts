import { connect } from "node:net";

export type RawAnswer = { readonly status: number; readonly head: string; readonly text: string };

const PATIENCE_MS = 10_000;

/** Sends a request line and headers exactly as written, which `fetch` would tidy up, and reads until the end. */
export function rawRequest(
  address: string,
  line: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string,
): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(address);
  const lines = [line, `Host: ${host}`, ...Object.entries(headers).map((pair) => pair.join(": "))];
  lines.push(`Connection: ${"Upgrade" in headers ? "Upgrade" : "close"}`);
  if (body !== undefined) lines.push(`Content-Length: ${Buffer.byteLength(body)}`);
  return new Promise<RawAnswer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(+port, hostname === "localhost" ? "127.0.0.1" : hostname, () => {
      socket.write(`${lines.join("\r\n")}\r\n\r\n${body ?? ""}`);
    });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`no end to the answer to ${line}`)));
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.once("error", reject);
    socket.once("close", () => {
      const all = Buffer.concat(chunks).toString("utf8");
      const [head = "", ...rest] = all.split("\r\n\r\n");
      resolve({ status: +(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, text: rest.join("\r\n\r\n") });
    });
  });
}
