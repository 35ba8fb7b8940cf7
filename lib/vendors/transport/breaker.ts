import {
  circuitBreaker,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  type IBreaker,
  SamplingBreaker,
} from "cockatiel";
import type { BreakerState } from "@/lib/vendors/transport/source-health";
import type { Clock } from "@/lib/vendors/transport/clock";

export type BreakerSettings = {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** Whether it also opens where half of the calls of the last minute failed, of ten at least. */
  readonly countsShare: boolean;
  readonly halfOpenAfterMs: number;
  readonly halfOpenAfterMaxMs: number;
};

export const breakerDefaults: BreakerSettings = {
  failures: 5,
  countsShare: true,
  halfOpenAfterMs: 30_000,
  halfOpenAfterMaxMs: 600_000,
};

export type Breaker = {
  readonly policy: CircuitBreakerPolicy;
  readonly state: () => BreakerState;
  /** When the next probe may go out; null while the breaker is closed. */
  readonly nextTryAtMs: () => number | null;
  /** Ends the pause: the next request is the probe. */
  readonly endPause: () => void;
};

type Pause = { readonly duration: number; next(): Pause };

/**
 * Opens after failures in a row, or where half of many calls fail; lets one probe through after a pause that doubles each time the probe fails. A neutral
 * error says nothing about the vendor, but a probe that ends with one has not shown that the vendor is back.
 */
export function createBreaker(
  settings: BreakerSettings,
  clock: Clock,
  isNeutral: (error: unknown) => boolean = () => false,
): Breaker {
  let nextTryAtMs: number | null = null;
  const pauseOf = (duration: number): Pause => ({
    duration,
    next: () => remember(Math.min(settings.halfOpenAfterMaxMs, duration * 2)),
  });
  const remember = (duration: number): Pause => {
    nextTryAtMs = clock.now() + duration;
    return pauseOf(duration);
  };
  const counts = (error: unknown) => policy.state === CircuitState.HalfOpen || !isNeutral(error);
  const policy: CircuitBreakerPolicy = circuitBreaker(handleWhen(counts), {
    breaker: judgeOf(settings),
    halfOpenAfter: { next: () => remember(settings.halfOpenAfterMs) },
  });
  policy.onReset(() => {
    nextTryAtMs = null;
  });
  return {
    policy,
    state: () => names[policy.state],
    nextTryAtMs: () => nextTryAtMs,
    endPause: () => {
      // Closed without a success, the breaker still counts the failures in a row: one more opens it again.
      if (policy.state === CircuitState.Open) policy.isolate().dispose();
    },
  };
}

/** The library opens above a share, not at it. */
const justBelowHalf = 0.4999;
const shareWindowMs = 60_000;
const shareCallsMin = 10;

function judgeOf({ failures, countsShare }: BreakerSettings): IBreaker {
  const inARow = new ConsecutiveBreaker(failures);
  if (!countsShare) return inARow;
  const minimumRps = shareCallsMin / (shareWindowMs / 1_000);
  const share = new SamplingBreaker({ threshold: justBelowHalf, duration: shareWindowMs, minimumRps });
  return {
    state: null,
    success: (state) => {
      inARow.success();
      share.success(state);
    },
    failure: (state) => {
      // Both must hear of it.
      const verdicts = [inARow.failure(), share.failure(state)];
      return verdicts.includes(true);
    },
  };
}

const names: Record<CircuitState, BreakerState> = {
  [CircuitState.Closed]: "closed",
  [CircuitState.Open]: "open",
  [CircuitState.HalfOpen]: "halfOpen",
  [CircuitState.Isolated]: "open",
};
