import { z } from "zod";
import { AmountSchema, CostSchema, CurrencySchema, DecimalStringSchema, MarginSchema } from "@/lib/contracts/amount";
import { defineRoute } from "@/lib/contracts/route";

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

export const problemKinds = [
  "missing-requirement",
  "quantity-below-minimum",
  "quantity-above-maximum",
  "quantity-step",
  "excluded",
  "mixed-currency",
  "not-orderable",
  "unknown-product",
  "incomplete-configuration",
  "cycle",
  "unavailable-requirement",
] as const;

export const FixSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    adds: z.array(LineInputSchema),
    changes: z.array(
      z.object({
        lineId: z.string(),
        quantity: DecimalStringSchema.optional(),
        components: z.array(ComponentChoiceSchema).optional(),
      }),
    ),
    removes: z.array(z.string()),
  })
  .meta({ id: "Fix" });

export const CartProblemSchema = z
  .object({
    kind: z.enum(problemKinds),
    lineId: z.string(),
    message: z.string(),
    fixes: z.array(FixSchema),
    /** The attribute or component the problem points at, where there is one. */
    field: z.string().nullable(),
  })
  .meta({ id: "CartProblem" });

export type CartProblemDto = z.infer<typeof CartProblemSchema>;

export const TotalsSchema = z
  .object({
    oneTime: AmountSchema,
    monthly: AmountSchema,
    yearly: AmountSchema,
    other: z.array(z.object({ period: z.string(), total: AmountSchema })),
    firstYear: AmountSchema,
    /** Everything one-time and the first bill of every period. */
    firstInvoice: AmountSchema,
    /** All that is billed until every commitment ends; what is bound to nothing counts with its first bill. */
    wholeCommitment: AmountSchema,
    /** First-year cost of the lines whose cost is known. */
    cost: AmountSchema.optional(),
    /** First-year margin over the lines whose cost is known, weighted. */
    margin: MarginSchema.nullable().optional(),
    costKnownLines: z.number().int().optional(),
    /** Margin of the whole commitment, over the same lines. */
    commitmentMargin: MarginSchema.nullable().optional(),
    /** Cost and weighted margin of each billing period ("once", "P1M", …) over the lines whose cost is known. */
    periodMargins: z
      .array(
        z.object({
          period: z.string(),
          cost: AmountSchema,
          margin: MarginSchema.nullable(),
          costKnownLines: z.number().int(),
          lines: z.number().int(),
        }),
      )
      .optional(),
    lines: z.number().int(),
  })
  .meta({ id: "Totals", description: "Sums of rounded lines in one currency, periods kept apart." });

export type TotalsDto = z.infer<typeof TotalsSchema>;

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

export const CartOrderSchema = z
  .object({
    number: z.number().int(),
    vendor: z.string(),
    vendorLabel: z.string(),
    service: z.string().nullable(),
    lines: z.array(z.string()),
    total: TotalsSchema.nullable(),
    problems: z.array(CartProblemSchema),
  })
  .meta({ id: "CartOrder" });

export const CartSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    currency: CurrencySchema,
    /** Whom the prices and what is owned already are asked for. */
    customer: z.object({ id: z.string(), name: z.string() }).nullable(),
    version: z.number().int(),
    updatedAt: z.string(),
    lines: z.array(CartLineSchema),
    problems: z.array(CartProblemSchema),
    orders: z.array(CartOrderSchema),
    totals: z.record(z.string(), TotalsSchema).meta({ description: "Currency code → totals" }),
    asOf: z.record(z.string(), z.string()),
    /** What an undo would take back; null when there is nothing. */
    undo: z.string().nullable(),
  })
  .meta({ id: "Cart" });

export type CartDto = z.infer<typeof CartSchema>;

export const CartSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  currency: CurrencySchema,
  version: z.number().int(),
  lineCount: z.number().int(),
  monthly: AmountSchema.nullable(),
  problemCount: z.number().int(),
  updatedAt: z.string(),
});

export type CartSummary = z.infer<typeof CartSummarySchema>;

export const CreateCartSchema = z.strictObject({ name: z.string().trim().min(1).max(120), currency: CurrencySchema });
export const UpdateCartSchema = z.strictObject({
  name: z.string().trim().min(1).max(120).optional(),
  currency: CurrencySchema.optional(),
  customer: z.string().max(60).nullable().optional().meta({ description: "Id of a stored customer" }),
});
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
export const ApplyFixSchema = z.strictObject({ fixId: z.string().max(400) });

