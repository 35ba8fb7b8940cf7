import { getSettingsRoute, putSettingsRoute } from "@/lib/contracts/settings";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";
import { readSettings, saveSettings } from "@/lib/server/settings/seller-settings";

export * from "@/lib/server/http/other-methods";

export const GET = route(getSettingsRoute, async ({ viewer }) => readSettings(await openDesk(), viewer));

export const PUT = route(putSettingsRoute, async ({ viewer, body }) => saveSettings(await openDesk(), viewer, body));
