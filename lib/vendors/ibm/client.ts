import type { z } from "zod";
import type { VendorNameList } from "@/lib/domain/catalog/vendor-question";
import { VendorError } from "@/lib/vendors/errors";
import { createVendorHttp, type Patience, type VendorHttp } from "@/lib/vendors/http";
import { type AnswerCache, createAnswerCache } from "@/lib/vendors/ibm/answer-cache";
import {
  CatalogErrorSchema,
  GatewayErrorSchema,
  type IbmList,
  type IbmPlanConfig,
  ListSchema,
  PlanConfigSchema,
  ResellerErrorSchema,
  SingleSchema,
} from "@/lib/vendors/ibm/schemas";
import type { IbmSettings } from "@/lib/vendors/ibm/settings";
import { type Answered, askSenderForPage, type Relay } from "@/lib/vendors/relay";
import type { VendorRuntime } from "@/lib/vendors/runtime";
import type { Query } from "@/lib/vendors/transport/address";
import type { VendorErrorBody } from "@/lib/vendors/transport/failure";
import type { BodyParser } from "@/lib/vendors/transport/parse-body";

export const ibmNames = { vendor: "ibm", label: "IBM" } as const;

/** All documented parameters of `GET /v2/catalog/products`; filters match exactly. */
export type IbmProductQuery = {
  readonly locale: string;
  readonly category?: string;
  readonly naturalLanguageName?: string;
  readonly primaryCategory?: string;
  readonly productId?: string;
  readonly "provider.name"?: string;
  readonly serviceType?: string;
  readonly topics?: string;
  readonly page?: number;
  readonly pageSize?: number;
};

export type IbmResellerQuery = Pick<IbmProductQuery, "locale" | "page" | "pageSize">;
type Asked = {
  readonly signal: AbortSignal;
  readonly patience?: Patience;
  readonly isAnswer?: (error: VendorError) => boolean;
};

export type IbmClient = {
  readonly http: VendorHttp;
  readonly listProducts: (query: IbmProductQuery, asked: Asked) => Promise<IbmList>;
  readonly readProduct: (id: string, locale: string, asked: Asked) => Promise<unknown>;
  readonly listResellerProducts: (query: IbmResellerQuery, asked: Asked) => Promise<IbmList>;
  /** The same for whoever reads the whole list. */
  readonly readResellerPage: (query: IbmResellerQuery, asked: Asked) => Promise<Answered<IbmList>>;
  readonly readResellerProduct: (id: string, locale: string, asked: Asked) => Promise<unknown>;
  /** Null where IBM says that the plan has no usable configuration. */
  readonly readPlanConfig: (id: string, planId: string, locale: string, asked: Asked) => Promise<IbmPlanConfig | null>;
  readonly readList: (name: VendorNameList, asked: Asked) => Promise<IbmList>;
  /** Sends for an adapter in another thread. */
  readonly relay: Relay["send"];
};

export function createIbmClient(settings: IbmSettings & VendorRuntime): IbmClient {
  const { baseUrl, clientId, clientSecret, timeoutMs, rate, breaker, bytesMax, clock, log, sender } = settings;
  const secrets = [clientId, clientSecret];
  const http = createVendorHttp({
    ...ibmNames,
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
  const headers = { "x-ibm-client-id": clientId, "x-ibm-client-secret": clientSecret };
  const lists = createAnswerCache<IbmList>();
  const singles = createAnswerCache<z.infer<typeof SingleSchema>>();
  const bodies = createAnswerCache<Uint8Array<ArrayBuffer>>();

  const answer = async <T>(
    operation: string,
    names: readonly string[],
    query: Query,
    read: Reading<T>,
    asked: Asked,
  ): Promise<Answered<T>> => {
    const path = ["v2", "catalog", ...names];
    if (sender) return askSenderForPage(sender, http, { operation, path, query, schema: read.schema }, asked);
    const key = JSON.stringify([path, query]);
    const cached = read.cache?.get(key) ?? null;
    const request = { operation, path, query, headers, schema: read.schema, cached };
    const answered = await http.request({ ...request, ...asked });
    if (!answered.notModified) read.cache?.put(key, answered);
    return { data: answered.data, again: null };
  };
  const get = async <T>(...asking: Parameters<typeof answer<T>>) => (await answer(...asking)).data;
  const list: Reading<IbmList> = { schema: ListSchema, cache: lists };
  const single: Reading<z.infer<typeof SingleSchema>> = { schema: SingleSchema, cache: singles };

  return {
    http,
    listProducts: (query, asked) => get("list public products", ["products"], query, list, asked),
    readProduct: async (id, locale, asked) =>
      (await get("read a public product", ["products", id], { locale }, single, asked)).data,
    listResellerProducts: (query, asked) => get("list products", ["reseller", "products"], query, list, asked),
    readResellerPage: (query, asked) => answer("list products", ["reseller", "products"], query, list, asked),
    readResellerProduct: async (id, locale, asked) =>
      (await get("read a product", ["reseller", "products", id], { locale }, single, asked)).data,
    readPlanConfig: (id, planId, locale, asked) => {
      const path = ["reseller", "products", id, "plans", planId, "config"];
      const config: Reading<IbmPlanConfig> = { schema: PlanConfigSchema, cache: null };
      const request = { ...asked, isAnswer: isUnusable };
      return get("read a plan configuration", path, { locale }, config, request).catch(nullWhereUnusable);
    },
    readList: (name, asked) => get(`read its ${name.replace("-", " ")}`, [name], {}, list, asked),
    relay: async (request, { signal, parse }) => {
      const key = JSON.stringify([request.path, request.query]);
      const cached = bodies.get(key);
      const answer = await http.request({ ...request, headers, signal, cached, parse: keepingBody(parse) });
      if (!answer.notModified) bodies.put(key, answer);
      else await parse(answer.data.slice());
    },
  };
}

/** The bytes go to the parser; a copy of those it accepted stays for when the vendor says that nothing changed. */
function keepingBody(parse: BodyParser<null>): BodyParser<Uint8Array<ArrayBuffer>> {
  return async (body) => {
    const copy = body.slice();
    const parsed = await parse(body);
    return parsed.kind === "parsed" ? { kind: "parsed", data: copy } : parsed;
  };
}

type Reading<T> = { readonly schema: z.ZodType<T>; readonly cache: AnswerCache<T> | null };

/** IBM's own sample application treats this code as "this plan has no configuration page". */
const unusableConfigCode = "MP1808E";

function isUnusable({ message, facts: { kind, status } }: VendorError): boolean {
  return (kind === "notFound" && status === 404) || (kind === "rejected" && message.includes(unusableConfigCode));
}

function nullWhereUnusable(error: unknown): null {
  if (error instanceof VendorError && isUnusable(error)) return null;
  throw error;
}

/** The three shapes: catalog routes, reseller routes, and the gateway in front of both. */
function readErrorBody(body: unknown): VendorErrorBody {
  const catalog = CatalogErrorSchema.safeParse(body);
  if (catalog.success) return { code: null, message: catalog.data.error.message };
  const reseller = ResellerErrorSchema.safeParse(body);
  if (reseller.success) return { code: reseller.data.errorCode, message: messageOf(reseller.data.errorMessage) };
  const gateway = GatewayErrorSchema.safeParse(body);
  if (gateway.success) return { code: null, message: gateway.data.moreInformation ?? gateway.data.httpMessage };
  return { code: null, message: null };
}

function messageOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? JSON.stringify(value).slice(0, 500) : null;
}
