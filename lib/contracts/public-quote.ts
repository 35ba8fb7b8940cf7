import { z } from "zod";
import { AmountSchema, CurrencySchema, DecimalStringSchema, PublicOveruseSchema } from "@/lib/contracts/amount";
import { LanguageSchema } from "@/lib/contracts/language";

/** What an outsider may see of a quote. An allow-list of its own: nothing here comes from cost, rules or notes. */
export const PublicQuoteTotalsSchema = z.strictObject({
  oneTime: AmountSchema,
  monthly: AmountSchema,
  yearly: AmountSchema,
  other: z.array(z.strictObject({ period: z.string(), total: AmountSchema })),
  firstYear: AmountSchema,
  /** Stated where lines are bound differently long, or beyond the first year. */
  wholeCommitment: AmountSchema.optional(),
});

export const PublicQuoteLineSchema = z.strictObject({
  position: z.number().int(),
  partNumber: z.string(),
  name: z.string(),
  planName: z.string().nullable(),
  provider: z.string().nullable(),
  quantity: DecimalStringSchema,
  unit: z.string().nullable(),
  billingPeriod: z.string().nullable(),
  commitment: z.string().nullable(),
  /** Null, as the total is, where the line is billed by use alone. */
  price: AmountSchema.nullable(),
  total: AmountSchema.nullable(),
  setupPrice: AmountSchema.nullable(),
  setupTotal: AmountSchema.nullable(),
  /** Left out where nothing is billed by use. */
  overuse: z.array(PublicOveruseSchema).optional(),
  /** Position of the line under which this one belongs. */
  under: z.number().int().nullable(),
  components: z.array(z.strictObject({ name: z.string(), partNumber: z.string(), quantity: DecimalStringSchema })),
});

export const PublicCustomerSchema = z.strictObject({
  name: z.string(),
  contact: z.string().nullable(),
  email: z.string().nullable(),
  address: z.array(z.string()),
  /** Figures and dates follow it; English where it is left out. */
  language: LanguageSchema.optional(),
});

export const PublicQuoteSchema = z
  .strictObject({
    number: z.string(),
    version: z.number().int(),
    title: z.string(),
    currency: CurrencySchema,
    customer: PublicCustomerSchema,
    seller: z.strictObject({ company: z.string(), address: z.array(z.string()), email: z.string().nullable() }),
    preparedBy: z.string(),
    issuedAt: z.string().nullable(),
    validUntil: z.string(),
    timeZone: z.string(),
    notes: z.string().nullable(),
    terms: z.string().nullable(),
    taxNote: z.string(),
    lines: z.array(PublicQuoteLineSchema),
    totals: PublicQuoteTotalsSchema,
  })
  .meta({ id: "PublicQuote" });

export type PublicQuote = z.infer<typeof PublicQuoteSchema>;
export type PublicQuoteLine = z.infer<typeof PublicQuoteLineSchema>;
