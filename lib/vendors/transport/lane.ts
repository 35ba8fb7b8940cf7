import PQueue from "p-queue";
import type { VendorErrorKind } from "@/lib/vendors/errors";
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

/** All requests to one vendor pass here: limited at once, limited per second, and all of them held back for as long as it asks us to wait. */
export type Lane = {
  /** Rejects with `LanePaused` where the lane stands still for longer than `waitMaxMs`. */
  readonly run: <T>(task: () => Promise<T>, limits: LaneLimits) => Promise<T>;
  /** `told` is the answer that asked for the wait: whoever does not sit it out is told the same. */
  readonly pauseFor: (ms: number, told: PauseReason) => void;
  readonly pausedUntilMs: () => number | null;
};

export type PauseReason = { readonly kind: VendorErrorKind; readonly status: number | null };

export type LaneLimits = { readonly signal: AbortSignal; readonly waitMaxMs: number };

export class LanePaused extends Error {
  override readonly name = "LanePaused";
  readonly waitMs: number;
  readonly told: PauseReason;

  constructor(waitMs: number, told: PauseReason) {
    super("The lane is paused.");
    this.waitMs = waitMs;
    this.told = told;
  }
}

export function createLane(settings: LaneSettings, clock: Clock): Lane {
  const { concurrency, requestsPerSecond } = settings;
  const paced = Number.isFinite(requestsPerSecond);
  const queue = new PQueue(
    paced ? { concurrency, interval: 1_000, intervalCap: requestsPerSecond, strict: true } : { concurrency },
  );
  let pausedUntilMs = 0;
  let reason: PauseReason = { kind: "throttled", status: null };
  const restMs = () => pausedUntilMs - clock.now();
  const refuseLongWait = (waitMaxMs: number) => {
    if (restMs() > waitMaxMs) throw new LanePaused(restMs(), reason);
  };
  const waitForEndOfPause = async ({ signal, waitMaxMs }: LaneLimits) => {
    for (let rest = restMs(); rest > 0; rest = restMs()) {
      refuseLongWait(waitMaxMs);
      await clock.wait(rest, signal);
    }
  };
  return {
    run: async (task, limits) => {
      refuseLongWait(limits.waitMaxMs);
      const inTurn = async () => {
        await waitForEndOfPause(limits);
        return task();
      };
      return queue.add(inTurn, { signal: limits.signal });
    },
    pauseFor: (ms, told) => {
      const untilMs = clock.now() + ms;
      if (untilMs <= pausedUntilMs) return;
      pausedUntilMs = untilMs;
      reason = told;
    },
    pausedUntilMs: () => (pausedUntilMs > clock.now() ? pausedUntilMs : null),
  };
}
