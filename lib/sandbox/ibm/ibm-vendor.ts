import { createHash } from "node:crypto";
import { IBM_CREDENTIALS, IBM_PATH } from "../credentials";
import type { Dialect } from "../dialect";
import type { ActiveFault } from "../faults/fault";
import type { Exchange } from "../http/exchange";
import { jsonReply, type Reply } from "../http/reply";
import type { SandboxVendor } from "../vendor";
import type { IbmCatalog, IbmFilter } from "./catalog";
import { catalogError, gatewayError, resellerError } from "./errors";
import { selfLink } from "./links";
import { listIbmProducts } from "./list-products";
import { renderPlanConfig } from "./plan-config";
import { LOCALES, type Locale } from "./records";
import { renderIbmProduct } from "./render-product";
import { createResellerOrders } from "./reseller-orders";
import { CATEGORIES, SERVICE_TYPES, TOPICS } from "./taxonomy";

const ROUTES: readonly (readonly [method: string, pattern: RegExp, route: string])[] = [
  ["GET", /^\/v2\/catalog\/products$/, "products"],
  ["GET", /^\/v2\/catalog\/products\/([^/]+)$/, "product"],
  ["GET", /^\/v2\/catalog\/reseller\/products$/, "reseller-products"],
  ["GET", /^\/v2\/catalog\/reseller\/products\/([^/]+)$/, "reseller-product"],
  ["GET", /^\/v2\/catalog\/reseller\/products\/([^/]+)\/plans\/([^/]+)\/config$/, "plan-config"],
  ["GET", /^\/v2\/catalog\/categories$/, "categories"],
  ["GET", /^\/v2\/catalog\/locales$/, "locales"],
  ["GET", /^\/v2\/catalog\/service-types$/, "service-types"],
  ["GET", /^\/v2\/catalog\/topics$/, "topics"],
  ["POST", /^\/v2\/reseller\/orders\/configuration$/, "configuration"],
  ["GET", /^\/v2\/reseller\/orders\/configuration\/([^/]+)$/, "configuration"],
  ["POST", /^\/v2\/reseller\/orders$/, "orders"],
  ["GET", /^\/v2\/reseller\/orders\/([^/]+)$/, "orders"],
];

const SIMPLE_LISTS: Readonly<Record<string, readonly string[]>> = {
  categories: CATEGORIES,
  locales: LOCALES,
  "service-types": SERVICE_TYPES,
  topics: TOPICS,
};

type Call = { exchange: Exchange; path: string; faults: readonly ActiveFault[]; parts: readonly string[] };

export function createIbmVendor({ catalog, dialect }: { catalog: IbmCatalog; dialect: Dialect }): SandboxVendor {
  const orders = createResellerOrders(catalog);

  const answer = (route: string, call: Call): Reply => {
    const { exchange, path, faults, parts } = call;
    const [id = "", planId = ""] = parts;
    const refusal = refuseCredentials(exchange, path, dialect.ibm);
    if (refusal) return refusal;
    const simple = SIMPLE_LISTS[route];
    if (simple) {
      const links = { self: selfLink(exchange.url, dialect.ibm, faults) };
      return jsonReply(200, { data: simple, links, metadata: { count: simple.length } });
    }
    if (route === "products" || route === "reseller-products") return answerList(route, call, catalog, dialect.ibm);
    if (route === "product" || route === "reseller-product")
      return answerProduct(route, id, call, catalog, dialect.ibm);
    if (route === "plan-config") return answerPlanConfig(id, planId, catalog, dialect.ibm);
    if (route === "configuration") {
      return exchange.method === "POST" ? orders.configure(exchange.body) : orders.readConfiguration(id);
    }
    if (route === "orders") return exchange.method === "POST" ? orders.place(exchange.body) : orders.read(id);
    return catalogError(404, "Not found");
  };

  return {
    name: "ibm",
    basePath: IBM_PATH,
    routeOf: (method, path) =>
      ROUTES.find(([verb, pattern]) => verb === method && pattern.test(path))?.[2] ?? "unknown",
    handle: (exchange, path, route, faults) => {
      const pattern = ROUTES.find(([verb, candidate]) => verb === exchange.method && candidate.test(path))?.[1];
      const parts = (pattern?.exec(path) ?? []).slice(1).map(decode);
      return withEtag(exchange, answer(route, { exchange, path, faults, parts }));
    },
    fail: (path, { status, message, headers, shape }) => {
      if (shape === "gateway") return gatewayError(status, message, message, headers);
      return isResellerPath(path)
        ? resellerError(status, message, "MP0010E", headers)
        : catalogError(status, message, headers);
    },
  };
}

