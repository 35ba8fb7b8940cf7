import { suggestRoute } from "@/lib/contracts/suggest";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { route } from "@/lib/server/route";
import { database } from "@/lib/server/store/database";
import { suggest } from "@/lib/server/suggest/suggest";

export * from "@/lib/server/http/other-methods";

export const GET = route(suggestRoute, async ({ viewer, query }) => ({
  items: await suggest(await database(), await currentCatalog(), viewer, { text: query.q, locale: query.locale }),
}));
