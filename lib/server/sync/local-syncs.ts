import { reloadCatalog } from "@/lib/server/catalog/current-catalog";
import { buildId } from "@/lib/server/build-id";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { processState } from "@/lib/server/process-state";
import { leaveCheckpoints } from "@/lib/server/store/checkpoints";
import { type Database, database, databaseConfig } from "@/lib/server/store/database";
import { SyncCancelled } from "@/lib/server/sync/explain-end";
import { refreshPlanConfigurations } from "@/lib/server/sync/plan-configurations";
import { isDeadHere, leaseHolder } from "@/lib/server/sync/lease-holder";
import { readPublished } from "@/lib/server/sync/published-catalog";
import { recoverSync } from "@/lib/server/sync/recover-syncs";
import { beginSync, type RunningSync, type SyncOutcome } from "@/lib/server/sync/run-sync";
import { publishProgress } from "@/lib/server/sync/sync-progress";
import { beginSyncInThread, NoThread } from "@/lib/server/sync/thread/sync-in-thread";
import type { CatalogSource } from "@/lib/vendors/catalog-source";

type LocalSync = { readonly vendor: string; readonly abort: AbortController; readonly ended: Promise<void> };

/** The syncs this process works on, by id, until their catalog is in memory. */
const local = () => processState("local-syncs", () => new Map<string, LocalSync>());

/** Null while this vendor is being synced already, here or elsewhere. */
export async function startLocalSync(source: CatalogSource, startedBy: string): Promise<RunningSync | null> {
  const abort = new AbortController();
  const running = await begin(source, startedBy, abort.signal);
  if (!running) return null;
  const ended = running.outcome.then(
    (outcome) => afterwards(source, outcome, abort.signal),
    (error: unknown) => putOnRecord(source, error),
  );
  local().set(running.id, { vendor: source.vendor, abort, ended });
  void running.outcome.catch(() => undefined).finally(() => local().delete(running.id));
  return running;
}

async function begin(source: CatalogSource, startedBy: string, signal: AbortSignal): Promise<RunningSync | null> {
  const { locales, databaseUrl } = env();
  const db = await database();
  const common = { locales, signal, startedBy, onPublished: reloadCatalog, onProgress: publishProgress };
  if (await deservesThread(db, source)) {
    const resumeCheckpoints = await leaveCheckpoints(db);
    try {
      const here = { store: databaseConfig(), holder: leaseHolder(), program: buildId() };
      const running = await beginSyncInThread({ ...common, ...here, source });
      const over = running?.outcome.catch(() => undefined) ?? Promise.resolve();
      void over.then(resumeCheckpoints).catch(() => undefined);
      return running;
    } catch (error) {
      await resumeCheckpoints();
      if (!(error instanceof NoThread)) throw error;
      log.warn({ vendor: source.vendor, err: error }, "no thread for the sync; it is done between requests");
    }
  }
  return beginSync({
    ...common,
    db,
    source,
    now: () => new Date(),
    // Processes that share a PostgreSQL may run on several machines; there a dead holder's lease has to run out.
    isDead: databaseUrl === null ? isDeadHere : () => false,
  });
}

const SMALL_BELOW_PRODUCTS = 3_000;

/** A thread costs more than it saves while the catalog is known to be small. */
async function deservesThread(db: Database, source: CatalogSource): Promise<boolean> {
  if (source.relay === null || env().demo) return false;
  const published = await readPublished(db, source.vendor);
  return published === null || published.products >= SMALL_BELOW_PRODUCTS;
}

/** True from the start of a sync here until what it published can be read from memory. */
export function isLocalSync(id: string): boolean {
  return local().has(id);
}

/** Calls off every sync of this process and waits until each has put its things away. */
export async function abortLocalSyncs(reason: Error = new SyncCancelled()): Promise<void> {
  const syncs = [...local().values()];
  for (const { abort } of syncs) abort.abort(reason);
  await Promise.all(syncs.map(({ ended }) => ended));
}

/** Its thread is gone, and with it whoever would have said how the sync ended. */
async function putOnRecord({ vendor }: CatalogSource, error: unknown): Promise<void> {
  log.error({ vendor, err: error }, "sync broke off");
  const isDead = (holder: string) => holder === leaseHolder();
  await recoverSync(await database(), vendor, { now: new Date(), isDead });
  publishProgress({ vendor, done: 0, total: null, state: "failed" });
}

async function afterwards(source: CatalogSource, outcome: SyncOutcome, signal: AbortSignal): Promise<void> {
  const { id, vendor, state, counts, error } = outcome;
  log.info({ event: "sync", id, vendor, state, counts, error }, "sync ended");
  if (state !== "succeeded" || signal.aborted) return;
  const db = await database();
  // Not awaited: whoever waits for the sync does not wait for what comes after it.
  void refreshPlanConfigurations({
    db,
    source,
    locale: env().locales[0],
    signal: background().signal,
    now: () => new Date(),
  }).catch((failure: unknown) => log.warn({ vendor, err: failure }, "plan configurations were not refreshed"));
}

const background = () => processState("sync-background", () => new AbortController());

export function stopBackgroundWork(): void {
  background().abort(new Error("the process is stopping"));
}
