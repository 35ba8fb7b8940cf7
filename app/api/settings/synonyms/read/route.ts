import { readSynonymsRoute } from "@/lib/contracts/catalog-settings";
import { route } from "@/lib/server/route";
import { isKnownNumber } from "@/lib/server/settings/settings-desk";
import { readSynonymsCsv } from "@/lib/server/settings/synonyms-csv";

export * from "@/lib/server/http/other-methods";

export const POST = route(readSynonymsRoute, async ({ body }) => readSynonymsCsv(body.csv, await isKnownNumber()));
