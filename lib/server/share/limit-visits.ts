import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/lib/server/app-error";
import { processState } from "@/lib/server/process-state";

const limiters = () =>
  processState("share-limiters", () => ({
    tokens: new RateLimiterMemory({ keyPrefix: "share-token", points: 120, duration: 60 }),
    misses: new RateLimiterMemory({ keyPrefix: "share-miss", points: 30, duration: 60 }),
  }));

/** Throws `too-many-requests` when one link is asked for too often. */
export async function countLinkUse(linkId: string): Promise<void> {
  await spend(limiters().tokens, linkId);
}

/** Guesses are counted by address; an address that holds a good link is never kept from it. */
export async function countMiss(address: string): Promise<void> {
  await spend(limiters().misses, address);
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    const seconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
    throw new AppError("too-many-requests", `Too many requests. Try again in ${seconds} s.`, {
      headers: { "retry-after": `${seconds}` },
    });
  }
}
