import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/lib/server/app-error";
import { processState } from "@/lib/server/process-state";

const FREE_FAILURES = 5;
const LONGEST_WAIT_SECONDS = 900;

const limiters = () =>
  processState("sign-in-limiters", () => ({
    failures: new RateLimiterMemory({ keyPrefix: "failures", points: 1_000_000, duration: 86_400 }),
    pauses: new RateLimiterMemory({ keyPrefix: "pauses", points: 1, duration: 1 }),
    addresses: new RateLimiterMemory({ keyPrefix: "addresses", points: 60, duration: 60 }),
  }));

/** Throws `too-many-requests` before any hash is computed, when the account or the address failed too often. */
export async function refuseWhenThrottled(account: string, address: string): Promise<void> {
  const { pauses, addresses } = limiters();
  const pause = await pauses.get(account);
  if (pause && pause.msBeforeNext > 0) throw tooMany(pause.msBeforeNext);
  const failed = await addresses.get(address);
  if (failed && failed.remainingPoints <= 0) throw tooMany(failed.msBeforeNext);
}

/** After five failures each further one doubles the account's pause: 1 s, 2 s, 4 s … at most 15 minutes. */
export async function countFailure(account: string, address: string): Promise<void> {
  const { failures, pauses, addresses } = limiters();
  await addresses.consume(address).catch(ignoreLimit);
  const { consumedPoints } = await failures.consume(account);
  if (consumedPoints < FREE_FAILURES) return;
  const seconds = Math.min(LONGEST_WAIT_SECONDS, 2 ** Math.min(consumedPoints - FREE_FAILURES, 10));
  await pauses.block(account, seconds);
}

export async function forgetFailures(account: string): Promise<void> {
  await limiters().failures.delete(account);
  await limiters().pauses.delete(account);
}

/** The limiter answers a spent allowance with a rejection; the failure was counted all the same. */
function ignoreLimit(reason: unknown): void {
  if (!(reason instanceof RateLimiterRes)) throw reason;
}

function tooMany(waitMs: number): AppError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new AppError("too-many-requests", `Too many failed sign-ins. Try again in ${seconds} s.`, {
    headers: { "retry-after": `${seconds}` },
    extra: { retryAfterSeconds: seconds },
  });
}
