import { z } from "zod";
import {
  AmountSchema,
  CostSchema,
  CurrencySchema,
  DecimalStringSchema,
  MarginSchema,
  OveruseSchema,
} from "@/lib/contracts/amount";
import { LanguageSchema } from "@/lib/contracts/language";
import { TotalsSchema } from "@/lib/contracts/totals";
import { quoteStates } from "@/lib/domain/quotes/quote-moves";

export const CustomerInputSchema = z
  .strictObject({
    name: z.string().trim().min(1, "name the customer").max(200),
    contact: z.string().trim().max(200).optional(),
    email: z.email().max(254).optional(),
    address: z.array(z.string().trim().max(200)).max(6).optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    language: LanguageSchema.optional().meta({
      description: "Figures and dates on paper and behind links follow it; left out = English",
    }),
  })
  .meta({ id: "Customer" });

const DateSchema = z.iso
  .date()
  .meta({ example: "2026-12-31", description: "The quote is valid through the end of this day" });

export const CreateQuoteSchema = z.strictObject({
  cartId: z.string().max(60),
  customer: CustomerInputSchema,
  customerId: z
    .string()
    .max(60)
    .optional()
    .meta({ description: "Price for this stored customer instead of the cart's own" }),
  validUntil: DateSchema.optional(),
  title: z.string().trim().max(200).optional(),
  notes: z.string().max(5000).optional(),
});

export const UpdateQuoteSchema = z.strictObject({
  customer: CustomerInputSchema.optional(),
  validUntil: DateSchema.optional(),
  title: z.string().trim().max(200).optional(),
  notes: z.string().max(5000).nullable().optional(),
  terms: z.string().max(20_000).nullable().optional(),
  internalNotes: z.string().max(5000).nullable().optional(),
  cartId: z.string().max(60).optional().meta({ description: "Take the lines of this cart anew, at today's prices" }),
});

export const QuoteLineSchema = z
  .object({
    id: z.string(),
    position: z.number().int(),
    vendor: z.string(),
    vendorLabel: z.string(),
    key: z.string(),
    plan: z.string().nullable(),
    planName: z.string().nullable(),
    service: z.string().nullable(),
    name: z.string(),
    partNumber: z.string(),
    provider: z.string().nullable(),
    quantity: DecimalStringSchema,
    billingPeriod: z.string().nullable(),
    commitment: z.string().nullable(),
    /** Null, as the total is, where the line is billed by use alone. */
    price: AmountSchema.nullable(),
    total: AmountSchema.nullable(),
    setupPrice: AmountSchema.nullable(),
    setupTotal: AmountSchema.nullable(),
    /** Per unit used, apart from every total: all there is of a line without a price, else above its limit. */
    overuse: z.array(OveruseSchema).optional(),
    cost: CostSchema.optional(),
    margin: MarginSchema.nullable().optional(),
    totalCost: AmountSchema.nullable().optional(),
    /** All that is billed of the line in its first year, set-up included. */
    firstYear: AmountSchema.nullable(),
    firstYearMargin: MarginSchema.nullable().optional(),
    components: z.array(z.object({ key: z.string(), name: z.string(), quantity: DecimalStringSchema })),
    under: z.string().nullable(),
  })
  .meta({ id: "QuoteLine" });

export const ShareLinkSchema = z.object({
  id: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  views: z.number().int(),
  lastViewedAt: z.string().nullable(),
});

const ApprovalSchema = z
  .object({
    /** A floor or ceiling asks for it and nobody has approved it yet; until then the quote cannot be sent. */
    needed: z.boolean(),
    findings: z.array(
      z.object({
        lineId: z.string(),
        name: z.string(),
        policy: z.enum(["block", "ask", "warn"]),
        message: z.string(),
        limit: AmountSchema.nullable(),
        /** Why the seller set this price. */
        reason: z.string().nullable(),
      }),
    ),
    steps: z.array(
      z.object({
        kind: z.enum(["requested", "approved", "refused", "taken-back"]),
        at: z.string(),
        by: z.string(),
        note: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Approval" });

export const QuoteSchema = z
  .object({
    number: z.string(),
    version: z.number().int(),
    state: z.enum(quoteStates),
    title: z.string(),
    currency: CurrencySchema,
    customer: CustomerInputSchema,
    validUntil: z.string(),
    expired: z.boolean(),
    createdAt: z.string(),
    updatedAt: z.string(),
    sentAt: z.string().nullable(),
    preparedBy: z.string(),
    notes: z.string().nullable(),
    terms: z.string().nullable(),
    /** Absent in customer view. */
    internalNotes: z.string().nullable().optional(),
    lines: z.array(QuoteLineSchema),
    totals: z.record(z.string(), TotalsSchema),
    asOf: z.record(z.string(), z.string()),
    /** SHA-256 over what the customer is shown; null until sent. */
    contentHash: z.string().nullable(),
    moves: z.array(z.string()).meta({ description: "What may be done next by whoever asks" }),
    versions: z.array(z.object({ version: z.number().int(), state: z.enum(quoteStates), updatedAt: z.string() })),
    links: z.array(ShareLinkSchema),
    decision: z
      .object({
        kind: z.enum(["accepted", "declined"]),
        name: z.string(),
        email: z.string().nullable(),
        title: z.string().nullable(),
        reason: z.string().nullable(),
        at: z.string(),
      })
      .nullable(),
    approval: ApprovalSchema.nullable().meta({ description: "Null once the version was sent or put away" }),
    timeline: z.array(z.object({ at: z.string(), who: z.string(), what: z.string() })),
  })
  .meta({ id: "Quote" });

export type QuoteDto = z.infer<typeof QuoteSchema>;
export type QuoteLineDto = z.infer<typeof QuoteLineSchema>;

export const QuoteSummarySchema = z.object({
  number: z.string(),
  version: z.number().int(),
  state: z.enum(quoteStates),
  title: z.string(),
  customer: z.object({ name: z.string() }),
  currency: CurrencySchema,
  firstYear: AmountSchema,
  validUntil: z.string(),
  updatedAt: z.string(),
  preparedBy: z.string(),
});

export type QuoteSummary = z.infer<typeof QuoteSummarySchema>;

export const QuoteNumberSchema = z.object({ number: z.string().max(40) });
