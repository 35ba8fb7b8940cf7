import { z } from "zod";
import { AmountSchema, CostSchema, CurrencySchema, DecimalStringSchema, MarginSchema } from "@/lib/contracts/amount";
import { type CatalogFacet, catalogSorts } from "@/lib/domain/catalog/facets";
import { defineRoute } from "@/lib/contracts/route";
import { ChangeSchema } from "@/lib/contracts/sync";

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

const LocaleSchema = z.string().max(20).optional().meta({
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

export const PriceRowSchema = z.object({
  plan: z.string(),
  side: z.enum(["cost", "list", "price"]),
  kind: z.enum(["recurring", "setup", "overuse"]),
  amount: AmountSchema,
  model: z.enum(["flat", "volume", "graduated"]),
  from: DecimalStringSchema,
});

export const RequirementTargetSchema = z.object({
  vendor: z.string(),
  key: z.string(),
  name: z.string(),
  /** False where the catalog does not have it or the vendor archived it. */
  available: z.boolean(),
  archived: z.boolean(),
  price: AmountSchema.nullable(),
  billingPeriod: z.string().nullable(),
});

const PlanAttributeSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  toolTip: z.string().nullable(),
});

export const PlanSchema = z
  .object({
    key: z.string(),
    name: z.string(),
    type: z.string(),
    partNumber: z.string().nullable(),
    description: z.string().nullable(),
    price: AmountSchema.nullable(),
    listPrice: AmountSchema.nullable(),
    cost: CostSchema.optional(),
    margin: MarginSchema.nullable().optional(),
    billingPeriod: z.string().nullable(),
    commitment: z.string().nullable(),
    minimum: DecimalStringSchema,
    maximum: DecimalStringSchema.nullable(),
    pricePrefix: z.string().nullable(),
    priceSuffix: z.string().nullable(),
    orderable: z.boolean(),
    notOrderable: z.string().nullable(),
    attributes: z.array(PlanAttributeSchema),
  })
  .meta({ id: "Plan" });

const SupportSchema = z.object({
  email: z.string().nullable(),
  phone: z.string().nullable(),
  chat: z.string().nullable(),
  url: z.string().nullable(),
  knowledgebaseUrl: z.string().nullable(),
});

export const ProductSchema = ProductSummarySchema.extend({
  description: z.string().nullable().meta({ description: "Cleaned HTML: p br ul ol li strong em a" }),
  headline: z.string().nullable(),
  plans: z.array(PlanSchema),
  prices: z.array(PriceRowSchema),
  requires: z.array(z.object({ anyOf: z.array(RequirementTargetSchema) })),
  requiredBy: z.array(RequirementTargetSchema),
  benefits: z.array(z.object({ title: z.string(), description: z.string().nullable() })),
  resources: z.array(
    z.object({ name: z.string(), type: z.string().nullable(), description: z.string().nullable(), url: z.string() }),
  ),
  pictures: z.array(z.string()).meta({ description: "Addresses of our own for the vendor's pictures" }),
  support: SupportSchema.nullable(),
  trialSupport: SupportSchema.nullable(),
  facts: z.array(z.object({ name: z.string(), value: z.string() })),
  keywords: z.array(z.string()),
  vendorUrl: z.string().nullable(),
  availableLocales: z.array(z.string()),
  asOf: z.string(),
}).meta({ id: "Product" });

export type ProductDto = z.infer<typeof ProductSchema>;
export type PlanDto = z.infer<typeof PlanSchema>;

export const ComponentAttributeSchema = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  type: z.enum(["text", "number", "enumeration", "url", "email"]),
  minimum: DecimalStringSchema.nullable(),
  maximum: DecimalStringSchema.nullable(),
  choices: z.array(z.object({ label: z.string(), value: z.string(), listUnitPrice: AmountSchema.nullable() })),
  required: z.boolean(),
  unitOfMeasure: z.string().nullable(),
  listUnitPrice: AmountSchema.nullable(),
  changeable: z.boolean().nullable(),
});

