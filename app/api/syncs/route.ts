import { listSyncsRoute, startSyncRoute } from "@/lib/contracts/sync";
import { route } from "@/lib/server/route";
import { database } from "@/lib/server/store/database";
import { listSyncs } from "@/lib/server/sync/list-syncs";
import { requestSync } from "@/lib/server/sync/request-sync";

export * from "@/lib/server/http/other-methods";

export const GET = route(listSyncsRoute, async ({ viewer, query }) => listSyncs(await database(), viewer, query));

export const POST = route(startSyncRoute, ({ viewer, body }) => requestSync(viewer, body.vendor));
