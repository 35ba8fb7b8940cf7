import { z } from "zod";
import { defineRoute } from "@/lib/contracts/route";
import { SyncSchema } from "@/lib/contracts/sync";

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

export const getStatusRoute = defineRoute({
  method: "GET",
  path: "/api/status",
  summary: "Health of the vendors, without secrets",
  access: "signed-in",
  status: 200,
  response: StatusSchema,
});
