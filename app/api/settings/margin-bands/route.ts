import { getMarginBandsRoute, putMarginBandsRoute } from "@/lib/contracts/settings";
import { requireIfMatch } from "@/lib/server/carts/if-match";
import { settingsDesk } from "@/lib/server/settings/settings-desk";
import { route } from "@/lib/server/route";
import { saveMarginBands, showMarginBands } from "@/lib/server/settings/margin-bands";
import { settingAnswer } from "@/lib/server/settings/setting-answer";

export * from "@/lib/server/http/other-methods";

export const GET = route(getMarginBandsRoute, async ({ viewer }) =>
  settingAnswer(await showMarginBands(await settingsDesk(), viewer)),
);

export const PUT = route(putMarginBandsRoute, async ({ viewer, body, request }) => {
  const desk = await settingsDesk();
  const saved = await saveMarginBands(desk, viewer, requireIfMatch(request), body);
  await desk.takeOver();
  return settingAnswer(saved);
});
