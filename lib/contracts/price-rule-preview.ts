import { z } from "zod";
import { AmountSchema, CostSchema, MarginSchema } from "@/lib/contracts/amount";
import { PriceEntrySchema } from "@/lib/contracts/price-rules";
import { defineRoute } from "@/lib/contracts/route";

const PricedSideSchema = z.object({
  price: AmountSchema.nullable(),
  cost: CostSchema,
  margin: MarginSchema.nullable(),
  /** Floors and ceilings the price breaks. */
  broken: z.array(z.string()),
});

export const RulePreviewSchema = z
  .object({
    /** Products the change could touch, those whose amounts change, and of these those that break a limit. */
    looked: z.number().int(),
    changed: z.number().int(),
    broken: z.number().int(),
    newlyBroken: z.number().int(),
    rows: z.array(
      z.object({
        vendor: z.string(),
        key: z.string(),
        name: z.string(),
        plan: z.string().nullable(),
        billingPeriod: z.string().nullable(),
        before: PricedSideSchema,
        after: PricedSideSchema,
      }),
    ),
  })
  .meta({ id: "RulePreview" });

export type RulePreviewDto = z.infer<typeof RulePreviewSchema>;

export const PreviewRulesSchema = z.strictObject({
  /** The rule to replace or remove; left out for a new one. */
  id: z.string().max(60).optional(),
  /** null = as if the rule were removed. */
  entry: PriceEntrySchema.nullable(),
});

export const ImportRulesSchema = z.strictObject({ csv: z.string().max(200_000), dryRun: z.boolean().default(true) });

export const ImportResultSchema = z
  .object({
    rows: z.array(
      z.object({
        row: z.number().int(),
        name: z.string(),
        outcome: z.enum(["new", "changed", "same", "unreadable"]),
        message: z.string(),
      }),
    ),
    applied: z.number().int(),
  })
  .meta({ id: "RuleImport" });

export type ImportResultDto = z.infer<typeof ImportResultSchema>;

export const previewPriceRulesRoute = defineRoute({
  method: "POST",
  path: "/api/price-rules/preview",
  summary: "What a rule would change of the catalog's prices; nothing is saved",
  access: "manager",
  body: PreviewRulesSchema,
  status: 200,
  response: RulePreviewSchema,
});
export const importPriceRulesRoute = defineRoute({
  method: "POST",
  path: "/api/price-rules/import",
  summary: "Read rules from CSV: what each row means, and, without dryRun, take them over",
  access: "manager",
  body: ImportRulesSchema,
  status: 200,
  response: ImportResultSchema,
});
