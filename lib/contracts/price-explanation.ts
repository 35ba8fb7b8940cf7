import { z } from "zod";
import { AmountSchema, CostSchema, CurrencySchema, DecimalStringSchema, MarginSchema } from "@/lib/contracts/amount";
import { QuantitySchema } from "@/lib/contracts/cart-line";
import { defineRoute } from "@/lib/contracts/route";

const StepSchema = z.object({
  kind: z.enum(["base", "rule", "rounding", "typed", "line-rounding", "passed-over", "cost", "tier"]),
  text: z.string(),
  /** What the step does to the amount; null where it only informs. The changes of a part add up to its total. */
  change: DecimalStringSchema.nullable(),
  /** The unit price after the step. */
  unit: DecimalStringSchema.nullable(),
});

const PartSchema = z.object({
  kind: z.enum(["recurring", "setup", "component"]),
  name: z.string(),
  quantity: DecimalStringSchema,
  price: AmountSchema,
  listPrice: AmountSchema.nullable(),
  cost: CostSchema.optional(),
  margin: MarginSchema.nullable().optional(),
  markup: DecimalStringSchema.nullable().optional(),
  total: AmountSchema,
  steps: z.array(StepSchema),
});

export const FindingSchema = z.object({
  policy: z.enum(["block", "ask", "warn"]),
  message: z.string(),
  /** The unit price at which the limit is kept; null where telling it would tell a cost. */
  limit: AmountSchema.nullable(),
});

export const PriceExplanationSchema = z
  .object({
    vendor: z.string(),
    key: z.string(),
    name: z.string(),
    plan: z.string(),
    quantity: DecimalStringSchema,
    currency: CurrencySchema,
    billingPeriod: z.string().nullable(),
    /** The day whose rules hold, and whom they were asked for. */
    date: z.string(),
    customer: z.string().nullable(),
    parts: z.array(PartSchema),
    total: AmountSchema.nullable(),
    setupTotal: AmountSchema.nullable(),
    totalCost: AmountSchema.nullable().optional(),
    totalMargin: MarginSchema.nullable().optional(),
    findings: z.array(FindingSchema),
    /** A larger quantity that costs less in all. */
    cheaperAt: z.object({ quantity: DecimalStringSchema, total: AmountSchema }).nullable(),
  })
  .meta({ id: "PriceExplanation" });

export type PriceExplanation = z.infer<typeof PriceExplanationSchema>;

export const explainProductPriceRoute = defineRoute({
  method: "GET",
  path: "/api/products/{vendor}/{key}/price",
  summary: "Why a product has its price: cost and its origin, rules, rounding, floors, step by step",
  access: "signed-in",
  params: z.object({ vendor: z.string().max(40), key: z.string().max(300) }),
  query: z.object({
    plan: z.string().max(200).optional(),
    quantity: QuantitySchema.optional(),
    currency: CurrencySchema.optional(),
    customer: z.string().max(60).optional().meta({ description: "Id of a stored customer" }),
    date: z.iso.date().optional().meta({ description: "By the rules of this day instead of today's" }),
  }),
  status: 200,
  response: PriceExplanationSchema,
});
export const explainLinePriceRoute = defineRoute({
  method: "GET",
  path: "/api/carts/{id}/lines/{lineId}/price",
  summary: "Why a cart's line has its price, with what was typed by whom and when",
  access: "signed-in",
  params: z.object({ id: z.string().max(60), lineId: z.string().max(60) }),
  status: 200,
  response: PriceExplanationSchema,
});
