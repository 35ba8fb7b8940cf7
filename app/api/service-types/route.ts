import { listServiceTypesRoute } from "@/lib/contracts/catalog";
import { listServiceTypes } from "@/lib/server/catalog/list-values";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(listServiceTypesRoute, ({ viewer }) => listServiceTypes(viewer));
