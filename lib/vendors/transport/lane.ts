import PQueue from "p-queue";
import type { Clock } from "@/lib/vendors/transport/clock";

export type LaneSettings = {
  readonly concurrency: number;
  /** Requests started in any one second; Infinity for no limit of our own. */
  readonly requestsPerSecond: number;
};

/**
 * No vendor states a limit, so a full crawl runs at the pace of the answers and a 429 says when it was too fast. An
 * operator with a known quota sets a lower rate.
 */
export const laneDefaults: LaneSettings = { concurrency: 4, requestsPerSecond: Infinity };

/** All requests to one vendor pass here: limited at once, limited per second, and all of them held back by a 429. */
export type Lane = {
  readonly run: <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T>;
  readonly pauseFor: (ms: number) => void;
  readonly pausedUntilMs: () => number | null;
};

export function createLane(settings: LaneSettings, clock: Clock): Lane {
  const { concurrency, requestsPerSecond } = settings;
  const paced = Number.isFinite(requestsPerSecond);
  const queue = new PQueue(
    paced ? { concurrency, interval: 1_000, intervalCap: requestsPerSecond, strict: true } : { concurrency },
  );
  let pausedUntilMs = 0;
  const waitForEndOfPause = async (signal: AbortSignal) => {
    for (let rest = pausedUntilMs - clock.now(); rest > 0; rest = pausedUntilMs - clock.now()) {
      await clock.wait(rest, signal);
    }
  };
  return {
    run: (task, signal) =>
      queue.add(
        async () => {
          await waitForEndOfPause(signal);
          return task();
        },
        { signal },
      ),
    pauseFor: (ms) => {
      pausedUntilMs = Math.max(pausedUntilMs, clock.now() + ms);
    },
    pausedUntilMs: () => (pausedUntilMs > clock.now() ? pausedUntilMs : null),
  };
}
