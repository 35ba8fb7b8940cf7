import { entityTag } from "@/lib/server/carts/if-match";
import { json, type JsonAnswer } from "@/lib/server/route";
import type { StoredSetting } from "@/lib/server/settings/stored-setting";

/** A setting with the entity tag that the next save has to name. */
export function settingAnswer({ value, version }: StoredSetting<unknown>): JsonAnswer {
  return json(value, { headers: { etag: entityTag(version) } });
}
