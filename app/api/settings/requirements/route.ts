import { getRequirementReadingRoute, putRequirementReadingRoute } from "@/lib/contracts/catalog-settings";
import { requireIfMatch } from "@/lib/server/carts/if-match";
import { route } from "@/lib/server/route";
import { saveRequirementReading, showRequirementReading } from "@/lib/server/settings/requirement-reading";
import { settingAnswer } from "@/lib/server/settings/setting-answer";
import { settingsDesk } from "@/lib/server/settings/settings-desk";

export * from "@/lib/server/http/other-methods";

export const GET = route(getRequirementReadingRoute, async ({ viewer }) =>
  settingAnswer(await showRequirementReading(await settingsDesk(), viewer)),
);

export const PUT = route(putRequirementReadingRoute, async ({ viewer, body, request }) => {
  const desk = await settingsDesk();
  const saved = await saveRequirementReading(desk, viewer, requireIfMatch(request), body);
  await desk.takeOver();
  return settingAnswer(saved);
});
