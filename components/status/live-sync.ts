import type { SyncProgress } from "@/lib/contracts/sync";

/** A sync under way as this page saw it. */
export type LiveSync = {
  readonly progress: SyncProgress;
  /** When and at how many products this page began to watch. */
  readonly watchedSince: number;
  readonly watchedFrom: number;
  /** Null until there is something to judge by. */
  readonly secondsLeft: number | null;
};

const JUDGE_AFTER_MS = 5_000;

/** The watched sync after one more step. */
export function afterStep(before: LiveSync | undefined, progress: SyncProgress, nowMs: number): LiveSync {
  const isNew = !before || before.progress.state !== "running" || progress.done < before.progress.done;
  const watchedSince = isNew ? nowMs : before.watchedSince;
  const watchedFrom = isNew ? progress.done : before.watchedFrom;
  const tookMs = nowMs - watchedSince;
  const read = progress.done - watchedFrom;
  const canJudge = progress.state === "running" && progress.total !== null && tookMs >= JUDGE_AFTER_MS && read > 0;
  const secondsLeft = canJudge
    ? Math.max(0, Math.ceil((((progress.total ?? 0) - progress.done) * tookMs) / read / 1_000))
    : null;
  return { progress, watchedSince, watchedFrom, secondsLeft };
}
