import { cancelSyncRoute, currentSyncRoute } from "@/lib/contracts/sync";
import { route } from "@/lib/server/route";
import { cancelSync } from "@/lib/server/sync/cancel-sync";
import { watchSyncs } from "@/lib/server/sync/watch-syncs";

export * from "@/lib/server/http/other-methods";

export const GET = route(currentSyncRoute, async ({ request }) => {
  const headers = {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "private, no-store, no-transform",
  };
  return new Response(await watchSyncs(request.signal), { headers });
});

export const DELETE = route(cancelSyncRoute, ({ viewer }) => cancelSync(viewer));
