import { z } from "zod";
import { AmountSchema, CurrencySchema, DecimalStringSchema, PublicOveruseSchema } from "@/lib/contracts/amount";
import { pictureMedia, PictureNumberSchema } from "@/lib/contracts/product";
import { defineRoute } from "@/lib/contracts/route";

const PublicPlanSchema = z.strictObject({
  name: z.string(),
  partNumber: z.string().nullable(),
  description: z.string().nullable(),
  price: AmountSchema.nullable(),
  setupPrice: AmountSchema.nullable(),
  /** Per unit used; left out where nothing is billed by use. */
  overuse: z.array(PublicOveruseSchema).optional(),
  /** The unit price from each quantity on, the first as above; left out where one price holds for all. */
  tiers: z
    .strictObject({
      model: z.enum(["volume", "graduated"]),
      prices: z.array(z.strictObject({ from: DecimalStringSchema, price: AmountSchema })),
    })
    .optional(),
  pricePrefix: z.string().nullable(),
  priceSuffix: z.string().nullable(),
  billingPeriod: z.string().nullable(),
  commitment: z.string().nullable(),
  minimum: DecimalStringSchema,
  maximum: DecimalStringSchema.nullable(),
  attributes: z.array(
    z.strictObject({ name: z.string(), description: z.string().nullable(), toolTip: z.string().nullable() }),
  ),
});

/** What an outsider may see of a product. An allow-list of its own: nothing here comes from cost or rules. */
export const PublicProductSchema = z
  .strictObject({
    name: z.string(),
    locale: z.string().meta({ description: "Of the vendor's words" }),
    partNumber: z.string(),
    provider: z.string().nullable(),
    service: z.string().nullable(),
    serviceType: z.string().nullable(),
    categories: z.array(z.string()),
    headline: z.string().nullable(),
    description: z.string().nullable().meta({ description: "Cleaned HTML: p br ul ol li strong em a" }),
    plans: z.array(PublicPlanSchema),
    /** Names of what must be there too, one entry a group; empty = stands alone. */
    needs: z.array(z.string()),
    benefits: z.array(z.strictObject({ title: z.string(), description: z.string().nullable() })),
    resources: z.array(z.strictObject({ name: z.string(), description: z.string().nullable(), url: z.string() })),
    /** How many pictures of the vendor's the link shows. */
    picturesCount: z.number().int(),
    seller: z.strictObject({ company: z.string(), email: z.string().nullable() }),
    taxNote: z.string(),
    asOf: z.string(),
  })
  .meta({ id: "PublicProduct" });

export type PublicProduct = z.infer<typeof PublicProductSchema>;

const ProductParamsSchema = z.object({ vendor: z.string().max(40), key: z.string().max(300) });

const ProductLinkSchema = z
  .object({
    id: z.string(),
    /** The currency its prices are shown in; null = the product's first. */
    currency: CurrencySchema.nullable(),
    createdBy: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
    views: z.number().int(),
    lastViewedAt: z.string().nullable(),
    /** Whoever made it and managers may. */
    mayWithdraw: z.boolean(),
  })
  .meta({ id: "ProductLink" });

export type ProductLinkDto = z.infer<typeof ProductLinkSchema>;

export const listProductLinksRoute = defineRoute({
  method: "GET",
  path: "/api/products/{vendor}/{key}/links",
  summary: "The share links that show this product now, without their addresses",
  access: "signed-in",
  params: ProductParamsSchema,
  status: 200,
  response: z.object({ items: z.array(ProductLinkSchema), total: z.number().int() }),
});

export const createProductLinkRoute = defineRoute({
  method: "POST",
  path: "/api/products/{vendor}/{key}/links",
  summary: "Make a share link to a product; its address is shown this once",
  access: "signed-in",
  params: ProductParamsSchema,
  body: z.strictObject({ days: z.number().int().min(1).max(180).optional(), currency: CurrencySchema.optional() }),
  status: 201,
  response: z.object({ id: z.string(), url: z.string(), expiresAt: z.string() }),
});

export const deleteProductLinkRoute = defineRoute({
  method: "DELETE",
  path: "/api/products/{vendor}/{key}/links/{id}",
  summary: "Withdraw a share link to a product; for whoever made it and for managers",
  access: "signed-in",
  params: ProductParamsSchema.extend({ id: z.string().max(60) }),
  status: 204,
});

export const getSharedProductRoute = defineRoute({
  method: "GET",
  path: "/api/share/products/{token}",
  summary: "The product behind a share link",
  access: "outsider",
  params: z.object({ token: z.string().max(100) }),
  status: 200,
  response: PublicProductSchema,
});

export const getSharedProductPictureRoute = defineRoute({
  method: "GET",
  path: "/api/share/products/{token}/pictures/{number}",
  summary: "One of the vendor's pictures of the product behind a share link",
  access: "outsider",
  params: z.object({ token: z.string().max(100), number: PictureNumberSchema }),
  status: 200,
  media: pictureMedia,
  response: z.string().meta({ format: "binary" }),
});
