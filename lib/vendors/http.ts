import { BrokenCircuitError, ConstantBackoff, handleWhen, retry } from "cockatiel";
import type { z } from "zod";
import type { SourceHealth } from "@/lib/vendors/catalog-source";
import { VendorError } from "@/lib/vendors/errors";
import { addressOf, parseBaseUrl, type Query } from "@/lib/vendors/transport/address";
import { type Breaker, breakerDefaults, type BreakerSettings, createBreaker } from "@/lib/vendors/transport/breaker";
import { type Clock, systemClock } from "@/lib/vendors/transport/clock";
import { type CachedAnswer, exchange, type ExchangeRequest, type VendorAnswer } from "@/lib/vendors/transport/exchange";
import { spoken, TryFailure, vendorError, type VendorErrorBody } from "@/lib/vendors/transport/failure";
import { createHealthBook, type HealthCounters } from "@/lib/vendors/transport/health";
import { createLane, laneDefaults, type LaneSettings } from "@/lib/vendors/transport/lane";
import type { VendorLog } from "@/lib/vendors/transport/log";
import { createRedactor, type Redactor } from "@/lib/vendors/transport/redact";
import { createRetryBudget, retryDelayMs } from "@/lib/vendors/transport/retry-budget";

export type VendorHttpSettings = {
  readonly vendor: string;
  readonly label: string;
  readonly baseUrl: string;
  /** For one try, from the first byte sent to the last one read. */
  readonly timeoutMs: number;
  /** Values that must never stand in a message or a log. */
  readonly secrets?: readonly string[];
  readonly readErrorBody?: (body: unknown) => VendorErrorBody;
  readonly rate?: Partial<LaneSettings>;
  readonly breaker?: Partial<BreakerSettings>;
  /** Decompressed bytes of one answer. */
  readonly bytesMax?: number;
  readonly clock?: Clock;
  readonly log?: VendorLog;
};

/** How much trouble a request may take: a person waits for the first two, a sync for the last. */
export type Patience = "probe" | "interactive" | "background";

export type VendorRequest<T> = {
  /** Completes "when asked to …": "list products". */
  readonly operation: string;
  readonly path: readonly string[];
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: "GET" | "POST";
  readonly body?: unknown;
  readonly schema: z.ZodType<T>;
  readonly signal: AbortSignal;
  readonly patience?: Patience;
  /** A POST that may be sent twice without harm (a login). GET always may. */
  readonly repeatable?: boolean;
  readonly cached?: CachedAnswer<T> | null;
};

export type VendorHttp = {
  readonly request: <T>(request: VendorRequest<T>) => Promise<VendorAnswer<T>>;
  readonly health: () => HealthCounters & Pick<SourceHealth, "breaker" | "nextTryAt">;
  readonly redact: Redactor;
  readonly clock: Clock;
};

export const pageBytesMax = 10 * 1024 * 1024;
const idleShare = 3;

const patienceTable = {
  probe: { tries: 1, retriesTimeouts: false, laneWaitMaxMs: 2_000 },
  interactive: { tries: 3, retriesTimeouts: false, laneWaitMaxMs: 5_000 },
  background: { tries: 3, retriesTimeouts: true, laneWaitMaxMs: 120_000 },
} as const satisfies Record<Patience, object>;

