import { reloadCatalog } from "@/lib/server/catalog/current-catalog";
import type { Desk } from "@/lib/server/desk";
import { log } from "@/lib/server/log";
import { database } from "@/lib/server/store/database";

type SettingsDesk = Pick<Desk, "db" | "now"> & {
  /** Lists and search take the change over in the background; other processes notice it by themselves. */
  reindex(): void;
};

export async function settingsDesk(): Promise<SettingsDesk> {
  return {
    db: await database(),
    now: () => new Date(),
    reindex: () => {
      reloadCatalog().catch((error: unknown) => log.error({ err: error }, "the catalog did not take over a setting"));
    },
  };
}
