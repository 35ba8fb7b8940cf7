import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/lib/server/app-error";
import { processState } from "@/lib/server/process-state";
import type { Viewer } from "@/lib/server/viewer";

const limiter = () =>
  processState("vendor-questions", () => new RateLimiterMemory({ keyPrefix: "vendor", points: 60, duration: 60 }));

/** Every live question costs the vendor's budget, which the syncs need too. Throws `too-many-requests`. */
export async function countQuestion(viewer: Viewer): Promise<void> {
  try {
    await limiter().consume(viewer.userId);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    const seconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
    const sentence = `That were many questions to the vendors. Try again in ${seconds} s, or use /api/products.`;
    throw new AppError("too-many-requests", sentence, { headers: { "retry-after": `${seconds}` } });
  }
}
