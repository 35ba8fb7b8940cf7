import { z } from "zod";

// The vendor's words (Marketplace API 1.4 to 1.15). Fields other than `mpn` and `name` may be absent in some version.

export const TokenSchema = z.object({
  token: z.string().regex(/^[\x21-\x7e]{1,16384}$/),
  expiresInSeconds: z.number().positive().max(86_400).optional(),
});

/** A wrong envelope fails the page; the records in `data` are judged one by one. */
export const ProductListSchema = z.object({
  data: z.array(z.unknown()).max(20_000),
  pagination: z.object({
    offset: z.number().int().min(0).optional(),
    limit: z.number().int().min(0).optional(),
    total: z.number().int().min(0).nullish(),
  }),
});

export type CloudBlueProductList = z.infer<typeof ProductListSchema>;

const PeriodSchema = z.object({ type: z.string().max(50), duration: z.number().int() });

/** Amounts are judged row by row in the mapper, so that one bad price does not lose the product. */
export const PriceSchema = z.object({
  currency: z.unknown().optional(),
  amount: z.unknown().optional(),
  type: z.unknown().optional(),
  model: z.unknown().optional(),
  lowerLimit: z.unknown().optional(),
});

export type CloudBluePrice = z.infer<typeof PriceSchema>;

/** Strings in 1.5 and 1.6, objects in 1.1–1.4 and 1.15. */
const DependencySchema = z.union([
  z
    .string()
    .min(1)
    .max(200)
    .transform((mpn): CloudBlueDependency => ({ mpn, id: null })),
  z
    .object({ mpn: z.string().min(1).max(200), id: z.string().max(200).nullish() })
    .transform(({ mpn, id }): CloudBlueDependency => ({ mpn, id: id ?? null })),
]);

type CloudBlueDependency = { readonly mpn: string; readonly id: string | null };

const QuantitySchema = z.union([z.string().max(40), z.number()]);

export const ProductSchema = z.object({
  mpn: z.string(),
  name: z.string(),
  vendor: z.string().nullish(),
  id: z.string().nullish(),
  serviceName: z.string().nullish(),
  minimumQuantity: QuantitySchema.nullish(),
  maximumQuantity: QuantitySchema.nullish(),
  prices: z.array(z.unknown()).max(1_000).nullish(),
  costs: z.array(z.unknown()).max(1_000).nullish(),
  billingPeriod: PeriodSchema.nullish(),
  subscriptionPeriod: PeriodSchema.nullish(),
  billingModel: z.string().max(100).nullish(),
  coterming: z.object({ required: z.string().max(50).nullish(), type: z.string().max(50).nullish() }).nullish(),
  dependsOn: z.array(DependencySchema).max(100).nullish(),
});

export type CloudBlueProduct = z.infer<typeof ProductSchema>;
export type CloudBluePeriod = z.infer<typeof PeriodSchema>;

const MoneySchema = z.object({ currency: z.string(), amount: z.string() });

/** `POST /orders/estimate`: the same structure as an order, with what it would cost. */
export const EstimateSchema = z.object({
  total: MoneySchema.nullish().catch(null),
  products: z
    .array(
      z.object({
        mpn: z.string(),
        quantity: QuantitySchema.nullish(),
        unitPrice: MoneySchema.nullish().catch(null),
        extendedPrice: MoneySchema.nullish().catch(null),
      }),
    )
    .max(10_000)
    .nullish(),
});

export type CloudBlueEstimate = z.infer<typeof EstimateSchema>;

/** The platform's error body, its Spring-style sibling and the gateway's: all carry one line of text. */
export const ErrorBodySchema = z.object({
  message: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  errorCode: z.string().optional().catch(undefined),
});
