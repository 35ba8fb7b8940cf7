import { listLocalesRoute } from "@/lib/contracts/catalog";
import { listLocales } from "@/lib/server/catalog/list-values";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(listLocalesRoute, ({ viewer }) => listLocales(viewer));
