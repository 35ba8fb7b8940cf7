import PQueue from "p-queue";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/lib/server/app-error";
import { processState } from "@/lib/server/process-state";

const FREE_FAILURES = 5;
const LONGEST_WAIT_SECONDS = 900;
const ATTEMPTS_A_MINUTE = 30;
const HASHES_WAITING_MAX = 20;

const limiters = () =>
  processState("sign-in-limiters", () => ({
    failures: new RateLimiterMemory({ keyPrefix: "failures", points: 1_000_000, duration: 86_400 }),
    pauses: new RateLimiterMemory({ keyPrefix: "pauses", points: 1, duration: 1 }),
    addresses: new RateLimiterMemory({ keyPrefix: "addresses", points: ATTEMPTS_A_MINUTE, duration: 60 }),
  }));

/** Attempts are let through one after the other, so that many at once cannot all pass before the first is counted. */
const gate = () => processState("sign-in-gate", () => new PQueue({ concurrency: 1 }));

/**
 * Counts an attempt before any hash is computed; throws `too-many-requests` when the account or the address made too
 * many, or too many hashes wait. After five each further attempt doubles the account's pause: 1 s, 2 s … 15 minutes.
 */
export function admitAttempt(account: string, address: string, hashesWaiting: number): Promise<void> {
  return gate().add(async () => {
    if (hashesWaiting >= HASHES_WAITING_MAX) throw tooMany(1000);
    const { failures, pauses, addresses } = limiters();
    const pause = await pauses.get(account);
    if (pause && pause.msBeforeNext > 0) throw tooMany(pause.msBeforeNext);
    await addresses.consume(address).catch(refuse);
    const { consumedPoints } = await failures.consume(account);
    if (consumedPoints < FREE_FAILURES) return;
    const seconds = Math.min(LONGEST_WAIT_SECONDS, 2 ** Math.min(consumedPoints - FREE_FAILURES, 10));
    await pauses.block(account, seconds);
  });
}

/** The attempt was a good one. */
export async function forgetAttempts(account: string, address: string): Promise<void> {
  const { failures, pauses, addresses } = limiters();
  await failures.delete(account);
  await pauses.delete(account);
  await addresses.reward(address);
}

function refuse(reason: unknown): never {
  throw reason instanceof RateLimiterRes ? tooMany(reason.msBeforeNext) : reason;
}

function tooMany(waitMs: number): AppError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new AppError("too-many-requests", `Too many failed sign-ins. Try again in ${seconds} s.`, {
    headers: { "retry-after": `${seconds}` },
    extra: { retryAfterSeconds: seconds },
  });
}
