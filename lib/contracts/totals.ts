import { z } from "zod";
import { AmountSchema, MarginSchema } from "@/lib/contracts/amount";

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
