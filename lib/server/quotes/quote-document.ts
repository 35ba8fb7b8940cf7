import { z } from "zod";
import { AmountSchema, CurrencySchema, MarginSchema, OveruseSchema } from "@/lib/contracts/amount";
import { CustomerInputSchema, QuoteLineSchema } from "@/lib/contracts/quote";
import type { QuoteLine } from "@/lib/domain/quotes/quote-line";
import { type CartState, CartStateSchema } from "@/lib/server/carts/cart-state";

export const DecisionSchema = z.object({
  kind: z.enum(["accepted", "declined"]),
  name: z.string(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  reason: z.string().nullable(),
  at: z.string(),
  /** Who wrote it down: the customer through a link, or one of us for them. */
  by: z.enum(["customer", "staff"]),
  address: z.string().nullable(),
  browser: z.string().nullable(),
  version: z.number().int(),
  contentHash: z.string().nullable(),
});

const StoredCostSchema = z.union([
  AmountSchema.extend({ origin: z.enum(["vendor", "rule", "typed"]), estimated: z.literal(true).optional() }),
  z.object({ unknown: z.enum(["notProvided", "usageBased", "needsEstimate"]) }),
]);

const StoredQuoteLineSchema = QuoteLineSchema.omit({ firstYear: true, firstYearMargin: true }).extend({
  unit: z.string().nullable(),
  cost: StoredCostSchema,
  margin: MarginSchema.nullable(),
  totalCost: AmountSchema.nullable(),
  setupCost: AmountSchema.nullable(),
  listPrice: AmountSchema.nullable().optional(),
  overuse: z.array(OveruseSchema.extend({ cost: StoredCostSchema, margin: MarginSchema.nullable() })).optional(),
});

/** A version of a quote with everything we know of it, cost included. It never leaves the server as it is. */
export const QuoteDocumentSchema = z.object({
  title: z.string(),
  customer: CustomerInputSchema,
  currency: CurrencySchema,
  notes: z.string().nullable(),
  terms: z.string().nullable(),
  internalNotes: z.string().nullable(),
  preparedBy: z.string(),
  /** The lines as they were priced, with what they cost then. */
  lines: z.array(StoredQuoteLineSchema),
  /** What the lines were made from, to judge them again before sending. */
  content: CartStateSchema,
  asOf: z.record(z.string(), z.string()),
});

export type QuoteDecision = z.infer<typeof DecisionSchema>;
export type QuoteDocument = Omit<z.infer<typeof QuoteDocumentSchema>, "lines" | "content"> & {
  readonly lines: readonly QuoteLine[];
  readonly content: CartState;
};

export function parseQuoteDocument(text: string): QuoteDocument {
  return QuoteDocumentSchema.parse(JSON.parse(text));
}
