import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { processState } from "@/lib/server/process-state";
import { vendorSources } from "@/lib/server/sources";
import { type Database, database } from "@/lib/server/store/database";
import { LEASE_MS } from "@/lib/server/sync/lease";
import { isDeadHere } from "@/lib/server/sync/lease-holder";
import { abortLocalSyncs, startLocalSync, stopBackgroundWork } from "@/lib/server/sync/local-syncs";
import { readPublished } from "@/lib/server/sync/published-catalog";
import { recoverSync } from "@/lib/server/sync/recover-syncs";
import { STARTED_BY_TIMER } from "@/lib/server/sync/sync-context";
import type { CatalogSource } from "@/lib/vendors/catalog-source";

type Timer = { interval: NodeJS.Timeout | null; nextAt: number | null; stopping: boolean };

const timer = () => processState<Timer>("sync-timer", () => ({ interval: null, nextAt: null, stopping: false }));

/** Processes that start together do not sync one after the other. */
const FIRST_ROUND_AGE_MS = 5_000;

/**
 * Syncs at the start and then at the configured interval. With interval 0 only a vendor without any catalog is synced at
 * the start, for without one there is nothing to work with; everything else is up to people.
 */
export function startSyncTimer(): Promise<void> {
  const state = timer();
  if (state.interval) return Promise.resolve();
  const intervalMs = env().syncIntervalSeconds * 1_000;
  void firstRound(intervalMs === 0).catch(report);
  if (intervalMs > 0) {
    state.nextAt = Date.now() + intervalMs;
    state.interval = setInterval(() => {
      state.nextAt = Date.now() + intervalMs;
      void laterRound(intervalMs / 2).catch(report);
    }, intervalMs);
    state.interval.unref();
  }
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stopSyncTimer);
  return Promise.resolve();
}

/** When this process syncs next by itself, as an instant. */
export function nextSyncAt(): string | null {
  const { nextAt } = timer();
  return nextAt === null ? null : new Date(nextAt).toISOString();
}

function stopSyncTimer(): void {
  const state = timer();
  state.stopping = true;
  if (state.interval) clearInterval(state.interval);
  stopBackgroundWork();
  void abortLocalSyncs(new Error("the process is stopping"));
}

async function firstRound(onlyWithoutCatalog: boolean): Promise<void> {
  const db = await database();
  await Promise.all(
    (await vendorSources()).map(async (source) => {
      if (onlyWithoutCatalog && (await readPublished(db, source.vendor))) return recover(db, source);
      return syncUnlessRecent(db, source, FIRST_ROUND_AGE_MS);
    }),
  );
}

function recover(db: Database, { vendor }: CatalogSource): Promise<void> {
  const isDead = env().databaseUrl === null ? isDeadHere : () => false;
  return recoverSync(db, vendor, { now: new Date(), isDead });
}

async function laterRound(ageMs: number): Promise<void> {
  const db = await database();
  await Promise.all((await vendorSources()).map((source) => syncUnlessRecent(db, source, ageMs)));
}

/** A sync that another process began a moment ago counts for all of them. */
async function syncUnlessRecent(db: Database, source: CatalogSource, ageMs: number): Promise<void> {
  if (timer().stopping) return;
  const since = new Date(Date.now() - ageMs).toISOString();
  const recent = await db
    .selectFrom("syncs")
    .select("id")
    .where("vendor", "=", source.vendor)
    .where("state", "=", "succeeded")
    .where("started_at", ">", since)
    .limit(1)
    .executeTakeFirst();
  if (recent || (await startLocalSync(source, STARTED_BY_TIMER))) return;
  // Somebody holds the lease: at work, or dead and soon known to be. Either way one more look settles it.
  const again = () => void syncUnlessRecent(db, source, ageMs + 2 * LEASE_MS).catch(report);
  setTimeout(again, LEASE_MS + 1_000).unref();
}

function report(error: unknown): void {
  log.error({ err: error }, "the sync timer could not start its syncs");
}
