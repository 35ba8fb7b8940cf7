import { getStatusRoute } from "@/lib/contracts/sync";
import { route } from "@/lib/server/route";
import { readDeskStatus } from "@/lib/server/status/read-desk-status";

export * from "@/lib/server/http/other-methods";

export const GET = route(getStatusRoute, ({ viewer }) => readDeskStatus(viewer));
