import { listTopicsRoute } from "@/lib/contracts/catalog";
import { listTopics } from "@/lib/server/catalog/list-values";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(listTopicsRoute, ({ viewer }) => listTopics(viewer));
