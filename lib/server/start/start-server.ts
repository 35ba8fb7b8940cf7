import { ensureFirstUsers } from "@/lib/server/accounts/first-users";
import { reloadCatalog } from "@/lib/server/catalog/current-catalog";
import { env, EnvError } from "@/lib/server/env";
import { admitRequests } from "@/lib/server/http/admit-request";
import { log } from "@/lib/server/log";
import { holdBackStop } from "@/lib/server/start/hold-back-stop";
import { lifecycle } from "@/lib/server/start/check-ready";
import { seedDemo } from "@/lib/server/start/seed-demo";
import { database } from "@/lib/server/store/database";
import { startSyncTimer } from "@/lib/server/sync/sync-timer";

/** Everything a process does before its first request: settings, store, first users, last good catalog, sync timer. */
export async function startServer(): Promise<void> {
  try {
    const settings = env();
    admitRequests(settings.port, settings.trustedProxies, () => lifecycle().draining);
    const db = await database();
    await ensureFirstUsers(db, settings);
    if (settings.demo) await seedDemo(db, new Date());
    await reloadCatalog();
    await startSyncTimer();
    stopCleanly();
    log.info({ event: "started", demo: settings.demo, store: settings.databaseUrl ? "postgres" : "sqlite" }, "started");
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown reason";
    process.stderr.write(`Reseller Desk cannot start.\n${reason}\n`);
    if (!(error instanceof EnvError)) log.fatal({ err: error }, "start failed");
    process.exit(1);
  }
}

/** Next finishes the requests it took; we stop being ready before and close the store after them. */
function stopCleanly(): void {
  const stopping = () => {
    lifecycle().draining = true;
  };
  process.once("SIGINT", stopping);
  holdBackStop(process, stopping, () => process.exit(143));
  process.once("exit", () => {
    void database().then((db) => db.destroy());
  });
}
