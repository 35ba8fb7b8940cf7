import { setTimeout as sleep } from "node:timers/promises";

/** Time and chance as the vendor code sees them, so that tests can decide both. */
export type Clock = {
  /** Milliseconds since the epoch, for people and for dates of the vendor. */
  readonly now: () => number;
  /** Milliseconds that never jump, for lifetimes. */
  readonly monotonicMs: () => number;
  /** Rejects with the signal's reason when it aborts first. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** 0 ≤ value < 1. */
  readonly random: () => number;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  wait: async (ms, signal) => {
    signal.throwIfAborted();
    await sleep(ms, undefined, { signal });
  },
  random: () => Math.random(),
};
