import { z } from "zod";
import { AmountSchema, DecimalStringSchema } from "@/lib/contracts/amount";
import { CartOrderSchema, CartParamsSchema } from "@/lib/contracts/cart";
import { defineRoute } from "@/lib/contracts/route";

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
