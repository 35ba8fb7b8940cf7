import { z } from "zod";
import { AmountSchema, CostSchema, DecimalStringSchema, MarginSchema, OveruseSchema } from "@/lib/contracts/amount";
import { defineRoute } from "@/lib/contracts/route";
import { type CatalogFacet, catalogSorts } from "@/lib/domain/catalog/facets";

const many = (what: string, written = (value: string) => value) =>
  z
    .union([z.string().max(1_000), z.array(z.string().max(1_000)).max(100)])
    .transform((value) => (Array.isArray(value) ? value : [value]).map(written))
    .optional()
    .meta({ description: `${what}; repeat for OR` });

const flag = (what: string) => many(`${what}: true or false`, (value) => value.toLowerCase());

const facetParams = {
  vendor: many("vendor id"),
  service: many("vendor's order group"),
  category: many("category"),
  topic: many("topic"),
  serviceType: many("service type"),
  provider: many("provider"),
  planType: many("plan type: buy or try", (value) => value.toLowerCase()),
  billing: many("billing period, ISO 8601"),
  commitment: many("commitment, ISO 8601"),
  currency: many("currency code", (value) => value.toUpperCase()),
  marginBand: many("margin band: loss, low, normal or high; only for those who may see cost"),
  costKnown: flag("has a cost; only for those who may see cost"),
  needsOther: flag("needs another product"),
  orderable: flag("can be put on an order"),
  archived: flag("archived; only offered products unless asked for"),
} satisfies Record<CatalogFacet, z.ZodType>;

export const LocaleSchema = z.string().max(20).optional().meta({
  description: "Locale of the vendors' words, such as de-de; prices stay the same. The desk's first where not given",
});

export const ProductQuerySchema = z.object({
  q: z.string().max(1_000).optional(),
  ...facetParams,
  priceMin: DecimalStringSchema.optional(),
  priceMax: DecimalStringSchema.optional(),
  locale: LocaleSchema,
  sort: z
    .string()
    .regex(
      new RegExp(`^-?(${catalogSorts.join("|")})$`),
      "sort by relevance, name, price, margin or updated; a leading - turns it round",
    )
    .optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});

export type ProductQuery = z.infer<typeof ProductQuerySchema>;

export const ProductSummarySchema = z
  .object({
    vendor: z.string(),
    key: z.string(),
    name: z.string(),
    locale: z.string().meta({ description: "Of the words; another than asked for where the vendor has none in that" }),
    partNumber: z.string(),
    service: z.string().nullable(),
    provider: z.string().nullable(),
    categories: z.array(z.string()),
    topics: z.array(z.string()),
    serviceType: z.string().nullable(),
    billingPeriod: z.string().nullable(),
    commitment: z.string().nullable(),
    minimum: DecimalStringSchema,
    maximum: DecimalStringSchema.nullable(),
    price: AmountSchema.nullable(),
    listPrice: AmountSchema.nullable(),
    setupPrice: AmountSchema.nullable(),
    pricePrefix: z.string().nullable(),
    priceSuffix: z.string().nullable(),
    overuse: z.array(OveruseSchema).meta({ description: "What a unit used comes to, by tier; not part of the price" }),
    cost: CostSchema.optional(),
    margin: MarginSchema.nullable().optional(),
    archived: z.boolean(),
    orderable: z.boolean(),
    notOrderable: z.string().nullable(),
    planType: z.string().nullable(),
    plansCount: z.number().int(),
    /** Names of what must be there too, one entry a group; empty = stands alone. */
    needs: z.array(z.string()),
    updatedAt: z.string().nullable(),
  })
  .meta({ id: "ProductSummary" });

export type ProductSummary = z.infer<typeof ProductSummarySchema>;

export const FacetValueSchema = z.object({
  value: z.string(),
  label: z.string(),
  count: z.number().int(),
  selected: z.boolean(),
});

export type FacetValue = z.infer<typeof FacetValueSchema>;

export const ProductListSchema = z
  .object({
    items: z.array(ProductSummarySchema),
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
    /** All products of the catalog, for "212 of 3,140". */
    catalogTotal: z.number().int(),
    facets: z.record(z.string(), z.array(FacetValueSchema)),
    asOf: z.record(z.string(), z.string()),
    /** Values of the query that are not in the catalog and were dropped. */
    dropped: z.array(z.object({ name: z.string(), value: z.string() })),
    /** How the text matched: all words, or, where nothing did, some of them. */
    match: z.enum(["all", "some"]),
    /** Part numbers one slip away from one that was asked for and is not there. */
    didYouMean: z.array(z.string()),
  })
  .meta({ id: "ProductList" });

export type ProductList = z.infer<typeof ProductListSchema>;

const CountedListSchema = z.object({
  items: z.array(
    z.object({ value: z.string(), label: z.string(), count: z.number().int(), vendors: z.array(z.string()) }),
  ),
  total: z.number().int(),
});

export const listProductsRoute = defineRoute({
  method: "GET",
  path: "/api/products",
  summary: "Search and filter the catalog with facet counts",
  access: "signed-in",
  query: ProductQuerySchema,
  status: 200,
  response: ProductListSchema,
});

const listRoute = (path: string, summary: string) =>
  defineRoute({ method: "GET", path, summary, access: "signed-in", status: 200, response: CountedListSchema });

export const listCategoriesRoute = listRoute("/api/categories", "The vendors' categories, merged, with counts");
export const listTopicsRoute = listRoute("/api/topics", "The vendors' topics, merged, with counts");
export const listServiceTypesRoute = listRoute("/api/service-types", "The vendors' service types, merged, with counts");
export const listLocalesRoute = listRoute("/api/locales", "The locales the vendors offer, with counts");
