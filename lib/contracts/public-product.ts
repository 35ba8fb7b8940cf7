import { z } from "zod";
import { AmountSchema, DecimalStringSchema } from "@/lib/contracts/amount";
import { defineRoute } from "@/lib/contracts/route";

const PublicPlanSchema = z.strictObject({
  name: z.string(),
  partNumber: z.string().nullable(),
  description: z.string().nullable(),
  price: AmountSchema.nullable(),
  setupPrice: AmountSchema.nullable(),
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
    seller: z.strictObject({ company: z.string(), email: z.string().nullable() }),
    taxNote: z.string(),
    asOf: z.string(),
  })
  .meta({ id: "PublicProduct" });

export type PublicProduct = z.infer<typeof PublicProductSchema>;

export const createProductLinkRoute = defineRoute({
  method: "POST",
  path: "/api/products/{vendor}/{key}/links",
  summary: "Make a share link to a product; its address is shown this once",
  access: "signed-in",
  params: z.object({ vendor: z.string().max(40), key: z.string().max(300) }),
  body: z.strictObject({ days: z.number().int().min(1).max(180).optional() }),
  status: 201,
  response: z.object({ id: z.string(), url: z.string(), expiresAt: z.string() }),
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
