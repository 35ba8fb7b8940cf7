import { getStatusRoute } from "@/lib/contracts/status";
import { route } from "@/lib/server/route";
import { readDeskStatus } from "@/lib/server/status/read-desk-status";

export * from "@/lib/server/http/other-methods";

export const GET = route(getStatusRoute, ({ viewer }) => readDeskStatus(viewer));