const CartParamsSchema = z.object({ id: z.string().max(60) });
const ifMatch = [
  { name: "If-Match", required: true, description: "The cart's ETag, or * for whatever is there" },
] as const;

export const listCartsRoute = defineRoute({
  method: "GET",
  path: "/api/carts",
  summary: "Your carts, newest change first",
  access: "signed-in",
  status: 200,
  response: z.object({ items: z.array(CartSummarySchema), total: z.number().int() }),
});
export const createCartRoute = defineRoute({
  method: "POST",
  path: "/api/carts",
  summary: "Begin a cart",
  access: "signed-in",
  body: CreateCartSchema,
  status: 201,
  response: CartSchema,
});
export const getCartRoute = defineRoute({
  method: "GET",
  path: "/api/carts/{id}",
  summary: "A cart with its problems, order drafts and totals",
  access: "signed-in",
  params: CartParamsSchema,
  status: 200,
  response: CartSchema,
});
export const updateCartRoute = defineRoute({
  method: "PATCH",
  path: "/api/carts/{id}",
  summary: "Rename a cart or change its currency",
  access: "signed-in",
  params: CartParamsSchema,
  body: UpdateCartSchema,
  headers: ifMatch,
  status: 200,
  response: CartSchema,
});
export const deleteCartRoute = defineRoute({
  method: "DELETE",
  path: "/api/carts/{id}",
  summary: "Put a cart away",
  access: "signed-in",
  params: CartParamsSchema,
  headers: ifMatch,
  status: 204,
});
export const addLineRoute = defineRoute({
  method: "POST",
  path: "/api/carts/{id}/lines",
  summary: "Add a line; the same product and plan again adds to its quantity",
  access: "signed-in",
  params: CartParamsSchema,
  body: LineInputSchema,
  headers: ifMatch,
  status: 201,
  response: CartSchema,
});
const LineParamsSchema = CartParamsSchema.extend({ lineId: z.string().max(60) });
export const updateLineRoute = defineRoute({
  method: "PATCH",
  path: "/api/carts/{id}/lines/{lineId}",
  summary: "Change a line",
  access: "signed-in",
  params: LineParamsSchema,
  body: UpdateLineSchema,
  headers: ifMatch,
  status: 200,
  response: CartSchema,
});
export const removeLineRoute = defineRoute({
  method: "DELETE",
  path: "/api/carts/{id}/lines/{lineId}",
  summary: "Take a line out",
  access: "signed-in",
  params: LineParamsSchema,
  headers: ifMatch,
  status: 200,
  response: CartSchema,
});
export const applyFixRoute = defineRoute({
  method: "POST",
  path: "/api/carts/{id}/fixes",
  summary: "Apply a fix that a problem offers",
  access: "signed-in",
  params: CartParamsSchema,
  body: ApplyFixSchema,
  headers: ifMatch,
  status: 200,
  response: CartSchema,
});
export const undoCartRoute = defineRoute({
  method: "POST",
  path: "/api/carts/{id}/undo",
  summary: "Take the last change back",
  access: "signed-in",
  params: CartParamsSchema,
  headers: ifMatch,
  status: 200,
  response: CartSchema,
});
export const PasteSchema = z.strictObject({
  text: z.string().max(100_000),
  dryRun: z
    .boolean()
    .default(false)
    .meta({ description: "true = only say what each row means; the address may carry it instead" }),
});
export const PasteResultSchema = z
  .object({
    rows: z.array(
      z.object({
        input: z.string(),
        partNumber: z.string(),
        quantity: DecimalStringSchema.nullable(),
        outcome: z.enum(["matched", "several", "unknown", "duplicate", "quantity-out-of-range", "unreadable"]),
        message: z.string(),
        candidates: z.array(
          z.object({ vendor: z.string(), key: z.string(), name: z.string(), price: AmountSchema.nullable() }),
        ),
      }),
    ),
    applied: z.number().int(),
    cart: CartSchema.nullable(),
  })
  .meta({ id: "PasteResult" });