export const PlanConfigurationSchema = z
  .object({
    components: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        description: z.string().nullable(),
        kind: z.enum(["base", "option"]),
        required: z.boolean(),
        attributes: z.array(ComponentAttributeSchema),
        changeableTo: z.array(z.string()),
      }),
    ),
    allowedPlanChanges: z.array(z.string()),
    cancellable: z.boolean(),
    subscriptionManaged: z.boolean(),
    countries: z.array(z.string()).nullable(),
  })
  .meta({ id: "PlanConfiguration" });

export type PlanConfigurationDto = z.infer<typeof PlanConfigurationSchema>;

export const ProductRefreshSchema = z
  .object({
    checkedAt: z.string(),
    /** What differs from our copy; none = it holds. Costs only for those who may see them. */
    changes: z.array(ChangeSchema.pick({ kind: true, what: true, old: true, new: true })),
    /** The vendor's catalog is being read, so that the change reaches lists, carts and quotes. */
    syncing: z.boolean(),
  })
  .meta({ id: "ProductRefresh" });

export type ProductRefreshDto = z.infer<typeof ProductRefreshSchema>;

const CountedListSchema = z.object({
  items: z.array(
    z.object({ value: z.string(), label: z.string(), count: z.number().int(), vendors: z.array(z.string()) }),
  ),
  total: z.number().int(),
});

const ProductParamsSchema = z.object({ vendor: z.string().max(40), key: z.string().max(300) });

export const listProductsRoute = defineRoute({
  method: "GET",
  path: "/api/products",
  summary: "Search and filter the catalog with facet counts",
  access: "signed-in",
  query: ProductQuerySchema,
  status: 200,
  response: ProductListSchema,
});

export const getProductRoute = defineRoute({
  method: "GET",
  path: "/api/products/{vendor}/{key}",
  summary: "One product with plans, price rows and requirements both ways",
  access: "signed-in",
  params: ProductParamsSchema,
  query: z.object({ currency: CurrencySchema.optional(), locale: LocaleSchema }),
  status: 200,
  response: ProductSchema,
});

export const getPlanConfigurationRoute = defineRoute({
  method: "GET",
  path: "/api/products/{vendor}/{key}/plans/{plan}/configuration",
  summary: "Components and attributes of one plan",
  access: "signed-in",
  params: ProductParamsSchema.extend({ plan: z.string().max(200) }),
  status: 200,
  response: PlanConfigurationSchema,
});

export const refreshProductRoute = defineRoute({
  method: "POST",
  path: "/api/products/{vendor}/{key}/refresh",
  summary: "Ask the vendor about one product now, at most once a minute; what changed is then read in",
  access: "signed-in",
  params: ProductParamsSchema,
  body: z.strictObject({}),
  status: 200,
  response: ProductRefreshSchema,
});

export const PictureNumberSchema = z.coerce.number().int().min(1).max(99);

/** The media types a vendor's picture may have. */
export const pictureMedia = "image/*";

export const getProductPictureRoute = defineRoute({
  method: "GET",
  path: "/api/products/{vendor}/{key}/pictures/{number}",
  summary: "One of the vendor's pictures of a product: PNG, JPEG, WebP or GIF",
  access: "signed-in",
  params: ProductParamsSchema.extend({ number: PictureNumberSchema }),
  status: 200,
  media: pictureMedia,
  response: z.string().meta({ format: "binary" }),
});

const listRoute = (path: string, summary: string) =>
  defineRoute({ method: "GET", path, summary, access: "signed-in", status: 200, response: CountedListSchema });

export const listCategoriesRoute = listRoute("/api/categories", "The vendors' categories, merged, with counts");
export const listTopicsRoute = listRoute("/api/topics", "The vendors' topics, merged, with counts");
export const listServiceTypesRoute = listRoute("/api/service-types", "The vendors' service types, merged, with counts");
export const listLocalesRoute = listRoute("/api/locales", "The locales the vendors offer, with counts");
