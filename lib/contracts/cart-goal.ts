import { z } from "zod";
import { AmountSchema, DecimalStringSchema, MarginSchema } from "@/lib/contracts/amount";
import { CartParamsSchema, CartSchema } from "@/lib/contracts/cart";
import { defineRoute } from "@/lib/contracts/route";

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
