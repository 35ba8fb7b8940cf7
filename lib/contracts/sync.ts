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

export const PageSchema = z.object({
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
