import { type SynonymsDto, SynonymsSchema } from "@/lib/contracts/catalog-settings";
import { synonymProblems } from "@/lib/domain/catalog/text/check-synonyms";
import { defaultSynonyms } from "@/lib/domain/catalog/text/synonyms";
import { AppError } from "@/lib/server/app-error";
import type { IfMatch } from "@/lib/server/carts/if-match";
import type { Desk } from "@/lib/server/desk";
import { changeSetting, readSetting, type Setting, type StoredSetting } from "@/lib/server/settings/stored-setting";
import { requireRight, type Viewer } from "@/lib/server/viewer";

export const synonymsSetting: Setting<SynonymsDto> = {
  key: "synonyms",
  defaults: { groups: defaultSynonyms.map((group) => Array.from(group)) },
  read: (stored) => SynonymsSchema.parse(stored),
};

export function showSynonyms(desk: Pick<Desk, "db">, _viewer: Viewer): Promise<StoredSetting<SynonymsDto>> {
  return readSetting(desk.db, synonymsSetting);
}

/** Says of a number without signs and spaces whether a product has it. */
export type IsPartNumber = (compact: string) => boolean;

export async function saveSynonyms(
  desk: Pick<Desk, "db" | "now">,
  viewer: Viewer,
  ifMatch: IfMatch,
  { synonyms, isPartNumber }: { readonly synonyms: SynonymsDto; readonly isPartNumber: IsPartNumber },
): Promise<StoredSetting<SynonymsDto>> {
  requireRight(viewer, "settings:write");
  const errors = synonymProblems(synonyms.groups, isPartNumber).map(({ group, entry, message }) => ({
    path: ["body.groups", group, ...(entry === null ? [] : [entry])].join("."),
    message,
  }));
  if (errors[0]) throw new AppError("invalid", errors[0].message, { errors });
  return changeSetting(desk, viewer, synonymsSetting, { ifMatch, value: synonyms });
}