function refuseCredentials(exchange: Exchange, path: string, dialect: Dialect["ibm"]): Reply | undefined {
  const { clientId, clientSecret } = IBM_CREDENTIALS;
  const { headers } = exchange;
  if (headers["x-ibm-client-id"] === clientId && headers["x-ibm-client-secret"] === clientSecret) return undefined;
  // Reseller routes document no 401, so there the gateway answers.
  if (isResellerPath(path) || dialect.authErrorBody === "gateway") {
    return gatewayError(401, "Unauthorized", "Client id or secret is missing or not registered.");
  }
  return catalogError(401, "Unauthorized");
}

function answerList(route: string, call: Call, catalog: IbmCatalog, dialect: Dialect["ibm"]): Reply {
  const fail = (status: number, message: string) =>
    route === "products" ? catalogError(status, message) : resellerError(400, message);
  const { url } = call.exchange;
  const text = url.searchParams.get("locale");
  if (text === null || text === "") return fail(400, "Parameter locale is required.");
  const locale = LOCALES.find((known) => known === text);
  if (locale === undefined) {
    if (dialect.unknownLocale === "error") return fail(422, `Locale ${text} is not offered.`);
    const self = selfLink(url, dialect, call.faults);
    return jsonReply(200, {
      data: [],
      links: { self },
      metadata: { count: 0, offset: 0, page: 1, pageSize: 10, pageTotal: 1, total: 0 },
    });
  }
  const filter: IbmFilter = route === "products" ? readFilter(url, locale) : { locale, audience: "reseller" };
  const outcome = listIbmProducts({ url, filter, catalog, dialect, faults: call.faults });
  return "wrongParameter" in outcome ? fail(400, `Parameter ${outcome.wrongParameter} must be 1 or more.`) : outcome;
}

function readFilter(url: URL, locale: Locale): IbmFilter {
  const given = (name: keyof IbmFilter, parameter: string = name) => {
    const value = url.searchParams.get(parameter);
    return value === null ? {} : { [name]: value };
  };
  return {
    locale,
    audience: "public",
    ...given("category"),
    ...given("primaryCategory"),
    ...given("naturalLanguageName"),
    ...given("productId"),
    ...given("serviceType"),
    ...given("topics"),
    ...given("providerName", "provider.name"),
  };
}

function answerProduct(route: string, id: string, call: Call, catalog: IbmCatalog, dialect: Dialect["ibm"]): Reply {
  const isPublic = route === "product";
  const fail = (status: number, message: string) =>
    isPublic ? catalogError(status, message) : resellerError(400, message);
  const text = call.exchange.url.searchParams.get("locale");
  const locale = LOCALES.find((known) => known === text);
  if (locale === undefined) return fail(422, "Parameter locale is missing or not offered.");
  const product = catalog.find(id);
  if (!product || (!isPublic && !product.resold) || !product.locales.includes(locale)) return fail(404, "Not found");
  const links = { self: selfLink(call.exchange.url, dialect, call.faults) };
  return jsonReply(200, { data: renderIbmProduct(product, locale), links });
}

function answerPlanConfig(id: string, planId: string, catalog: IbmCatalog, dialect: Dialect["ibm"]): Reply {
  const product = catalog.find(id);
  const plan = product?.resold ? product.plans.find((candidate) => candidate.id === planId) : undefined;
  if (!plan) return resellerError(400, "The product or plan is not known.");
  if (!plan.configurable) return resellerError(400, "The configuration of this plan cannot be used.", "MP1808E");
  return jsonReply(200, renderPlanConfig(plan, dialect));
}

/** Our extension: the vendor lists 304 as a status but documents no validator. */
function withEtag(exchange: Exchange, reply: Reply): Reply {
  if (exchange.method !== "GET" || reply.status !== 200) return reply;
  const etag = `"${createHash("sha1").update(reply.body).digest("hex")}"`;
  if (exchange.headers["if-none-match"] === etag) return { status: 304, headers: { etag }, body: "" };
  return { ...reply, headers: { ...reply.headers, etag } };
}

function isResellerPath(path: string): boolean {
  return path.includes("/reseller/");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (cause instanceof URIError) return text;
    throw cause;
  }
}
