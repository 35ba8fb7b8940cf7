import { type MarginBandsDto, MarginBandsSchema } from "@/lib/contracts/settings";
import { defaultMarginBands, type MarginBands } from "@/lib/domain/pricing/margin-bands";
import type { IfMatch } from "@/lib/server/carts/if-match";
import type { Desk } from "@/lib/server/desk";
import { changeSetting, readSetting, type Setting, type StoredSetting } from "@/lib/server/settings/stored-setting";
import type { Database } from "@/lib/server/store/database";
import { requireRight, type Viewer } from "@/lib/server/viewer";

export const marginBandsSetting: Setting<MarginBands> = {
  key: "margin-bands",
  defaults: defaultMarginBands,
  read: (stored) => MarginBandsSchema.parse(stored),
};

/** The bounds margins are judged by at the moment. */
export async function readMarginBands(db: Database): Promise<MarginBands> {
  return (await readSetting(db, marginBandsSetting)).value;
}

export async function showMarginBands(desk: Pick<Desk, "db">, viewer: Viewer): Promise<StoredSetting<MarginBands>> {
  requireRight(viewer, "costs:read");
  return readSetting(desk.db, marginBandsSetting);
}

export async function saveMarginBands(
  desk: Pick<Desk, "db" | "now">,
  viewer: Viewer,
  ifMatch: IfMatch,
  value: MarginBandsDto,
): Promise<StoredSetting<MarginBands>> {
  requireRight(viewer, "rules:write");
  return changeSetting(desk, viewer, marginBandsSetting, { ifMatch, value });
}
