import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import type { z } from "zod";
import * as cart from "@/lib/contracts/cart";
import * as cartGoal from "@/lib/contracts/cart-goal";
import * as cartPaste from "@/lib/contracts/cart-paste";
import * as catalog from "@/lib/contracts/catalog";
import * as catalogSettings from "@/lib/contracts/catalog-settings";
import * as changes from "@/lib/contracts/changes";
import * as exportRoutes from "@/lib/contracts/export";
import * as favourites from "@/lib/contracts/favourites";
import * as customers from "@/lib/contracts/customers";
import * as health from "@/lib/contracts/health";
import * as priceExplanation from "@/lib/contracts/price-explanation";
import * as priceRulePreview from "@/lib/contracts/price-rule-preview";
import * as priceRules from "@/lib/contracts/price-rules";
import * as orderDraft from "@/lib/contracts/order-draft";
import * as product from "@/lib/contracts/product";
import { ProblemSchema } from "@/lib/contracts/problem";
import * as publicProduct from "@/lib/contracts/public-product";
import * as quote from "@/lib/contracts/quote-routes";
import * as quoteSharing from "@/lib/contracts/quote-sharing";
import type { RouteContract } from "@/lib/contracts/route";
import * as savedViews from "@/lib/contracts/saved-views";
import * as session from "@/lib/contracts/session";
import * as settings from "@/lib/contracts/settings";
import * as status from "@/lib/contracts/status";
import * as suggest from "@/lib/contracts/suggest";
import * as sync from "@/lib/contracts/sync";
import * as vendors from "@/lib/contracts/vendors";

const areas = {
  health,
  session,
  catalog: { ...catalog, ...product },
  cart: { ...cart, ...cartPaste, ...orderDraft, ...cartGoal },
  quote: { ...quote, ...quoteSharing },
  sync: { ...sync, ...changes, ...status },
  publicProduct,
  settings,
  catalogSettings,
  priceRules: { ...priceRules, ...priceRulePreview },
  priceExplanation,
  customers,
  favourites,
  savedViews,
  export: exportRoutes,
  suggest,
  vendors,
};

/** Every route of the product with the area it belongs to; the OpenAPI document and the route tests read this list. */
export function allRoutes(): { readonly area: string; readonly contract: RouteContract }[] {
  return Object.entries(areas).flatMap(([area, exports]) =>
    inOrderOfNames(exports)
      .filter(isRouteContract)
      .map((contract) => ({ area, contract })),
  );
}

/** The same document, however an area's routes are spread over files. */
function inOrderOfNames(exports: object): unknown[] {
  return Object.entries(exports)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value as unknown);
}

let document: object | undefined;

/** The OpenAPI 3.1 description of the API, made from the schemas the routes parse with. */
export function openapiDocument(): object {
  document ??= createDocument({
    openapi: "3.1.0",
    info: {
      title: "Reseller Desk",
      version: "1",
      description:
        "Catalogs of several vendors, carts that can be ordered and quotes. Amounts are decimal strings. Fields of cost appear only for accounts that may see cost. Writes need JSON and an Origin (or Sec-Fetch-Site) of our own.",
    },
    paths: paths(),
    components: {
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "desk" } },
    },
  });
  return document;
}

function paths(): ZodOpenApiPathsObject {
  const byPath: ZodOpenApiPathsObject = {};
  for (const { area, contract } of allRoutes()) {
    const method = contract.method.toLowerCase() as Lowercase<RouteContract["method"]>;
    byPath[contract.path] = { ...byPath[contract.path], [method]: operation(area, contract) };
  }
  return byPath;
}

function operation(area: string, contract: RouteContract): ZodOpenApiOperationObject {
  const open = contract.access === "anyone" || contract.access === "outsider";
  return {
    operationId: operationId(contract),
    summary: contract.summary,
    tags: [area],
    security: open ? [] : [{ session: [] }],
    ...(contract.access === "manager" || contract.access === "admin"
      ? { description: `Needs the role ${contract.access}.` }
      : {}),
    requestParams: {
      ...(contract.params ? { path: asObject(contract.params) } : {}),
      ...(contract.query ? { query: asObject(contract.query) } : {}),
    },
    parameters: (contract.headers ?? []).map(({ name, required, description }) => ({
      in: "header" as const,
      name,
      required,
      description,
      schema: { type: "string" as const },
    })),
    ...(contract.body
      ? { requestBody: { required: true, content: { "application/json": { schema: contract.body } } } }
      : {}),
    responses: {
      [`${contract.status}`]: contract.response
        ? { description: "Done", content: { [contract.media ?? "application/json"]: { schema: contract.response } } }
        : { description: "Done" },
      default: {
        description: "Refused or failed, with the reason (RFC 9457)",
        content: { "application/problem+json": { schema: ProblemSchema } },
      },
    },
  };
}

/** "GET /api/carts/{id}/lines" → "getCartsIdLines". */
function operationId(contract: RouteContract): string {
  const words = contract.path
    .replace("/api/", "")
    .split(/[^a-zA-Z]+/)
    .filter(Boolean);
  return contract.method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** Path and query schemas of this project are all objects; zod's wide type does not say so. */
function asObject(schema: z.ZodType): z.ZodObject {
  return schema as z.ZodObject;
}

function isRouteContract(value: unknown): value is RouteContract {
  return typeof value === "object" && value !== null && "method" in value && "path" in value && "access" in value;
}
