import { z } from "zod";

// The vendor's words (Marketplace API 1.4 to 1.15). Fields other than `mpn` and `name` may be absent in some version.

/** A whole number, also written as text. */
const countSchema = z.union([
  z.number().int().min(0),
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/)
    .transform((digits) => parseInt(digits, 10)),
]);

/** A life that is no number of seconds says nothing; the token itself is good all the same. */
const LifeSchema = z.union([
  z.number().positive().max(Number.MAX_SAFE_INTEGER),
  countSchema.refine((life) => life > 0),
]);

export const TokenSchema = z.object({
  token: z.string().regex(/^[\x21-\x7e]{1,16384}$/),
  expiresInSeconds: LifeSchema.nullish().catch(null),
});

/** A wrong envelope fails the page; the records in `data` are judged one by one. */
export const ProductListSchema = z.object({
  data: z.array(z.unknown()).max(20_000),
  pagination: z.object({
    // By these we do not go.
    offset: countSchema.nullish().catch(null),
    limit: countSchema.nullish().catch(null),
    total: countSchema.nullish(),
  }),
});

export type CloudBlueProductList = z.infer<typeof ProductListSchema>;

const PeriodSchema = z.object({ type: z.string().max(50), duration: z.union([z.number().int(), countSchema]) });

/** Amounts are judged row by row in the mapper, so that one bad price does not lose the product. */
export const PriceSchema = z.object({
  currency: z.unknown().optional(),
  amount: z.unknown().optional(),
  type: z.unknown().optional(),
  model: z.unknown().optional(),
  lowerLimit: z.unknown().optional(),
});

export type CloudBluePrice = z.infer<typeof PriceSchema>;

/** All that `PriceSchema` asks of a row, without a copy of each of them: there are more of these than of anything else. */
export function isPriceRecord(value: unknown): value is CloudBluePrice {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

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

/** An id that is a number reads as itself; a part number would lose its leading zeros. */
const IdSchema = z.union([z.string(), z.number().int().transform(String)]);

export const ProductSchema = z.object({
  mpn: z.string(),
  name: z.string(),
  vendor: IdSchema.nullish(),
  id: IdSchema.nullish(),
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

/**
 * What `ProductSchema` makes of a plain record, without a copy of every part of it. Most records are plain; null where
 * the schema has to judge.
 */
export function readPlainProduct(record: unknown): CloudBlueProduct | null {
  if (!isPlainProduct(record)) return null;
  const dependsOn: unknown = record.dependsOn;
  if (!Array.isArray(dependsOn) || dependsOn.length === 0) return record;
  if (!isListOfNumbers(dependsOn)) return null;
  return { ...record, dependsOn: dependsOn.map((mpn) => ({ mpn, id: null })) };
}

function isPlainProduct(record: unknown): record is CloudBlueProduct {
  if (typeof record !== "object" || record === null) return false;
  const fields: { readonly [name in keyof CloudBlueProduct]?: unknown } = record;
  return (
    typeof fields.mpn === "string" &&
    typeof fields.name === "string" &&
    isTextOrNothing(fields.vendor, Infinity) &&
    isTextOrNothing(fields.id, Infinity) &&
    isTextOrNothing(fields.serviceName, Infinity) &&
    isTextOrNothing(fields.billingModel, 100) &&
    isQuantityOrNothing(fields.minimumQuantity) &&
    isQuantityOrNothing(fields.maximumQuantity) &&
    isListOrNothing(fields.prices, 1_000) &&
    isListOrNothing(fields.costs, 1_000) &&
    isPeriodOrNothing(fields.billingPeriod) &&
    isPeriodOrNothing(fields.subscriptionPeriod) &&
    isNothing(fields.coterming) &&
    isListOrNothing(fields.dependsOn, 100)
  );
}

function isListOfNumbers(values: readonly unknown[]): values is readonly string[] {
  return values.every((mpn) => typeof mpn === "string" && mpn.length > 0 && mpn.length <= 200);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

function isTextOrNothing(value: unknown, lengthMax: number): boolean {
  return typeof value === "string" ? value.length <= lengthMax : isNothing(value);
}

function isQuantityOrNothing(value: unknown): boolean {
  return Number.isFinite(value) || isTextOrNothing(value, 40);
}

function isListOrNothing(value: unknown, lengthMax: number): boolean {
  return Array.isArray(value) ? value.length <= lengthMax : isNothing(value);
}

function isPeriodOrNothing(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === undefined || value === null;
  const { type, duration }: { readonly type?: unknown; readonly duration?: unknown } = value;
  return typeof type === "string" && type.length <= 50 && Number.isSafeInteger(duration);
}

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
