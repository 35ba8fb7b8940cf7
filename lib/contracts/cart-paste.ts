import { z } from "zod";
import { AmountSchema, DecimalStringSchema } from "@/lib/contracts/amount";
import { CartParamsSchema, CartSchema, ifMatchCart } from "@/lib/contracts/cart";
import { defineRoute } from "@/lib/contracts/route";

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
          z.object({
            vendor: z.string(),
            key: z.string(),
            name: z.string(),
            price: AmountSchema.nullable(),
            /** What tells the variants of one part number apart; null = billed once, bound to nothing. */
            billingPeriod: z.string().nullable(),
            commitment: z.string().nullable(),
          }),
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
  headers: ifMatchCart,
  status: 200,
  response: PasteResultSchema,
});
