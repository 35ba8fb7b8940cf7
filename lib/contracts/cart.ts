import { z } from "zod";
import { AmountSchema, CurrencySchema } from "@/lib/contracts/amount";
import { CartLineSchema, LineInputSchema, UpdateLineSchema } from "@/lib/contracts/cart-line";
import { ApplyFixSchema, CartProblemSchema } from "@/lib/contracts/cart-problem";
import { defineRoute } from "@/lib/contracts/route";
import { TotalsSchema } from "@/lib/contracts/totals";

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

export const CartParamsSchema = z.object({ id: z.string().max(60) });
export const ifMatchCart = [
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
  headers: ifMatchCart,
  status: 200,
  response: CartSchema,
});
export const deleteCartRoute = defineRoute({
  method: "DELETE",
  path: "/api/carts/{id}",
  summary: "Put a cart away",
  access: "signed-in",
  params: CartParamsSchema,
  headers: ifMatchCart,
  status: 204,
});
export const addLineRoute = defineRoute({
  method: "POST",
  path: "/api/carts/{id}/lines",
  summary: "Add a line; the same product and plan again adds to its quantity",
  access: "signed-in",
  params: CartParamsSchema,
  body: LineInputSchema,
  headers: ifMatchCart,
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
  headers: ifMatchCart,
  status: 200,
  response: CartSchema,
});
export const removeLineRoute = defineRoute({
  method: "DELETE",
  path: "/api/carts/{id}/lines/{lineId}",
  summary: "Take a line out",
  access: "signed-in",
  params: LineParamsSchema,
  headers: ifMatchCart,
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
  headers: ifMatchCart,
  status: 200,
  response: CartSchema,
});
export const undoCartRoute = defineRoute({
  method: "POST",
  path: "/api/carts/{id}/undo",
  summary: "Take the last change back",
  access: "signed-in",
  params: CartParamsSchema,
  headers: ifMatchCart,
  status: 200,
  response: CartSchema,
});
