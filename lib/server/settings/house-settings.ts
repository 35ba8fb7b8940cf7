import type { HouseReading } from "@/lib/domain/catalog/house-reading";
import type { CatalogLook } from "@/lib/server/catalog/catalog";
import { marginBandsSetting } from "@/lib/server/settings/margin-bands";
import { requirementReadingSetting, toAnyOfServices } from "@/lib/server/settings/requirement-reading";
import { readSetting, settingVersions } from "@/lib/server/settings/stored-setting";
import { synonymsSetting } from "@/lib/server/settings/synonyms";
import { taxonomySetting, toTable } from "@/lib/server/settings/taxonomy";
import type { Database } from "@/lib/server/store/database";

/** All settings that the catalog hangs on. */
export type HouseSettings = {
  readonly reading: HouseReading;
  /** Changes whenever the rows have to be built again; empty while nobody changed anything. */
  readonly readingState: string;
  readonly look: CatalogLook;
};

const keys = [taxonomySetting.key, requirementReadingSetting.key, synonymsSetting.key, marginBandsSetting.key];

type Known = { readonly versions: string; readonly settings: HouseSettings };

const known = new WeakMap<Database, Known>();

/** Asks for the versions and reads only what is new: every process notices a change by itself. */
export async function loadHouseSettings(db: Database): Promise<HouseSettings> {
  const versions = await settingVersions(db, keys);
  const before = known.get(db);
  if (before?.versions === versions.join()) return before.settings;
  const settings = await readAll(db, versions);
  known.set(db, { versions: versions.join(), settings });
  return settings;
}

async function readAll(db: Database, versions: readonly number[]): Promise<HouseSettings> {
  const [taxonomy, requirements, synonyms, marginBands] = [
    await readSetting(db, taxonomySetting),
    await readSetting(db, requirementReadingSetting),
    await readSetting(db, synonymsSetting),
    await readSetting(db, marginBandsSetting),
  ];
  const state = (from: number, to: number) =>
    keys.slice(from, to).flatMap((key, i) => (versions[from + i] ? [`${key} ${versions[from + i]}`] : []));
  return {
    reading: { taxonomy: toTable(taxonomy.value), anyOf: toAnyOfServices(requirements.value) },
    readingState: state(0, 2).join(", "),
    look: { synonyms: synonyms.value.groups, marginBands: marginBands.value, state: state(2, 4).join(", ") },
  };
}
