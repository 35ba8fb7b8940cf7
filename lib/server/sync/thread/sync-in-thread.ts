import { Worker, type WorkerOptions } from "node:worker_threads";
import type { SyncProgress } from "@/lib/contracts/sync";
import { claimRoom } from "@/lib/server/sync/thread/claim-room";
import { SyncCancelled } from "@/lib/server/sync/explain-end";
import type { RunningSync, SyncOutcome } from "@/lib/server/sync/run-sync";
import type { FromSyncThread, SyncThreadData, ToSyncThread } from "@/lib/server/sync/thread/messages";
import { serveCalls } from "@/lib/server/sync/thread/serve-calls";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import type { Relay } from "@/lib/vendors/relay";

export type ThreadedSync = Pick<SyncThreadData, "store" | "locales" | "startedBy" | "holder" | "program"> & {
  readonly source: CatalogSource;
  readonly signal: AbortSignal;
  readonly onPublished: () => Promise<void>;
  readonly onProgress: (progress: SyncProgress) => void;
};

/** Thrown where no thread can be had: the sync may then run in this one. */
export class NoThread extends Error {
  override readonly name = "NoThread";
}

/** Room for the objects of a page to die young in: the fewer of them are moved about, the sooner a page is done. */
const YOUNG_GENERATION_MB = 96;
/** Enough for the largest list that is read; little enough that what is done with does not pile up. */
const OLD_GENERATION_MB = 1_024;

/** What is kept of a list stays to the end: to look through it again and again on the way would find next to nothing. */
const ROOM_MB = 512;

/**
 * Like `beginSync`, in a thread of its own: what it does to the store and to what the vendor said costs this thread no
 * time. The thread ends with the sync, and with it everything it needed memory for.
 */
export async function beginSyncInThread(input: ThreadedSync, options: WorkerOptions = {}): Promise<RunningSync | null> {
  const { source, signal, store, locales, startedBy, holder, program } = input;
  if (source.relay === null) throw new NoThread(`${source.label} is read in one thread only`);
  const { settings, pageSize, timeoutMs } = source.relay;
  const workerData: SyncThreadData = {
    vendor: source.vendor,
    settings,
    pageSize,
    timeoutMs,
    store,
    locales,
    startedBy,
    holder,
    program,
  };
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB, maxOldGenerationSizeMb: OLD_GENERATION_MB };
  const room = claimRoom(ROOM_MB);
  const worker = new Worker(new URL("./sync-worker.ts", import.meta.url), { resourceLimits, ...options, workerData });
  const stages = listen(worker, source.relay, input);
  // By then its heap is there.
  void stages.started.finally(room.release).catch(() => undefined);
  const abort = () => stages.post({ kind: "abort", isCancelled: signal.reason instanceof SyncCancelled });
  await stages.started;
  signal.addEventListener("abort", abort, { once: true });
  if (signal.aborted) abort();
  void stages.over.then(() => signal.removeEventListener("abort", abort));
  const id = await stages.begun;
  return id === null ? null : { id, vendor: source.vendor, outcome: stages.ended };
}

type Stages = {
  readonly post: (message: ToSyncThread) => void;
  readonly started: Promise<void>;
  readonly begun: Promise<string | null>;
  readonly ended: Promise<SyncOutcome>;
  readonly over: Promise<void>;
};

/** Each of the stages fails with the thread, unless it was reached before. */
function listen(worker: Worker, relay: Relay, { onPublished, onProgress }: ThreadedSync): Stages {
  const started = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<string | null>();
  const ended = Promise.withResolvers<SyncOutcome>();
  const over = Promise.withResolvers<void>();
  const post = (message: ToSyncThread, transfer: readonly ArrayBuffer[] = []) => worker.postMessage(message, transfer);
  const calls = serveCalls(relay, post);
  const fail = (error: Error) => {
    started.reject(new NoThread("no thread for the sync", { cause: error }));
    for (const stage of [begun, ended]) stage.reject(error);
  };
  // That a sync has succeeded is told once its catalog is taken over; the thread does not wait for that.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (step: () => unknown) => {
    turn = turn.then(step);
  };
  for (const stage of [started, begun, ended]) stage.promise.catch(() => undefined);
  worker.on("message", (message: FromSyncThread) => {
    if ("call" in message) calls.take(message);
    else if (message.kind === "started") started.resolve();
    else if (message.kind === "begun") begun.resolve(message.id);
    // What could not be taken over now is taken over by the next look at what is published.
    else if (message.kind === "published") inTurn(() => onPublished().catch(() => undefined));
    else if (message.kind === "progress") inTurn(() => onProgress(message.progress));
    else inTurn(() => ended.resolve(message.outcome));
  });
  worker.on("error", (error) => fail(error instanceof Error ? error : new Error("the sync thread failed")));
  worker.on("exit", () => {
    inTurn(() => fail(new Error("the sync thread ended")));
    calls.dropAll();
    over.resolve();
  });
  return { post, started: started.promise, begun: begun.promise, ended: ended.promise, over: over.promise };
}
