import { z } from "zod";

/** A plain decimal in digits: "19.80", "0.0035", "-3". */
export const DecimalStringSchema = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,10})?$/, "write a plain decimal such as 19.80")
  .meta({ id: "DecimalString", example: "19.80" });

export const CurrencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, "write a three-letter currency code such as USD")
  .meta({ id: "Currency", example: "USD" });

export const AmountSchema = z
  .object({ amount: DecimalStringSchema, currency: CurrencySchema })
  .meta({ id: "Amount", description: "An exact amount as a decimal string with its currency." });

export const CostSchema = z
  .union([
    AmountSchema.extend({ origin: z.enum(["vendor", "rule", "typed"]), estimated: z.boolean().optional() }),
    z.object({ unknown: z.enum(["notProvided", "usageBased", "needsEstimate"]) }),
  ])
  .meta({
    id: "Cost",
    description: "What we pay, with its origin; or why it is not known. Only for those who may see cost.",
  });

export const MarginSchema = AmountSchema.extend({ percent: DecimalStringSchema.nullable() }).meta({
  id: "Margin",
  description: "Price less cost; percent is of the price, to one decimal.",
});

export const OveruseSchema = z
  .object({
    from: DecimalStringSchema.meta({ description: "Start of the tier in units used; 0 without tiers" }),
    model: z.enum(["flat", "volume", "graduated"]),
    price: AmountSchema,
    listPrice: AmountSchema.nullable(),
    cost: CostSchema.optional(),
    margin: MarginSchema.nullable().optional(),
  })
  .meta({
    id: "Overuse",
    description: "What one unit used comes to. Never part of a total: nobody knows yet how much will be used.",
  });

/** Per unit used; what an outsider may see of it: no list price, cost or margin. */
export const PublicOveruseSchema = z.strictObject({
  from: DecimalStringSchema,
  model: z.enum(["flat", "volume", "graduated"]),
  price: AmountSchema,
});

export type AmountDto = z.infer<typeof AmountSchema>;
export type CostDto = z.infer<typeof CostSchema>;
export type MarginDto = z.infer<typeof MarginSchema>;
export type OveruseDto = z.infer<typeof OveruseSchema>;