/** The server's only way out: every request to a vendor goes through here. */
export function createVendorHttp(settings: VendorHttpSettings): VendorHttp {
  const { vendor, label, timeoutMs, clock = systemClock, log } = settings;
  const base = parseBaseUrl(settings.baseUrl);
  const redact = createRedactor([...(settings.secrets ?? []), base.host]);
  const lane = createLane({ ...laneDefaults, ...settings.rate }, clock);
  const breaker = createBreaker({ ...breakerDefaults, ...settings.breaker }, clock);
  const budget = createRetryBudget();
  const book = createHealthBook(clock);

  const exchangeSettings = {
    vendor,
    label,
    timeoutMs,
    idleMs: Math.max(1, Math.floor(timeoutMs / idleShare)),
    bytesMax: settings.bytesMax ?? pageBytesMax,
    redact,
    clock,
    readErrorBody: settings.readErrorBody ?? (() => ({ code: null, message: null })),
  };

  const attempt = async <T>(request: ExchangeRequest<T>): Promise<VendorAnswer<T>> => {
    book.onSent();
    try {
      const answer = await exchange(exchangeSettings, request);
      book.onSuccess(answer.notModified);
      budget.earn();
      return answer;
    } catch (error) {
      if (!(error instanceof TryFailure)) throw error;
      const { facts, message } = error.error;
      const { kind, status, correlationId } = facts;
      book.onFailure(error.error);
      if (kind === "throttled" && facts.retryAfterMs !== null) lane.pauseFor(facts.retryAfterMs);
      log?.({ vendor, kind, status, correlationId, message });
      throw error;
    }
  };

  const request = async <T>(asked: VendorRequest<T>): Promise<VendorAnswer<T>> => {
    const { operation, signal, method = "GET" } = asked;
    const url = addressOf(base, asked.path, asked.query ?? {});
    if (url === null) throw vendorError(settings, operation, "notFound", `${label} cannot know such a name.`);
    const once: ExchangeRequest<T> = {
      operation,
      url,
      method,
      headers: asked.headers ?? {},
      body: asked.body === undefined ? null : JSON.stringify(asked.body),
      schema: asked.schema,
      cached: asked.cached ?? null,
      signal,
    };
    const patience = patienceTable[asked.patience ?? "interactive"];
    const tries = method === "GET" || asked.repeatable === true ? patience.tries : 1;
    let tried = 0;
    const mayRepeat = (error: unknown) => {
      if (!(error instanceof TryFailure) || !error.repeatable || tried >= tries || signal.aborted) return false;
      const timedOut = error.error.facts.kind === "timeout";
      if (timedOut && !patience.retriesTimeouts) return false;
      return budget.spend(timedOut ? "timeout" : "failure");
    };
    // The wait between tries is our own, so that a cancelled caller does not leave a timer behind.
    const policy = retry(handleWhen(mayRepeat), { maxAttempts: tries - 1, backoff: new ConstantBackoff(0) });
    try {
      return await policy.execute(async () => {
        tried += 1;
        if (tried > 1) await clock.wait(retryDelayMs(tried - 2, clock.random()), signal);
        const pauseMs = (lane.pausedUntilMs() ?? 0) - clock.now();
        if (pauseMs > patience.laneWaitMaxMs) throw parked(settings, operation, pauseMs);
        return lane.run(() => throughBreaker(breaker, () => attempt(once)), signal);
      });
    } catch (error) {
      throw asVendorError(settings, operation, error, signal, breaker, clock);
    }
  };

  const health = () => {
    const nextMs = lane.pausedUntilMs() ?? breaker.nextTryAtMs();
    const nextTryAt = nextMs === null ? null : new Date(nextMs).toISOString();
    return { ...book.read(), breaker: breaker.state(), nextTryAt };
  };
  return { request, health, redact, clock };
}

/** Only an outage is shown to the breaker as a failure: a refused request proves that the vendor is there. */
async function throughBreaker<T>(breaker: Breaker, attempt: () => Promise<T>): Promise<T> {
  const outcome = await breaker.policy.execute(async () => {
    try {
      return { value: await attempt() };
    } catch (error) {
      if (error instanceof TryFailure && !error.outage) return { error };
      throw error;
    }
  });
  if ("error" in outcome) throw outcome.error;
  return outcome.value;
}

function parked(settings: VendorHttpSettings, operation: string, waitMs: number): VendorError {
  const message = `${settings.label} asked us to wait ${spoken(waitMs)}; ${operation} is tried again after that.`;
  return vendorError(settings, operation, "throttled", message, { status: 429, retryAfterMs: waitMs });
}

function asVendorError(
  settings: VendorHttpSettings,
  operation: string,
  error: unknown,
  signal: AbortSignal,
  breaker: Breaker,
  clock: Clock,
): VendorError {
  if (error instanceof TryFailure) return error.error;
  if (error instanceof VendorError) return error;
  if (error instanceof BrokenCircuitError) {
    const waitMs = Math.max(0, (breaker.nextTryAtMs() ?? 0) - clock.now());
    const message = `${settings.label} failed several times in a row and is left alone for ${spoken(waitMs)}.`;
    return vendorError(settings, operation, "unavailable", message, { retryAfterMs: waitMs });
  }
  if (signal.aborted)
    return vendorError(settings, operation, "cancelled", `The request to ${settings.label} was cancelled.`);
  const cause = error instanceof Error ? error.name : "unknown";
  return vendorError(settings, operation, "network", `The request to ${settings.label} failed.`, { cause });
}
