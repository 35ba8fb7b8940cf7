import { z } from "zod";
import { DecimalStringSchema } from "@/lib/contracts/amount";
import { ComponentChoiceSchema, LineInputSchema } from "@/lib/contracts/cart-line";
import { cartProblemKinds } from "@/lib/domain/cart/cart";

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
    kind: z.enum(cartProblemKinds),
    lineId: z.string(),
    message: z.string(),
    fixes: z.array(FixSchema),
    /** The attribute or component the problem points at, where there is one. */
    field: z.string().nullable(),
  })
  .meta({ id: "CartProblem" });

export type CartProblemDto = z.infer<typeof CartProblemSchema>;

export const ApplyFixSchema = z.strictObject({ fixId: z.string().max(400) });
