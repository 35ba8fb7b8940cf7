import type { z } from "zod";
import { createVendorHttp, type Patience, type VendorHttp } from "@/lib/vendors/http";
import { askSender, type Relay } from "@/lib/vendors/relay";
import type { VendorRuntime } from "@/lib/vendors/runtime";
import type { ContosoBasket } from "@/lib/vendors/testing/contoso/order";
import {
  BasketPriceSchema,
  type ContosoItemList,
  ErrorSchema,
  GroupsSchema,
  ItemListSchema,
  PingSchema,
} from "@/lib/vendors/testing/contoso/schemas";
import type { ContosoSettings } from "@/lib/vendors/testing/contoso/settings";
import type { Query } from "@/lib/vendors/transport/address";
import type { VendorErrorBody } from "@/lib/vendors/transport/failure";

export const contosoNames = { vendor: "contoso", label: "Contoso Cloud" } as const;

type Asked = { readonly signal: AbortSignal; readonly patience?: Patience };
type ItemQuery = { readonly language: string; readonly take: number; readonly cursor?: string };

export type ContosoClient = {
  readonly http: VendorHttp;
  readonly listItems: (query: ItemQuery, asked: Asked) => Promise<ContosoItemList>;
  readonly readGroups: (asked: Asked) => Promise<z.infer<typeof GroupsSchema>>;
  readonly priceBasket: (basket: ContosoBasket, asked: Asked) => Promise<z.infer<typeof BasketPriceSchema>>;
  readonly ping: (asked: Asked) => Promise<void>;
  /** Sends for an adapter in another thread. */
  readonly relay: Relay["send"];
};

export function createContosoClient(settings: ContosoSettings & VendorRuntime): ContosoClient {
  const { apiKey, sender, ...rest } = settings;
  const http = createVendorHttp({ ...contosoNames, ...rest, secrets: [apiKey], readErrorBody });
  const headers = { authorization: `Bearer ${apiKey}` };
  const get = async <T>(
    operation: string,
    path: readonly string[],
    schema: z.ZodType<T>,
    asked: Asked,
    query: Query = {},
  ) =>
    sender
      ? askSender(sender, http, { operation, path, query, schema }, asked)
      : (await http.request({ operation, path, query, schema, headers, ...asked })).data;
  return {
    http,
    listItems: (query, asked) => get("list products", ["catalog", "items"], ItemListSchema, asked, query),
    readGroups: (asked) => get("read its groups", ["catalog", "groups"], GroupsSchema, asked),
    priceBasket: async (body, asked) => {
      const operation = "price a basket";
      const path = ["basket", "price"];
      const request = { operation, path, headers, body, method: "POST", schema: BasketPriceSchema, ...asked } as const;
      return (await http.request(request)).data;
    },
    ping: async (asked) => {
      await get("say that it is there", ["ping"], PingSchema, asked);
    },
    relay: async (request, { signal, parse }) => {
      await http.request({ ...request, headers, signal, parse });
    },
  };
}

function readErrorBody(body: unknown): VendorErrorBody {
  const parsed = ErrorSchema.safeParse(body);
  return parsed.success
    ? { code: parsed.data.fault.code, message: parsed.data.fault.text }
    : { code: null, message: null };
}
