import type { SyncProgress } from "@/lib/contracts/sync";
import { processState } from "@/lib/server/process-state";

type Listener = (progress: SyncProgress) => void;

const bus = () => processState("sync-progress", () => ({ listeners: new Set<Listener>() }));

/** Tells everyone in this process who watches. */
export function publishProgress(progress: SyncProgress): void {
  for (const listener of bus().listeners) listener(progress);
}

/** Returns how to stop listening. */
export function onProgress(listener: Listener): () => void {
  bus().listeners.add(listener);
  return () => void bus().listeners.delete(listener);
}
