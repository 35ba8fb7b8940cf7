import { z } from "zod";
import {
  AmountSchema,
  CostSchema,
  CurrencySchema,
  DecimalStringSchema,
  MarginSchema,
  OveruseSchema,
} from "@/lib/contracts/amount";
import { LocaleSchema, ProductSummarySchema } from "@/lib/contracts/catalog";
import { ChangeSchema } from "@/lib/contracts/changes";
import { defineRoute } from "@/lib/contracts/route";

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
    /** Per unit used: all there is of a plan without a price, else above its limit. */
    overuse: z.array(OveruseSchema),
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

const ProductParamsSchema = z.object({ vendor: z.string().max(40), key: z.string().max(300) });

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
