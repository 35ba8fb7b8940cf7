import { z } from "zod";
import { PlanConfigurationSchema, PlanSchema, ProductSchema } from "@/lib/contracts/product";
import { defineRoute } from "@/lib/contracts/route";
import { vendorNameLists } from "@/lib/domain/catalog/vendor-question";

const LivePlanSchema = PlanSchema.omit({
  price: true,
  listPrice: true,
  overuse: true,
  cost: true,
  margin: true,
}).extend({
  costUnknown: z
    .enum(["notProvided", "usageBased", "needsEstimate"])
    .nullable()
    .optional()
    .meta({ description: "Why there is no cost row; null where there is one. Only for those who may see cost" }),
});

export const LiveProductSchema = ProductSchema.pick({
  vendor: true,
  name: true,
  partNumber: true,
  service: true,
  provider: true,
  categories: true,
  topics: true,
  serviceType: true,
  archived: true,
  updatedAt: true,
  description: true,
  headline: true,
  prices: true,
  benefits: true,
  resources: true,
  support: true,
  trialSupport: true,
  facts: true,
  keywords: true,
  vendorUrl: true,
  locale: true,
  availableLocales: true,
})
  .extend({
    key: z.string().nullable().meta({ description: "Its key in our own catalog; null where it is not there" }),
    externalId: z.string().nullable().meta({ description: "The vendor's own id" }),
    otherPartNumbers: z.array(z.string()),
    summary: z.string().nullable(),
    imageUrls: z.array(z.string()),
    plans: z.array(LivePlanSchema),
    requires: z.array(
      z.object({ anyOf: z.array(z.object({ partNumber: z.string(), externalId: z.string().nullable() })) }),
    ),
  })
  .meta({ id: "LiveProduct", description: "A product as the vendor answers now; our own price rules are not applied" });

export type LiveProductDto = z.infer<typeof LiveProductSchema>;

export const LiveProductListSchema = z
  .object({
    vendor: z.string(),
    items: z.array(LiveProductSchema),
    total: z.number().int().nullable().meta({ description: "The vendor's own count; null where it gives none" }),
    page: z.number().int(),
    pageSize: z.number().int(),
    setAside: z
      .array(z.object({ identity: z.string().nullable(), reason: z.string() }))
      .meta({ description: "Records that could not be read, in whole or in part" }),
  })
  .meta({ id: "LiveProductList" });

export type LiveProductListDto = z.infer<typeof LiveProductListSchema>;

export const ConnectionSchema = z
  .object({
    vendor: z.string(),
    label: z.string(),
    works: z.boolean(),
    message: z.string(),
    tookMs: z.number().int(),
    tokenExpiresAt: z.string().nullable(),
    correlationId: z.string().nullable(),
  })
  .meta({ id: "Connection" });

export type ConnectionDto = z.infer<typeof ConnectionSchema>;

const VendorParamsSchema = z.object({ vendor: z.string().max(40) });
const VendorProductParamsSchema = VendorParamsSchema.extend({
  id: z.string().max(300).meta({ description: "The product's key in our catalog, or the vendor's id or part number" }),
});

const LocaleSchema = z
  .string()
  .regex(/^[a-z]{2}-[a-z]{2}$/i, "write a locale such as en-us")
  .transform((locale) => locale.toLowerCase())
  .optional()
  .meta({ description: "The desk's first locale where not given" });

const filter = (what: string) => z.string().trim().min(1).max(200).optional().meta({ description: what });

const LiveQuerySchema = z.object({
  locale: LocaleSchema,
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
  partNumber: filter("part number (CloudBlue mpn, IBM productId)"),
  name: filter("name (CloudBlue name, IBM naturalLanguageName)"),
  service: filter("order group (CloudBlue serviceName)"),
  provider: filter("manufacturer or provider (CloudBlue vendor, IBM provider.name)"),
  category: filter("category (IBM)"),
  primaryCategory: filter("primary category (IBM)"),
  serviceType: filter("service type (IBM)"),
  topic: filter("topic (IBM topics)"),
});

export type LiveProductQuery = z.infer<typeof LiveQuerySchema>;

const listRoute = (path: string, summary: string) =>
  defineRoute({
    method: "GET",
    path,
    summary,
    access: "signed-in",
    params: VendorParamsSchema,
    query: LiveQuerySchema,
    status: 200,
    response: LiveProductListSchema,
  });

const productRoute = (path: string, summary: string) =>
  defineRoute({
    method: "GET",
    path,
    summary,
    access: "signed-in",
    params: VendorProductParamsSchema,
    query: z.object({ locale: LocaleSchema }),
    status: 200,
    response: LiveProductSchema,
  });

export const listLiveProductsRoute = listRoute(
  "/api/vendors/{vendor}/products",
  "What the vendor lets us resell, asked now; a filter the vendor does not have is refused",
);
export const getLiveProductRoute = productRoute(
  "/api/vendors/{vendor}/products/{id}",
  "One product that the vendor lets us resell, asked now",
);
export const listPublicProductsRoute = listRoute(
  "/api/vendors/{vendor}/public-products",
  "What the vendor shows to everybody, asked now; a filter the vendor does not have is refused",
);
export const getPublicProductRoute = productRoute(
  "/api/vendors/{vendor}/public-products/{id}",
  "One product of the vendor's public catalog, asked now",
);
export const getLiveConfigurationRoute = defineRoute({
  method: "GET",
  path: "/api/vendors/{vendor}/products/{id}/plans/{plan}/configuration",
  summary: "Components and attributes of one plan, asked now",
  access: "signed-in",
  params: VendorProductParamsSchema.extend({ plan: z.string().max(200) }),
  query: z.object({ locale: LocaleSchema }),
  status: 200,
  response: PlanConfigurationSchema,
});
export const listLiveNamesRoute = defineRoute({
  method: "GET",
  path: "/api/vendors/{vendor}/lists/{list}",
  summary: "One of the vendor's own lists of names, asked now",
  access: "signed-in",
  params: VendorParamsSchema.extend({ list: z.enum(vendorNameLists) }),
  status: 200,
  response: z.object({ items: z.array(z.string()), total: z.number().int() }),
});
export const testConnectionRoute = defineRoute({
  method: "POST",
  path: "/api/vendors/{vendor}/connection",
  summary: "Log in at the vendor anew, where it has a login, and make one cheap request",
  access: "manager",
  params: VendorParamsSchema,
  body: z.strictObject({}),
  status: 200,
  response: ConnectionSchema,
});
