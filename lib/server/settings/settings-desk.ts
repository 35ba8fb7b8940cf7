import { currentCatalog, takeOverChange } from "@/lib/server/catalog/current-catalog";
import type { Desk } from "@/lib/server/desk";
import type { IsPartNumber } from "@/lib/server/settings/synonyms";
import { database } from "@/lib/server/store/database";

type SettingsDesk = Pick<Desk, "db" | "now"> & {
  /** Lists and search take a change over; other processes notice it by themselves. */
  takeOver(): Promise<void>;
};

export async function settingsDesk(): Promise<SettingsDesk> {
  return {
    db: await database(),
    now: () => new Date(),
    takeOver: takeOverChange,
  };
}

export async function isKnownNumber(): Promise<IsPartNumber> {
  const { index } = await currentCatalog();
  return (compact) => index.rowsOfNumber(compact).length > 0;
}
