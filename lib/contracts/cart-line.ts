import { z } from "zod";
import { AmountSchema, CostSchema, DecimalStringSchema, MarginSchema, OveruseSchema } from "@/lib/contracts/amount";

export const AttributeValuesSchema = z
  .record(z.string().max(200), z.record(z.string().max(200), z.string().max(2000)))
  .meta({
    description: "Values of component attributes: component key → attribute key → value",
  });

export const ComponentChoiceSchema = z.strictObject({
  key: z.string().max(200),
  quantity: DecimalStringSchema.optional(),
});

export const QuantitySchema = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,4})?$/, "write a quantity such as 5 or 2.5")
  .meta({ example: "5" });

export const LineInputSchema = z
  .strictObject({
    vendor: z.string().min(1).max(40),
    key: z.string().min(1).max(300),
    plan: z.string().max(200).optional(),
    quantity: QuantitySchema,
    components: z.array(ComponentChoiceSchema).max(100).optional(),
    attributes: AttributeValuesSchema.optional(),
  })
  .meta({ id: "LineInput" });

export type LineInput = z.infer<typeof LineInputSchema>;

export const UpdateLineSchema = z.strictObject({
  quantity: QuantitySchema.optional(),
  plan: z.string().max(200).optional(),
  components: z.array(ComponentChoiceSchema).max(100).optional(),
  attributes: AttributeValuesSchema.optional(),
  acceptPrice: z
    .literal(true)
    .optional()
    .meta({ description: "Today's price and cost are seen: the line's drift is told no more" }),
  price: z
    .strictObject({ text: z.string().trim().min(1, "write a price").max(40) })
    .nullable()
    .optional()
    .meta({
      description: "19.80, m20 (margin), u15 (markup), d10 (discount), +5%, -3 or *2; null = back to the rules",
    }),
  reason: z.string().trim().max(300).optional(),
});

export const CartLineSchema = z
  .object({
    id: z.string(),
    vendor: z.string(),
    vendorLabel: z.string(),
    key: z.string(),
    plan: z.string().nullable(),
    planName: z.string().nullable(),
    name: z.string(),
    partNumber: z.string(),
    service: z.string().nullable(),
    quantity: DecimalStringSchema,
    minimum: DecimalStringSchema,
    maximum: DecimalStringSchema.nullable(),
    components: z.array(
      ComponentChoiceSchema.extend({
        name: z.string(),
        price: AmountSchema.nullable(),
        total: AmountSchema.nullable(),
      }),
    ),
    attributes: AttributeValuesSchema,
    billingPeriod: z.string().nullable(),
    commitment: z.string().nullable(),
    /** Unit price, unit cost and unit margin at this quantity. */
    price: AmountSchema.nullable(),
    setupPrice: AmountSchema.nullable(),
    listPrice: AmountSchema.nullable(),
    /** Per unit used, apart from every total: all there is of a line without a price, else above its limit. */
    overuse: z.array(OveruseSchema),
    /** Off the list price, in percent to one decimal; negative above it, null without one. */
    discount: DecimalStringSchema.nullable(),
    cost: CostSchema.optional(),
    margin: MarginSchema.nullable().optional(),
    markup: DecimalStringSchema.nullable().optional(),
    /** Set by hand instead of by the rules; what was typed is told only where it is no share of a cost. */
    typed: z
      .object({
        kind: z.enum(["amount", "margin", "markup", "discount"]).nullable(),
        value: DecimalStringSchema.nullable(),
        by: z.string().nullable(),
        at: z.string().nullable(),
        reason: z.string().nullable(),
      })
      .nullable(),
    /** Floors and ceilings the price breaks. */
    findings: z.array(
      z.object({ policy: z.enum(["block", "ask", "warn"]), message: z.string(), limit: AmountSchema.nullable() }),
    ),
    /** Per billing period, rounded. */
    total: AmountSchema.nullable(),
    setupTotal: AmountSchema.nullable(),
    totalCost: AmountSchema.nullable().optional(),
    /** All that is billed of the line in its first year, set-up included. */
    firstYear: AmountSchema.nullable(),
    firstYearMargin: MarginSchema.nullable().optional(),
    /** Line under which this one is shown, because it needs it. */
    under: z.string().nullable(),
    /** Set when price or cost moved since the line was added. */
    drift: z
      .object({ priceBefore: AmountSchema.nullable(), costBefore: AmountSchema.nullable().optional() })
      .nullable(),
    offered: z.boolean(),
  })
  .meta({ id: "CartLine" });

export type CartLineDto = z.infer<typeof CartLineSchema>;
