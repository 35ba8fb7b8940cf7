import { randomUUID } from "node:crypto";
import type { SandboxClock } from "../clock";
import { CLOUDBLUE_CREDENTIALS, CLOUDBLUE_PATH } from "../credentials";
import type { Dialect } from "../dialect";
import type { ActiveFault } from "../faults/fault";
import { hasFault } from "../faults/page-window";
import type { Exchange } from "../http/exchange";
import { readJsonObject } from "../http/exchange";
import { jsonReply, type Reply } from "../http/reply";
import type { SandboxVendor } from "../vendor";
import { createBudget } from "./budget";
import type { CloudBlueCatalog } from "./catalog";
import { cloudBlueError } from "./errors";
import { createOrderDesk } from "./orders";
import type { Outcome, Refusal } from "./outcome";
import { listProducts } from "./products";
import type { ApiVersion } from "./records";
import { createTokenStore } from "./tokens";

type Setup = {
  catalog: CloudBlueCatalog;
  dialect: Dialect;
  clock: SandboxClock;
  apiVersion: ApiVersion;
  tokenSeconds: number;
};

const { username, password, subscriptionKey, marketplace } = CLOUDBLUE_CREDENTIALS;
const BASIC = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;

const ROUTES: readonly (readonly [method: string, pattern: RegExp, route: string])[] = [
  ["POST", /^\/token$/, "token"],
  ["GET", /^\/products$/, "products"],
  ["POST", /^\/orders\/estimate$/, "estimate"],
  ["POST", /^\/orders$/, "orders"],
  ["GET", /^\/orders(\/[^/]+)?$/, "orders"],
];

export function createCloudBlueVendor(setup: Setup): SandboxVendor & { readonly expireTokens: () => void } {
  const { catalog, dialect, clock, apiVersion } = setup;
  const tokens = createTokenStore(clock, setup.tokenSeconds);
  const spend = createBudget(clock);
  const orders = createOrderDesk(catalog, apiVersion);

  const answer = (exchange: Exchange, path: string, route: string, faults: readonly ActiveFault[]): Outcome => {
    const refusal = refuseAtGateway(exchange) ?? refuseOverBudget(spend(dialect.cloudblue.budget), dialect, clock);
    if (refusal) return { refusal };
    if (route === "token") return issueToken(exchange, tokens.issue, setup.tokenSeconds, apiVersion);
    if (hasFault(faults, "expire-tokens")) tokens.expireAll();
    const bearer = /^Bearer (.+)$/.exec(exchange.headers.authorization ?? "")?.[1];
    if (bearer === undefined || !tokens.isValid(bearer)) {
      return { refusal: { status: 401, message: "The access token is missing, unknown or expired." } };
    }
    if (route === "products") {
      return listProducts({
        query: exchange.url.searchParams,
        catalog,
        apiVersion,
        faults,
        limitMax: dialect.cloudblue.limitMax,
      });
    }
    if (route === "estimate") return orders.estimate(exchange.body);
    if (route === "orders")
      return exchange.method === "POST" ? orders.place(exchange.body) : orders.read(path, exchange.url.searchParams);
    return { refusal: { status: 404, message: "No resource at this address." } };
  };

  const finish = (outcome: Outcome, path: string): Reply => {
    const correlationId = randomUUID();
    const reply =
      "reply" in outcome
        ? outcome.reply
        : cloudBlueError(outcome.refusal.shape ?? dialect.cloudblue.errorBody, {
            ...outcome.refusal,
            path,
            correlationId,
          });
    return { ...reply, headers: { ...reply.headers, "x-correlation-id": correlationId } };
  };

  return {
    name: "cloudblue",
    basePath: CLOUDBLUE_PATH,
    routeOf: (method, path) =>
      ROUTES.find(([verb, pattern]) => verb === method && pattern.test(path))?.[2] ?? "unknown",
    handle: (exchange, path, route, faults) => finish(answer(exchange, path, route, faults), path),
    fail: (path, { status, message, headers, shape }) =>
      finish({ refusal: { status, message, ...(headers && { headers }), ...(shape && { shape }) } }, path),
    expireTokens: tokens.expireAll,
  };
}

function refuseAtGateway(exchange: Exchange): Refusal | undefined {
  const key = exchange.headers["x-subscription-key"];
  if (key === subscriptionKey) return undefined;
  const reason = key === undefined ? "missing" : "invalid";
  return { status: 401, shape: "gateway", message: `Access denied due to ${reason} subscription key.` };
}

function refuseOverBudget(seconds: number | undefined, dialect: Dialect, clock: SandboxClock): Refusal | undefined {
  if (seconds === undefined) return undefined;
  const form = dialect.cloudblue.budget?.retryAfter ?? "none";
  const date = new Date(clock.now() + seconds * 1000).toUTCString();
  return {
    status: 429,
    shape: "gateway",
    message: `Rate limit is exceeded. Try again in ${seconds} seconds.`,
    headers: form === "none" ? {} : { "retry-after": form === "date" ? date : String(seconds) },
  };
}

function issueToken(exchange: Exchange, issue: () => string, lifeSeconds: number, version: ApiVersion): Outcome {
  if (exchange.headers.authorization !== BASIC) {
    return { refusal: { status: 401, message: "User name or password is not correct." } };
  }
  const body = readJsonObject(exchange.body);
  // The oldest API version took no body here.
  const isBodyOptional = version === "1.4" && exchange.body === "";
  if (!isBodyOptional && typeof body?.marketplace !== "string") {
    return { refusal: { status: 400, message: "The body must name a marketplace." } };
  }
  if (!isBodyOptional && body?.marketplace !== marketplace) {
    return { refusal: { status: 403, message: "This user has no access to the marketplace." } };
  }
  return { reply: jsonReply(200, { token: issue(), expiresInSeconds: lifeSeconds }) };
}
