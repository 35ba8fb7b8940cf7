import { z } from "zod";
import { defineRoute } from "@/lib/contracts/route";

export const SyncCountsSchema = z.object({
  products: z.number().int(),
  rejected: z.number().int(),
  new: z.number().int(),
  changed: z.number().int(),
  gone: z.number().int(),
  priceUp: z.number().int().meta({ description: "Prices and list prices that rose" }),
  priceDown: z.number().int().meta({ description: "Prices and list prices that fell" }),
});

export const SyncSchema = z
  .object({
    id: z.string(),
    vendor: z.string(),
    state: z.enum(["running", "succeeded", "failed", "cancelled"]),
    startedAt: z.string(),
    finishedAt: z.string().nullable(),
    counts: SyncCountsSchema,
    error: z.string().nullable(),
    startedBy: z.string(),
  })
  .meta({ id: "Sync" });

export type SyncDto = z.infer<typeof SyncSchema>;

export const SyncProgressSchema = z.object({
  vendor: z.string(),
  done: z.number().int(),
  total: z.number().int().nullable(),
  state: z.enum(["running", "succeeded", "failed", "cancelled"]),
});

export type SyncProgress = z.infer<typeof SyncProgressSchema>;

export const changeKinds = [
  "new",
  "gone",
  "archived",
  "restored",
  "price",
  "list-price",
  "cost",
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

export const VendorStatusSchema = z
  .object({
    vendor: z.string(),
    label: z.string(),
    reachable: z.boolean().nullable(),
    since: z.string().nullable(),
    credential: z.enum(["unknown", "accepted", "rejected"]),
    tokenExpiresAt: z.string().nullable(),
    breaker: z.enum(["closed", "open", "halfOpen"]),
    nextTryAt: z.string().nullable(),
    requests: z.number().int(),
    notModified: z.number().int(),
    throttled: z.number().int(),
    failures: z.number().int(),
    products: z.number().int(),
    asOf: z.string().nullable(),
    freshness: z.enum(["none", "fresh", "ageing", "stale"]),
    lastSync: SyncSchema.nullable(),
    lastError: z.string().nullable().meta({ description: "Why the last sync failed and what is shown meanwhile" }),
    lastFailure: z
      .object({ message: z.string(), at: z.string(), correlationId: z.string().nullable() })
      .nullable()
      .meta({ description: "The last request that failed, with the vendor's id of it; for those who may start syncs" }),
    nextSyncAt: z.string().nullable(),
  })
  .meta({ id: "VendorStatus" });

export type VendorStatusDto = z.infer<typeof VendorStatusSchema>;

export const StatusSchema = z.object({
  vendors: z.array(VendorStatusSchema),
  findings: z.number().int(),
  demo: z.boolean(),
  syncing: z.boolean(),
});

export type StatusDto = z.infer<typeof StatusSchema>;

const PageSchema = z.object({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});

export const listSyncsRoute = defineRoute({
  method: "GET",
  path: "/api/syncs",
  summary: "Syncs, newest first",
  access: "signed-in",
  query: PageSchema,
  status: 200,
  response: z.object({ items: z.array(SyncSchema), total: z.number().int() }),
});
export const startSyncRoute = defineRoute({
  method: "POST",
  path: "/api/syncs",
  summary: "Start a sync of one vendor or all",
  access: "manager",
  body: z.strictObject({ vendor: z.string().max(40).optional() }),
  status: 202,
  response: z.object({ started: z.array(z.string()), running: z.array(z.string()) }),
});
export const cancelSyncRoute = defineRoute({
  method: "DELETE",
  path: "/api/syncs/current",
  summary: "Cancel the running sync; the last good catalog stays",
  access: "manager",
  status: 204,
});
export const currentSyncRoute = defineRoute({
  method: "GET",
  path: "/api/syncs/current",
  summary: "Live progress as server-sent events of {vendor, done, total}",
  access: "signed-in",
  status: 200,
  media: "text/event-stream",
  response: SyncProgressSchema,
});
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
export const getStatusRoute = defineRoute({
  method: "GET",
  path: "/api/status",
  summary: "Health of the vendors, without secrets",
  access: "signed-in",
  status: 200,
  response: StatusSchema,
});
