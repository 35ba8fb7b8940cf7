import type { SyncProgress } from "@/lib/contracts/sync";
import { type Database, database } from "@/lib/server/store/database";
import { isLocalSync } from "@/lib/server/sync/local-syncs";
import { onProgress } from "@/lib/server/sync/sync-progress";

const POLL_MS = 500;
const HEARTBEAT_MS = 15_000;
/** How long a watcher of a quiet desk waits for something to begin. */
const IDLE_MS = 5_000;
/** How long one that has seen a sync end waits for the next. */
const AFTERWARDS_MS = 1_000;

export type WatchTimes = {
  readonly pollMs: number;
  readonly heartbeatMs: number;
  readonly idleMs: number;
  readonly afterwardsMs: number;
};

const defaultTimes: WatchTimes = {
  pollMs: POLL_MS,
  heartbeatMs: HEARTBEAT_MS,
  idleMs: IDLE_MS,
  afterwardsMs: AFTERWARDS_MS,
};

type Row = SyncProgress & { readonly id: string };

/**
 * Server-sent events of every vendor's newest sync: its state at once, then each step, the same for all viewers wherever
 * the sync runs. Ends when nothing has run for a while, with an event named "idle".
 */
export async function watchSyncs(signal: AbortSignal, times = defaultTimes): Promise<ReadableStream<Uint8Array>> {
  const db = await database();
  return watchSyncsOf(db, signal, times);
}

export function watchSyncsOf(db: Database, signal: AbortSignal, times: WatchTimes): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop: () => void = () => undefined;
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const close = () => controller.close();
      stop = watch({ db, times, write, close });
      if (signal.aborted) stop();
      signal.addEventListener("abort", stop, { once: true });
    },
    cancel: () => stop(),
  });
}

type Watch = {
  readonly db: Database;
  readonly times: WatchTimes;
  readonly write: (text: string) => void;
  readonly close: () => void;
};

function watch({ db, times, write, close }: Watch): () => void {
  const told = new Map<string, SyncProgress>();
  const rowSeen = new Map<string, string>();
  let over = false;
  let quietSince = performance.now();
  let patienceMs = times.idleMs;
  const isAtWork = () => {
    quietSince = performance.now();
    patienceMs = times.afterwardsMs;
  };
  const tell = (progress: SyncProgress) => {
    if (over) return;
    if (progress.state === "running") isAtWork();
    const data = JSON.stringify(progress);
    if (JSON.stringify(told.get(progress.vendor)) === data) return;
    told.set(progress.vendor, progress);
    write(`data: ${data}\n\n`);
  };
  /** A row read a moment ago may be older than what the bus told meanwhile; a sync never goes backwards. */
  const isOverhauled = (id: string, { vendor, state, done }: SyncProgress) => {
    const seenBefore = rowSeen.get(vendor);
    rowSeen.set(vendor, id);
    const last = told.get(vendor);
    if (state !== "running" || last === undefined) return false;
    if (last.state !== "running") return seenBefore === id;
    return last.done > done && (seenBefore === undefined || seenBefore === id);
  };
  const end = () => {
    if (over) return false;
    over = true;
    clearTimeout(poll);
    clearInterval(heartbeat);
    stopListening();
    return true;
  };
  const look = async () => {
    for (const { id, ...progress } of await newestSyncs(db)) {
      if (isOverhauled(id, progress)) continue;
      // What a sync of this process published counts once it can be read here; the bus says when.
      if (progress.state === "running" || !isLocalSync(id)) tell(progress);
      else isAtWork();
    }
    if (over) return;
    if (performance.now() - quietSince < patienceMs) {
      poll = setTimeout(step, times.pollMs);
      return;
    }
    write("event: idle\ndata: {}\n\n");
    if (end()) close();
  };
  const step = () => void look().catch(() => (end() ? close() : undefined));
  const stopListening = onProgress(tell);
  const heartbeat = setInterval(() => write(": still here\n\n"), times.heartbeatMs);
  let poll = setTimeout(step, 0);
  return () => {
    if (end()) closeQuietly(close);
  };
}

/** The reader may be gone already; then there is nothing to close. */
function closeQuietly(close: () => void): void {
  try {
    close();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

async function newestSyncs(db: Database): Promise<Row[]> {
  const newest = db
    .selectFrom("syncs")
    .select((q) => q.fn.max("started_at").as("at"))
    .groupBy("vendor");
  const rows = await db
    .selectFrom("syncs")
    .select(["id", "vendor", "done", "total", "state"])
    .where("started_at", "in", newest)
    .orderBy("started_at")
    .orderBy("id")
    .execute();
  return [...new Map(rows.map((row) => [row.vendor, row])).values()];
}
