import { getTaxonomyRoute, putTaxonomyRoute } from "@/lib/contracts/catalog-settings";
import { requireIfMatch } from "@/lib/server/carts/if-match";
import { route } from "@/lib/server/route";
import { taxonomyChoices } from "@/lib/server/settings/catalog-services";
import { settingAnswer } from "@/lib/server/settings/setting-answer";
import { settingsDesk } from "@/lib/server/settings/settings-desk";
import { saveTaxonomy, showTaxonomy } from "@/lib/server/settings/taxonomy";

export * from "@/lib/server/http/other-methods";

export const GET = route(getTaxonomyRoute, async ({ viewer }) =>
  settingAnswer(await showTaxonomy(await settingsDesk(), viewer)),
);

export const PUT = route(putTaxonomyRoute, async ({ viewer, body: taxonomy, request }) => {
  const [desk, ifMatch] = [await settingsDesk(), requireIfMatch(request)];
  const saved = await saveTaxonomy(desk, viewer, ifMatch, { taxonomy, choices: await taxonomyChoices(viewer) });
  await desk.takeOver();
  return settingAnswer(saved);
});
