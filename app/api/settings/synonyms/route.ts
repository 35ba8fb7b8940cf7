import { getSynonymsRoute, putSynonymsRoute } from "@/lib/contracts/catalog-settings";
import { requireIfMatch } from "@/lib/server/carts/if-match";
import { route } from "@/lib/server/route";
import { settingAnswer } from "@/lib/server/settings/setting-answer";
import { isKnownNumber, settingsDesk } from "@/lib/server/settings/settings-desk";
import { saveSynonyms, showSynonyms } from "@/lib/server/settings/synonyms";
import { writeSynonymsCsv } from "@/lib/server/settings/synonyms-csv";

export * from "@/lib/server/http/other-methods";

export const GET = route(getSynonymsRoute, async ({ viewer, query }) => {
  const synonyms = await showSynonyms(await settingsDesk(), viewer);
  if (query.format !== "csv") return settingAnswer(synonyms);
  const headers = {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="synonyms.csv"',
  };
  return new Response(writeSynonymsCsv(synonyms.value), { headers });
});

export const PUT = route(putSynonymsRoute, async ({ viewer, body: synonyms, request }) => {
  const [desk, ifMatch] = [await settingsDesk(), requireIfMatch(request)];
  const isPartNumber = await isKnownNumber();
  const saved = await saveSynonyms(desk, viewer, ifMatch, { synonyms, isPartNumber });
  await desk.takeOver();
  return settingAnswer(saved);
});
