import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen, type CircuitBreakerPolicy } from "cockatiel";
import type { BreakerState } from "@/lib/vendors/catalog-source";
import type { Clock } from "@/lib/vendors/transport/clock";

export type BreakerSettings = {
  readonly failures: number;
  readonly halfOpenAfterMs: number;
  readonly halfOpenAfterMaxMs: number;
};

export const breakerDefaults: BreakerSettings = { failures: 5, halfOpenAfterMs: 30_000, halfOpenAfterMaxMs: 600_000 };

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
 * Opens after failures in a row; lets one probe through after a pause that doubles each time the probe fails. A neutral
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
    breaker: new ConsecutiveBreaker(settings.failures),
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

const names: Record<CircuitState, BreakerState> = {
  [CircuitState.Closed]: "closed",
  [CircuitState.Open]: "open",
  [CircuitState.HalfOpen]: "halfOpen",
  [CircuitState.Isolated]: "open",
};
