import { z } from "zod";
import { defineRoute } from "@/lib/contracts/route";
import { PageSchema } from "@/lib/contracts/sync";

export const changeKinds = [
  "new",
  "gone",
  "archived",
  "restored",
  "price",
  "list-price",
  "cost",
  "terms",
  "limits",
  "requirements",
  "renamed",
] as const;

/** Rises and falls: of what the customer pays (vendor's price or list price) and of what we pay. */
export const changeTrends = ["price-up", "price-down", "cost-up", "cost-down"] as const;

/** What a list of changes can be narrowed to. */
export const changeFilters = [...changeKinds, ...changeTrends] as const;

export type ChangeFilterName = (typeof changeFilters)[number];

export const ChangeSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    syncId: z.string(),
    vendor: z.string(),
    key: z.string(),
    name: z.string(),
    kind: z.enum(changeKinds),
    what: z.string().meta({ description: "The plan and price row the change is about" }),
    old: z.string().nullable(),
    new: z.string().nullable(),
  })
  .meta({ id: "Change" });

export type ChangeDto = z.infer<typeof ChangeSchema>;

export const FindingSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    vendor: z.string(),
    kind: z.enum([
      "rejected-record",
      "unreadable-amount",
      "dangling-requirement",
      "requirement-cycle",
      "unknown-currency",
      "price-below-cost",
      "cost-without-price",
      "duplicate",
    ]),
    key: z.string().nullable(),
    name: z.string().nullable(),
    reason: z.string(),
    excerpt: z.string().nullable(),
  })
  .meta({ id: "Finding" });

export type FindingDto = z.infer<typeof FindingSchema>;

export const listChangesRoute = defineRoute({
  method: "GET",
  path: "/api/changes",
  summary: "What syncs found changed, newest first",
  access: "signed-in",
  query: PageSchema.extend({
    vendor: z.string().max(40).optional(),
    kind: z
      .enum(changeFilters)
      .optional()
      .meta({ description: "A kind of change, or price-up, price-down, cost-up, cost-down" }),
    q: z.string().max(200).optional(),
    product: z.string().max(300).optional(),
    sync: z.string().max(40).optional(),
    format: z.enum(["json", "csv"]).optional().meta({ description: "csv = the whole filtered list as a file" }),
  }),
  status: 200,
  response: z.object({ items: z.array(ChangeSchema), total: z.number().int() }),
});
export const listFindingsRoute = defineRoute({
  method: "GET",
  path: "/api/data-quality",
  summary: "Records set aside and doubtful data of the last good sync",
  access: "signed-in",
  query: PageSchema.extend({ vendor: z.string().max(40).optional() }),
  status: 200,
  response: z.object({ items: z.array(FindingSchema), total: z.number().int() }),
});
