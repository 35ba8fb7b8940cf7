import { getStatusRoute } from "@/lib/contracts/sync";
import { env } from "@/lib/server/env";
import { route } from "@/lib/server/route";
import { vendorSources } from "@/lib/server/sources";
import { readStatus } from "@/lib/server/status/read-status";
import { database } from "@/lib/server/store/database";

export const GET = route(getStatusRoute, async ({ viewer }) =>
  readStatus(viewer, {
    db: await database(),
    sources: await vendorSources(),
    demo: env().demo,
    now: new Date(),
  }),
);
