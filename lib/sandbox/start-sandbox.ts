import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createClock, type SandboxClock } from "./clock";
import { createCloudBlueCatalog } from "./cloudblue/catalog";
import { createCloudBlueVendor } from "./cloudblue/cloudblue-vendor";
import type { ApiVersion } from "./cloudblue/records";
import { answerControl, type Catalogs } from "./control";
import { CLOUDBLUE_CREDENTIALS, CLOUDBLUE_PATH, IBM_CREDENTIALS, IBM_PATH } from "./credentials";
import { defaultDialect, type Dialect } from "./dialect";
import { createFaultControl, type FaultControl } from "./faults/fault-control";
import { readExchange } from "./http/exchange";
import { jsonReply } from "./http/reply";
import { sendReply } from "./http/send-reply";
import { createIbmCatalog } from "./ibm/catalog";
import { createIbmVendor } from "./ibm/ibm-vendor";
import { answerPicture } from "./pictures";
import { createRequestLog, type RequestLog } from "./request-log";
import { serveVendor } from "./serve-vendor";

export type SandboxOptions = {
  /** 0 or absent: any free port. */
  port?: number;
  host?: "127.0.0.1";
  /** Products of CloudBlue; IBM gets about a fifth, at most 20,000. Absent: the hand-shaped demo catalog only. */
  products?: number;
  ibmProducts?: number;
  seed?: number;
  apiVersion?: ApiVersion;
  tokenSeconds?: number;
};

export type SandboxSettings = {
  cloudblue: { baseUrl: string; username: string; password: string; subscriptionKey: string; marketplace: string };
  ibm: { baseUrl: string; clientId: string; clientSecret: string };
};

export type Sandbox = {
  readonly port: number;
  readonly settings: SandboxSettings;
  readonly faults: FaultControl;
  readonly catalog: Catalogs;
  readonly dialect: Dialect;
  readonly requests: RequestLog;
  readonly clock: SandboxClock;
  readonly expireTokens: () => void;
  /** Stops listening, so that connections are refused, until `resume`. */
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const TOKEN_SECONDS = 1500;
const IBM_PRODUCTS_MAX = 20_000;

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = "127.0.0.1", seed = 1, apiVersion = "1.6", tokenSeconds = TOKEN_SECONDS, products } = options;
  const ibmProducts = options.ibmProducts ?? ibmShare(products);
  const catalog = {
    cloudblue: createCloudBlueCatalog({ seed, apiVersion, ...(products !== undefined && { products }) }),
    ibm: createIbmCatalog({ seed, ...(ibmProducts !== undefined && { products: ibmProducts }) }),
  };
  const [dialect, clock, faults, log] = [defaultDialect(), createClock(), createFaultControl(), createRequestLog()];
  const cloudblue = createCloudBlueVendor({ catalog: catalog.cloudblue, dialect, clock, apiVersion, tokenSeconds });
  const vendors = [cloudblue, createIbmVendor({ catalog: catalog.ibm, dialect })];
  const { expireTokens } = cloudblue;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const exchange = await readExchange(request, `http://${host}:${request.socket.localPort ?? 0}`);
    if (exchange === "too-large") return sendReply(response, jsonReply(413, { message: "The body is too large." }), []);
    const { pathname } = exchange.url;
    const vendor = vendors.find(({ basePath }) => pathname.startsWith(`${basePath}/`));
    if (vendor) return serveVendor({ request, response }, exchange, vendor, { faults, log });
    if (pathname.startsWith("/sandbox/")) {
      const controlled = { faults, catalog, dialect, requests: log, clock, expireTokens };
      return sendReply(response, answerControl(exchange, pathname, controlled), []);
    }
    const picture = answerPicture(exchange.method, pathname);
    if (picture) return sendReply(response, picture, []);
    return sendReply(response, jsonReply(404, { message: `Known: ${CLOUDBLUE_PATH}, ${IBM_PATH}, /sandbox` }), []);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  // Longer than any client keeps an idle connection, so that none is closed under a request.
  server.keepAliveTimeout = 120_000;
  const port = await listen(server, options.port ?? 0, host);
  const origin = `http://${host}:${port}`;
  return {
    port,
    settings: {
      cloudblue: { baseUrl: `${origin}${CLOUDBLUE_PATH}`, ...CLOUDBLUE_CREDENTIALS },
      ibm: { baseUrl: `${origin}${IBM_PATH}`, ...IBM_CREDENTIALS },
    },
    faults,
    catalog,
    dialect,
    requests: log,
    clock,
    expireTokens,
    pause: () => close(server),
    resume: async () => void (await listen(server, port, host)),
    close: () => close(server),
  };
}

function ibmShare(products: number | undefined): number | undefined {
  return products === undefined ? undefined : Math.min(IBM_PRODUCTS_MAX, Math.max(1, Math.round(products / 5)));
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
