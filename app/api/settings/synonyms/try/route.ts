import { trySynonymsRoute } from "@/lib/contracts/catalog-settings";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { route } from "@/lib/server/route";
import { trySynonyms } from "@/lib/server/settings/try-synonyms";

export * from "@/lib/server/http/other-methods";

export const POST = route(trySynonymsRoute, async ({ viewer, body }) =>
  trySynonyms(await currentCatalog(), viewer, body),
);
