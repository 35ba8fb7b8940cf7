import type { z } from "zod";
import { type TokenProvider, createTokenProvider } from "@/lib/vendors/cloudblue/token";
import type { CloudBlueOrder } from "@/lib/vendors/cloudblue/order";
import {
  type CloudBlueEstimate,
  type CloudBlueProductList,
  ErrorBodySchema,
  EstimateSchema,
  ProductListSchema,
} from "@/lib/vendors/cloudblue/schemas";
import type { CloudBlueSettings } from "@/lib/vendors/cloudblue/settings";
import { VendorError } from "@/lib/vendors/errors";
import { createVendorHttp, type Patience, type VendorHttp } from "@/lib/vendors/http";
import { type Answered, askSenderForPage, type Relay } from "@/lib/vendors/relay";
import type { VendorRuntime } from "@/lib/vendors/runtime";
import type { Query } from "@/lib/vendors/transport/address";
import type { VendorErrorBody } from "@/lib/vendors/transport/failure";
import type { BodyParser } from "@/lib/vendors/transport/parse-body";

export const cloudBlueNames = { vendor: "cloudblue", label: "Ingram Micro" } as const;

/** Parameters of `GET /products`; the last three exist from 1.15 on, and unknown ones are ignored by the vendor. */
export type CloudBlueProductQuery = {
  readonly offset?: number;
  readonly limit?: number;
  readonly mpn?: string;
  readonly name?: string;
  readonly serviceName?: string;
  readonly vendor?: string;
};

type Asked = { readonly signal: AbortSignal; readonly patience?: Patience };

export type CloudBlueClient = {
  readonly http: VendorHttp;
  readonly tokens: TokenProvider;
  readonly listProducts: (query: CloudBlueProductQuery, asked: Asked) => Promise<CloudBlueProductList>;
  /** The same for whoever reads the whole list. */
  readonly readListPage: (query: CloudBlueProductQuery, asked: Asked) => Promise<Answered<CloudBlueProductList>>;
  /** Sends for an adapter in another thread. */
  readonly relay: Relay["send"];
  /** The vendor's own price check of an order: tiers, setup fees and products it would add. Nothing is ordered. */
  readonly estimateOrder: (order: CloudBlueOrder, asked: Asked) => Promise<CloudBlueEstimate>;
};

export function createCloudBlueClient(settings: CloudBlueSettings & VendorRuntime): CloudBlueClient {
  const { username, password, subscriptionKey } = settings;
  const { baseUrl, timeoutMs, rate, breaker, bytesMax, clock, log, sender } = settings;
  const secrets = [password, subscriptionKey, username, `${username}:${password}`];
  const http = createVendorHttp({
    ...cloudBlueNames,
    baseUrl,
    timeoutMs,
    rate,
    breaker,
    bytesMax,
    clock,
    log,
    secrets,
    readErrorBody,
  });
  const tokens = createTokenProvider(http, settings);

  const call = async <T>(request: DataRequest<T>, asked: Asked): Promise<T> => {
    const token = await tokens.get(asked.signal);
    // The key is needed on every call, also beside a good token (vendor's "Getting ready").
    const headers = { authorization: `Bearer ${token}`, "x-subscription-key": subscriptionKey };
    try {
      return (await http.request({ ...request, ...asked, headers })).data;
    } catch (error) {
      if (error instanceof VendorError && error.facts.kind === "unauthorized") tokens.drop(token);
      throw error;
    }
  };

  /** A token may end early on the vendor's side: one new login, one more try, then it is the credentials. */
  const callWithLogin = async <T>(request: DataRequest<T>, asked: Asked): Promise<T> => {
    try {
      return await call(request, asked);
    } catch (error) {
      if (!(error instanceof VendorError) || error.facts.kind !== "unauthorized") throw error;
      if (error.facts.operation !== request.operation) throw error;
      return call(request, asked);
    }
  };

  const readListPage: CloudBlueClient["readListPage"] = async (query, asked) => {
    const request = { operation: "list products", path: ["products"], query, schema: ProductListSchema };
    if (sender) return askSenderForPage(sender, http, request, asked);
    return { data: await callWithLogin(request, asked), again: null };
  };

  return {
    http,
    tokens,
    readListPage,
    listProducts: async (query, asked) => (await readListPage(query, asked)).data,
    relay: async ({ operation, path, query, patience }, { signal, parse }) => {
      await callWithLogin({ operation, path, query, parse }, { signal, patience });
    },
    estimateOrder: (order, asked) =>
      callWithLogin(
        {
          operation: "estimate an order",
          path: ["orders", "estimate"],
          method: "POST",
          body: order,
          schema: EstimateSchema,
        },
        asked,
      ),
  };
}

type DataRequest<T> = {
  readonly operation: string;
  readonly path: readonly string[];
  readonly query?: Query;
  readonly method?: "POST";
  readonly body?: unknown;
} & ({ readonly schema: z.ZodType<T> } | { readonly parse: BodyParser<T> });

function readErrorBody(body: unknown): VendorErrorBody {
  const parsed = ErrorBodySchema.safeParse(body);
  if (!parsed.success) return { code: null, message: null };
  return { code: parsed.data.errorCode ?? null, message: parsed.data.message ?? parsed.data.error ?? null };
}
