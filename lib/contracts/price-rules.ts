import { z } from "zod";
import { CurrencySchema, DecimalStringSchema } from "@/lib/contracts/amount";
import { defineRoute } from "@/lib/contracts/route";

const PercentSchema = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,4})?$/, "write a percentage such as 12.5")
  .meta({ example: "12.5" });
const BelowHundredSchema = PercentSchema.refine((text) => /^\d{1,2}(\.|$)/.test(text), "stay below 100 %");
const UpToHundredSchema = PercentSchema.refine(
  (text) => /^\d{1,2}(\.|$)/.test(text) || /^100(\.0*)?$/.test(text),
  "100 % at most",
);
const PositiveSchema = DecimalStringSchema.refine(
  (text) => !text.startsWith("-") && /[1-9]/.test(text),
  "write an amount above 0",
);
const DaySchema = z.iso.date().meta({ example: "2026-12-31" });
const NameSchema = z.string().trim().min(1, "name the rule").max(120);

export const PriceScopeSchema = z
  .strictObject({
    vendor: z.string().min(1).max(40).optional(),
    service: z.string().min(1).max(200).optional(),
    category: z.string().min(1).max(200).optional(),
    product: z.strictObject({ vendor: z.string().min(1).max(40), key: z.string().min(1).max(300) }).optional(),
    customer: z.string().min(1).max(60).optional().meta({ description: "Id of a stored customer" }),
  })
  .meta({ id: "PriceScope", description: "Every field that is set must match; an empty scope matches everything." });

const DirectionSchema = z.enum(["up", "down", "nearest"]);
const RoundingSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("minor-unit") }),
    z.strictObject({ kind: z.literal("step"), step: PositiveSchema, direction: DirectionSchema }),
    z.strictObject({ kind: z.literal("ending"), ending: z.enum(["0.99", "0.95", "0.00"]), direction: DirectionSchema }),
  ])
  .meta({ id: "RoundingPolicy" });

const discountEffect = z.strictObject({ kind: z.literal("discount-from-list"), percent: UpToHundredSchema });
const fixedEffect = z.strictObject({ kind: z.literal("fixed"), amount: PositiveSchema, currency: CurrencySchema });

const PriceEffectSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("vendor-price") }),
    z.strictObject({ kind: z.literal("markup-on-cost"), percent: PercentSchema }),
    z.strictObject({ kind: z.literal("target-margin"), percent: BelowHundredSchema }),
    discountEffect,
    fixedEffect,
  ])
  .meta({ id: "PriceEffect" });

const PriceLimitSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("minimum-margin"), percent: BelowHundredSchema }),
    z.strictObject({ kind: z.literal("minimum-profit"), amount: PositiveSchema, currency: CurrencySchema }),
    z.strictObject({ kind: z.literal("not-below-cost") }),
    z.strictObject({ kind: z.literal("maximum-discount"), percent: UpToHundredSchema }),
    z.strictObject({ kind: z.literal("not-above-list") }),
  ])
  .meta({ id: "PriceLimit" });

const ruleFields = {
  name: NameSchema,
  scope: PriceScopeSchema,
  validFrom: DaySchema.nullable().default(null),
  validUntil: DaySchema.nullable().default(null),
  rounding: RoundingSchema.nullable().default(null),
};

/** What sets a price, what estimates a cost, and what limits a price: all that is kept under `/api/price-rules`. */
export const PriceEntrySchema = z
  .discriminatedUnion("sets", [
    z.strictObject({ sets: z.literal("price"), ...ruleFields, effect: PriceEffectSchema }),
    z.strictObject({
      sets: z.literal("cost"),
      ...ruleFields,
      effect: z.discriminatedUnion("kind", [discountEffect, fixedEffect]),
    }),
    z.strictObject({
      sets: z.literal("limit"),
      name: NameSchema,
      scope: PriceScopeSchema,
      limit: PriceLimitSchema,
      policy: z.enum(["block", "ask", "warn", "off"]),
    }),
  ])
  .refine(
    (entry) =>
      entry.sets === "limit" ||
      entry.validFrom === null ||
      entry.validUntil === null ||
      entry.validFrom <= entry.validUntil,
    { message: "the last day lies before the first", path: ["validUntil"] },
  )
  .meta({ id: "PriceEntry" });

export type PriceEntry = z.output<typeof PriceEntrySchema>;

export const PriceRuleSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    changedAt: z.string(),
    changedBy: z.string(),
    /** Does it hold today? */
    state: z.enum(["in-force", "begins-later", "ended", "off"]),
    warnings: z.array(z.string()).meta({ description: "A vendor, product or customer it names that nobody knows" }),
    entry: PriceEntrySchema,
  })
  .meta({ id: "PriceRule" });

export type PriceRuleDto = z.output<typeof PriceRuleSchema>;

export const RuleVersionSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    newestVersion: z.number().int(),
    at: z.string(),
    who: z.string(),
    what: z.enum(["created", "changed", "removed", "restored"]),
    entry: PriceEntrySchema,
    /** What the rule was before; null for a new one. */
    before: PriceEntrySchema.nullable(),
    /** The earlier version it equals. */
    restores: z.number().int().nullable(),
    /** The rule is like this now. */
    inForce: z.boolean(),
  })
  .meta({ id: "RuleVersion" });

export type RuleVersionDto = z.output<typeof RuleVersionSchema>;

const IdParamsSchema = z.object({ id: z.string().max(60) });
const ifMatch = [{ name: "If-Match", required: true, description: "The rule's version as an ETag, or *" }] as const;

export const listPriceRulesRoute = defineRoute({
  method: "GET",
  path: "/api/price-rules",
  summary: "Price rules, floors and ceilings, highest precedence first; for those who may see cost",
  access: "signed-in",
  query: z.object({ format: z.enum(["json", "csv"]).default("json") }),
  status: 200,
  response: z.object({ items: z.array(PriceRuleSchema), total: z.number().int() }),
});
export const createPriceRuleRoute = defineRoute({
  method: "POST",
  path: "/api/price-rules",
  summary: "Add a price rule, a floor or a ceiling",
  access: "manager",
  body: PriceEntrySchema,
  status: 201,
  response: PriceRuleSchema,
});
export const updatePriceRuleRoute = defineRoute({
  method: "PUT",
  path: "/api/price-rules/{id}",
  summary: "Replace a rule; the older version is kept",
  access: "manager",
  params: IdParamsSchema,
  body: PriceEntrySchema,
  headers: ifMatch,
  status: 200,
  response: PriceRuleSchema,
});
export const deletePriceRuleRoute = defineRoute({
  method: "DELETE",
  path: "/api/price-rules/{id}",
  summary: "Take a rule out of force; its versions are kept",
  access: "manager",
  params: IdParamsSchema,
  headers: ifMatch,
  status: 204,
});
export const ruleHistoryRoute = defineRoute({
  method: "GET",
  path: "/api/price-rules/history",
  summary: "Versions of every rule, or of one, newest first: who, when, before and after; for those who may see cost",
  access: "signed-in",
  query: z.object({ id: z.string().max(60).optional() }),
  status: 200,
  response: z.object({ items: z.array(RuleVersionSchema), total: z.number().int() }),
});
export const restorePriceRuleRoute = defineRoute({
  method: "POST",
  path: "/api/price-rules/{id}/restore",
  summary: "Bring an older version of a rule back, also of one that was removed",
  access: "manager",
  params: IdParamsSchema,
  body: z.strictObject({ version: z.number().int().min(1).max(1_000_000) }),
  headers: ifMatch,
  status: 200,
  response: PriceRuleSchema,
});
