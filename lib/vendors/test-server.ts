import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";

export type TestServer = {
  readonly baseUrl: string;
  /** "METHOD path?query" of every request, in order. */
  readonly asked: string[];
  readonly headers: IncomingMessage["headers"][];
  readonly close: () => Promise<void>;
};

type Answer = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** A loopback server of a test's own, for what the sandbox vendors do not do. */
export async function startTestServer(answer: Answer): Promise<TestServer> {
  const asked: string[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    request.resume();
    answer(request, response, asked.length);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { baseUrl: `http://127.0.0.1:${port}/base`, asked, headers, close };
}

export function sendJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string | string[]>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
