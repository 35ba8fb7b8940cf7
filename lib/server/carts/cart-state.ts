import { z } from "zod";
import { AmountSchema, CurrencySchema, DecimalStringSchema } from "@/lib/contracts/amount";
import { AttributeValuesSchema, ComponentChoiceSchema } from "@/lib/contracts/cart-line";
import type { CartLine } from "@/lib/domain/cart/cart";
import type { Amount } from "@/lib/domain/money/money";
import { typedPriceKinds } from "@/lib/domain/pricing/priced-line";

const TypedAmountsSchema = z.object({
  price: z.object({ kind: z.enum(typedPriceKinds), value: DecimalStringSchema }).optional(),
  currency: CurrencySchema.optional(),
  cost: DecimalStringSchema.optional(),
  by: z.string().optional(),
  at: z.string().optional(),
  reason: z.string().optional(),
});

const StoredLineSchema = z.object({
  id: z.string(),
  vendor: z.string(),
  key: z.string(),
  plan: z.string().nullable(),
  quantity: DecimalStringSchema,
  components: z.array(ComponentChoiceSchema),
  attributes: AttributeValuesSchema,
  typed: TypedAmountsSchema.optional(),
  /** As it was when the line was added: to show what moved since, and the name of what is no longer offered. */
  remembered: z.object({
    price: AmountSchema.nullable(),
    cost: AmountSchema.nullable(),
    name: z.string(),
    partNumber: z.string(),
  }),
});

export const CartStateSchema = z.object({
  name: z.string(),
  currency: CurrencySchema,
  customer: z.string().optional(),
  lines: z.array(StoredLineSchema),
});

export type Remembered = {
  /** Unit amounts. */
  readonly price: Amount | null;
  readonly cost: Amount | null;
  readonly name: string;
  readonly partNumber: string;
};
export type StoredLine = CartLine & { readonly remembered: Remembered };

/** Everything a cart is; what an undo brings back. */
export type CartState = {
  readonly name: string;
  readonly currency: string;
  /** Id of a stored customer. */
  readonly customer?: string | undefined;
  readonly lines: readonly StoredLine[];
};

export type CartRecord = {
  readonly id: string;
  readonly ownerId: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly state: CartState;
};

export function parseCartState(document: string): CartState {
  return CartStateSchema.parse(JSON.parse(document));
}
