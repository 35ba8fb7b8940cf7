import { getSettingsRoute, putSettingsRoute } from "@/lib/contracts/settings";
import { requireIfMatch } from "@/lib/server/carts/if-match";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";
import { readSettings, saveSettings } from "@/lib/server/settings/seller-settings";
import { settingAnswer } from "@/lib/server/settings/setting-answer";

export * from "@/lib/server/http/other-methods";

export const GET = route(getSettingsRoute, async ({ viewer }) =>
  settingAnswer(await readSettings(await openDesk(), viewer)),
);

export const PUT = route(putSettingsRoute, async ({ viewer, body, request }) =>
  settingAnswer(await saveSettings(await openDesk(), viewer, requireIfMatch(request), body)),
);
