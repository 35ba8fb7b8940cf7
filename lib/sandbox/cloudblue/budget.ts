import type { SandboxClock } from "../clock";
import type { Dialect } from "../dialect";

/** Seconds to wait when the window's budget is spent, else `undefined`. Counts the request. */
export function createBudget(clock: SandboxClock): (rule: Dialect["cloudblue"]["budget"]) => number | undefined {
  let windowStart = 0;
  let used = 0;
  return (rule) => {
    if (rule === null) return undefined;
    const now = clock.now();
    if (now - windowStart >= rule.seconds * 1000) {
      windowStart = now;
      used = 0;
    }
    used += 1;
    if (used <= rule.requests) return undefined;
    return Math.max(1, Math.ceil((windowStart + rule.seconds * 1000 - now) / 1000));
  };
}
