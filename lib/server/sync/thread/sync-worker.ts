import { parentPort, workerData } from "node:worker_threads";
import { processState } from "@/lib/server/process-state";
import { moveLogIntoFile } from "@/lib/server/store/checkpoints";
import { connectInThread } from "@/lib/server/store/database";
import { SyncCancelled } from "@/lib/server/sync/explain-end";
import { isDeadHere } from "@/lib/server/sync/lease-holder";
import { beginSync } from "@/lib/server/sync/run-sync";
import { askFirstThread } from "@/lib/server/sync/thread/ask-first-thread";
import type { FromSyncThread, SyncThreadData, ToSyncThread } from "@/lib/server/sync/thread/messages";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import { type VendorSettings, vendorRegistry } from "@/lib/vendors/registry";

// Syncs one vendor away from the thread that answers requests, and ends.
const data = workerData as SyncThreadData;
const post = (message: FromSyncThread) => parentPort?.postMessage(message, []);
const calls = askFirstThread(post);
const abort = new AbortController();

// To the leases this thread is nobody else than its process.
processState("lease-holder", () => data.holder);

parentPort?.on("message", (message: ToSyncThread) => {
  if (message.kind === "abort") {
    abort.abort(message.isCancelled ? new SyncCancelled() : new Error("the process is stopping"));
  } else calls.take(message);
});

function createSource(): CatalogSource {
  const { vendor, settings, pageSize, timeoutMs } = data;
  const entry = vendorRegistry.find(({ id }) => id === vendor);
  // The settings of this one vendor came from its own adapter; it does not look at those of others.
  const source = entry?.create({ [vendor]: settings } as unknown as VendorSettings, {
    pageSize,
    timeoutMs,
    sender: calls.sender,
  });
  if (!source) throw new Error(`there is no vendor ${vendor}`);
  return source;
}

async function work(): Promise<void> {
  post({ kind: "started" });
  const { store, locales, startedBy, holder, program } = data;
  const db = connectInThread(store);
  try {
    const running = await beginSync({
      db,
      source: createSource(),
      locales,
      signal: abort.signal,
      startedBy,
      program,
      holder,
      now: () => new Date(),
      isDead: store.kind === "sqlite" ? isDeadHere : () => false,
      // Nobody waits here until it is taken over: this thread puts its things away and makes room meanwhile.
      onPublished: () => Promise.resolve(post({ kind: "published" })),
      onProgress: (progress) => post({ kind: "progress", progress }),
    });
    post({ kind: "begun", id: running?.id ?? null });
    if (!running) return;
    const outcome = await running.outcome;
    await moveLogIntoFile(db);
    post({ kind: "ended", outcome });
  } finally {
    await db.destroy();
    parentPort?.close();
  }
}

void work();