export const pasteRoute = defineRoute({
  method: "POST",
  path: "/api/carts/{id}/paste",
  summary: "Preview or add a list of part numbers with quantities",
  access: "signed-in",
  params: CartParamsSchema,
  body: PasteSchema,
  query: z.object({ dryRun: z.enum(["true", "false"]).optional() }),
  headers: ifMatch,
  status: 200,
  response: PasteResultSchema,
});
export const getOrderDraftRoute = defineRoute({
  method: "GET",
  path: "/api/carts/{id}/orders/{n}",
  summary: "One order draft in the vendor's own shape",
  access: "signed-in",
  params: CartParamsSchema.extend({ n: z.coerce.number().int().min(1).max(500) }),
  status: 200,
  response: CartOrderSchema.extend({
    missing: z.array(z.string()),
    order: z.unknown(),
  }).meta({ id: "OrderDraft" }),
});

export const EstimateOrderSchema = z.strictObject({
  customerId: z.string().trim().min(1).max(100).meta({ description: "The customer's id at the vendor" }),
});
export const OrderEstimateSchema = z
  .object({
    vendor: z.string(),
    vendorLabel: z.string(),
    service: z.string().nullable(),
    /** What the comparison comes to, in one sentence. */
    message: z.string(),
    lines: z.array(
      z.object({
        /** Null where the vendor would add the product by itself. */
        lineId: z.string().nullable(),
        partNumber: z.string(),
        name: z.string(),
        quantity: DecimalStringSchema.nullable(),
        vendorCost: AmountSchema.nullable().optional(),
        cost: AmountSchema.nullable().optional(),
      }),
    ),
    /** What we would pay at first: set-up and one billing period of every line. Only for those who may see cost. */
    vendorTotal: AmountSchema.nullable().optional(),
    total: AmountSchema.nullable().optional(),
    /** The vendor's total less ours; null where one of them is not known. */
    difference: AmountSchema.nullable().optional(),
  })
  .meta({ id: "OrderEstimate" });

export type OrderEstimateDto = z.infer<typeof OrderEstimateSchema>;

export const estimateOrderRoute = defineRoute({
  method: "POST",
  path: "/api/carts/{id}/orders/{n}/estimate",
  summary: "The vendor's own price check of an order draft beside ours; nothing is ordered",
  access: "signed-in",
  params: CartParamsSchema.extend({ n: z.coerce.number().int().min(1).max(500) }),
  body: EstimateOrderSchema,
  status: 200,
  response: OrderEstimateSchema,
});

const GoalTargetSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("margin"), percent: DecimalStringSchema }),
  z.strictObject({ kind: z.literal("total"), amount: DecimalStringSchema }),
]);

export const GoalSchema = z.strictObject({
  /** Left out: every line that has a price. */
  lineIds: z.array(z.string().max(60)).max(2_000).optional(),
  target: GoalTargetSchema,
  reason: z.string().trim().max(300).optional(),
  dryRun: z.boolean().default(true),
});

export const GoalResultSchema = z
  .object({
    /** What the chosen lines come to per billing period now, afterwards, and as asked. */
    before: AmountSchema,
    after: AmountSchema,
    wanted: AmountSchema,
    marginBefore: MarginSchema.nullable().optional(),
    marginAfter: MarginSchema.nullable().optional(),
    reached: z.boolean(),
    notes: z.array(z.string()),
    lines: z.array(
      z.object({
        lineId: z.string(),
        name: z.string(),
        quantity: DecimalStringSchema,
        before: AmountSchema,
        after: AmountSchema,
        totalBefore: AmountSchema,
        totalAfter: AmountSchema,
        held: z.enum(["floor", "ceiling"]).nullable(),
      }),
    ),
    cart: CartSchema.nullable(),
  })
  .meta({ id: "GoalResult" });

export type GoalResultDto = z.infer<typeof GoalResultSchema>;

export const seekGoalRoute = defineRoute({
  method: "POST",
  path: "/api/carts/{id}/goal",
  summary: "Spread a target margin or total over lines within their floors; a preview, or, without dryRun, the change",
  access: "signed-in",
  params: CartParamsSchema,
  body: GoalSchema,
  headers: [{ name: "If-Match", required: false, description: "The cart's ETag, or *; needed without dryRun" }],
  status: 200,
  response: GoalResultSchema,
});
