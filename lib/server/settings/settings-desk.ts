import { currentCatalog, reloadCatalog } from "@/lib/server/catalog/current-catalog";
import type { Desk } from "@/lib/server/desk";
import { log } from "@/lib/server/log";
import type { IsPartNumber } from "@/lib/server/settings/synonyms";
import { database } from "@/lib/server/store/database";

type SettingsDesk = Pick<Desk, "db" | "now"> & {
  /** Lists and search take a change over in the background; other processes notice it by themselves. */
  takeOver(): void;
};

export async function settingsDesk(): Promise<SettingsDesk> {
  return {
    db: await database(),
    now: () => new Date(),
    takeOver: () => {
      reloadCatalog().catch((error: unknown) => log.error({ err: error }, "the catalog did not take over a setting"));
    },
  };
}

export async function isKnownNumber(): Promise<IsPartNumber> {
  const { index } = await currentCatalog();
  return (compact) => index.rowsOfNumber(compact).length > 0;
}
