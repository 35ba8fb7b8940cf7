/** One bucket for all calls to a vendor, so that a dead vendor is not asked three times as often as a living one. */
export type RetryBudget = {
  /** True and paid for when a further try is allowed. */
  readonly spend: (cause: "failure" | "timeout") => boolean;
  readonly earn: () => void;
};

const tokensMax = 50;
const costs = { failure: 5, timeout: 10 } as const;
const earnedBySuccess = 1;

export function createRetryBudget(): RetryBudget {
  let tokens = tokensMax;
  return {
    spend: (cause) => {
      if (tokens < costs[cause]) return false;
      tokens -= costs[cause];
      return true;
    },
    earn: () => {
      tokens = Math.min(tokensMax, tokens + earnedBySuccess);
    },
  };
}

const baseMs = 250;
const capMs = 20_000;

/** Full jitter: anywhere between 0 and the doubled base, so that callers do not come back together. */
export function retryDelayMs(retry: number, random: number): number {
  return Math.floor(random * Math.min(capMs, baseMs * 2 ** retry));
}
