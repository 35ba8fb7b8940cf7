import { type RequirementReadingDto, RequirementReadingSchema } from "@/lib/contracts/catalog-settings";
import { type AnyOfServices, anyOfKey } from "@/lib/domain/catalog/any-of";
import type { IfMatch } from "@/lib/server/carts/if-match";
import type { Desk } from "@/lib/server/desk";
import { changeSetting, readSetting, type Setting, type StoredSetting } from "@/lib/server/settings/stored-setting";
import { requireRight, type Viewer } from "@/lib/server/viewer";

export const requirementReadingSetting: Setting<RequirementReadingDto> = {
  key: "requirements",
  defaults: { anyOf: [] },
  read: (stored) => RequirementReadingSchema.parse(stored),
};

export function showRequirementReading(
  desk: Pick<Desk, "db">,
  _viewer: Viewer,
): Promise<StoredSetting<RequirementReadingDto>> {
  return readSetting(desk.db, requirementReadingSetting);
}

export async function saveRequirementReading(
  desk: Pick<Desk, "db" | "now">,
  viewer: Viewer,
  ifMatch: IfMatch,
  reading: RequirementReadingDto,
): Promise<StoredSetting<RequirementReadingDto>> {
  requireRight(viewer, "settings:write");
  const byName = new Map(reading.anyOf.map((service) => [anyOfKey(service.vendor, service.service), service]));
  const anyOf = [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, service]) => service);
  return changeSetting(desk, viewer, requirementReadingSetting, { ifMatch, value: { anyOf } });
}

export function toAnyOfServices({ anyOf }: RequirementReadingDto): AnyOfServices {
  return new Set(anyOf.map(({ vendor, service }) => anyOfKey(vendor, service)));
}
