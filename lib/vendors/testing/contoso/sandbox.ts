import { createServer } from "node:http";
import { once } from "node:events";
import { addAmounts, multiplyAmounts } from "@/lib/sandbox/amounts";
import { createFaultControl, type FaultControl } from "@/lib/sandbox/faults/fault-control";
import type { ActiveFault } from "@/lib/sandbox/faults/fault";
import { bendWindow, hasFault, readRows } from "@/lib/sandbox/faults/page-window";
import { type Exchange, readExchange } from "@/lib/sandbox/http/exchange";
import { jsonReply, type Reply } from "@/lib/sandbox/http/reply";
import { createRequestLog, type RequestLog } from "@/lib/sandbox/request-log";
import { serveVendor } from "@/lib/sandbox/serve-vendor";
import type { SandboxVendor } from "@/lib/sandbox/vendor";
import {
  brokenItems,
  hostileItems,
  sandboxGroups,
  sandboxItem,
  type SandboxItem,
} from "@/lib/vendors/testing/contoso/sandbox-items";
import { BasketSchema } from "@/lib/vendors/testing/contoso/order";
import type { ContosoSettings } from "@/lib/vendors/testing/contoso/settings";

export type ContosoSandbox = {
  readonly port: number;
  readonly settings: { readonly contoso: ContosoSettings };
  readonly faults: FaultControl;
  readonly requests: RequestLog;
  /** In list order; a test may change it. */
  readonly items: SandboxItem[];
  readonly close: () => Promise<void>;
};

const apiKey = "contoso-demo-key-not-a-secret";
const basePath = "/contoso/api";
const routes: Readonly<Record<string, string>> = {
  "/catalog/items": "items",
  "/catalog/groups": "groups",
  "/basket/price": "basket-price",
  "/ping": "ping",
};

/** The third vendor's stand-in, with the same faults as the sandbox of the two real ones. */
export async function startContosoSandbox({ products }: { products: number }): Promise<ContosoSandbox> {
  const items = Array.from({ length: products }, (_, number) => sandboxItem(number));
  const [faults, log] = [createFaultControl(), createRequestLog()];
  const vendor = createContosoVendor(items);
  const server = createServer((request, response) => {
    const answer = async () => {
      const exchange = await readExchange(request, "http://127.0.0.1");
      if (exchange === "too-large") response.destroy();
      else await serveVendor({ request, response }, exchange, vendor, { faults, log });
    };
    answer().catch(() => response.destroy());
  });
  server.keepAliveTimeout = 120_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    port,
    settings: { contoso: { baseUrl: `http://127.0.0.1:${port}${basePath}`, apiKey } },
    faults,
    requests: log,
    items,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function createContosoVendor(items: readonly SandboxItem[]): SandboxVendor {
  const fail = (status: number, text: string, headers: Record<string, string> = {}) =>
    jsonReply(status, { fault: { code: `CT${status}`, text } }, headers);
  return {
    name: "contoso",
    basePath,
    routeOf: (_method, path) => routes[path] ?? "unknown",
    fail: (_path, { status, message, headers }) => fail(status, message, headers),
    handle: (exchange, _path, route, active) => {
      if (exchange.headers.authorization !== `Bearer ${apiKey}`) return fail(401, "Unknown key.");
      if (route === "items") return listItems(exchange, items, active) ?? fail(400, "No such cursor.");
      if (route === "groups") return jsonReply(200, { groups: sandboxGroups, languages: ["en-us"] });
      if (route === "basket-price") return priceBasket(exchange, items) ?? fail(400, "No such basket.");
      return route === "ping" ? jsonReply(200, { ok: true }) : fail(404, "Not here.");
    },
  };
}

/** The vendor's side of a basket: its own buying price of each position. */
function priceBasket({ body }: Exchange, items: readonly SandboxItem[]): Reply | null {
  const parsed = BasketSchema.safeParse(JSON.parse(body));
  if (!parsed.success) return null;
  const rows = parsed.data.positions.map(({ sku, edition, seats }) => {
    const editions = items.find((item) => item.sku === sku)?.editions ?? [];
    const price = editions.find(({ code }) => code === edition)?.buyPrice ?? null;
    const value = price && multiplyAmounts(price.value, `${seats}`);
    return { sku, seats, sum: value === null ? null : { value, in: "EUR" } };
  });
  const known = rows.flatMap(({ sum }) => (sum === null ? [] : [sum.value]));
  return jsonReply(200, { rows, sum: known.length < rows.length ? null : { value: addAmounts(known), in: "EUR" } });
}

/** Pages hang together by a word that only the vendor can read. */
function listItems({ url }: Exchange, items: readonly SandboxItem[], faults: readonly ActiveFault[]): Reply | null {
  const extra = [
    ...(hasFault(faults, "hostile") ? hostileItems : []),
    ...(hasFault(faults, "broken-records") ? brokenItems : []),
  ];
  const cursor = url.searchParams.get("cursor");
  const offset = cursor === null ? 0 : readCursor(cursor);
  const limit = Math.min(200, parseInt(url.searchParams.get("take") ?? "20", 10));
  if (offset === null || !(limit > 0)) return null;
  const window = bendWindow({ offset, limit, total: items.length + extra.length }, faults);
  const slice = (from: number, count: number) => items.slice(from, from + count);
  const rows: unknown[] = readRows(window, { size: items.length, slice }, extra);
  if (hasFault(faults, "duplicate-row")) rows.push(...slice(0, 1));
  const next = offset + limit < window.total ? writeCursor(offset + limit) : null;
  const link = faults.find((fault) => fault.kind === "foreign-links")?.origin ?? url.origin;
  return jsonReply(200, {
    items: rows,
    cursor: { next, link: `${link}${basePath}/catalog/items?cursor=${next}` },
    ...(hasFault(faults, "no-totals") ? {} : { count: window.total }),
  });
}

function writeCursor(offset: number): string {
  return Buffer.from(`at:${offset}`).toString("base64url");
}

function readCursor(cursor: string): number | null {
  const match = /^at:(\d{1,9})$/.exec(Buffer.from(cursor, "base64url").toString("utf8"));
  return match ? parseInt(match[1] ?? "", 10) : null;
}
