import { BrokenCircuitError, ConstantBackoff, handleWhen, retry } from "cockatiel";
import type { z } from "zod";
import type { SourceHealth } from "@/lib/vendors/transport/source-health";
import type { VendorError } from "@/lib/vendors/errors";
import { addressOf, parseBaseUrl, type Query } from "@/lib/vendors/transport/address";
import { type Breaker, breakerDefaults, type BreakerSettings, createBreaker } from "@/lib/vendors/transport/breaker";
import { type Clock, systemClock } from "@/lib/vendors/transport/clock";
import { limitsOf } from "@/lib/vendors/transport/deadline";
import {
  type CachedAnswer,
  exchange,
  type ExchangeRequest,
  type ExchangeSettings,
  type VendorAnswer,
} from "@/lib/vendors/transport/exchange";
import { spoken, TryFailure, vendorError, type VendorErrorBody } from "@/lib/vendors/transport/failure";
import { createHealthBook, type HealthBook, type HealthCounters } from "@/lib/vendors/transport/health";
import { createLane, type Lane, laneDefaults, LanePaused, type LaneSettings } from "@/lib/vendors/transport/lane";
import type { VendorLog } from "@/lib/vendors/transport/log";
import { type BodyParser, parserOf } from "@/lib/vendors/transport/parse-body";
import { createRedactor, type Redactor } from "@/lib/vendors/transport/redact";
import { createRetryBudget, type RetryBudget, retryDelayMs } from "@/lib/vendors/transport/retry-budget";

export type VendorHttpSettings = {
  readonly vendor: string;
  readonly label: string;
  readonly baseUrl: string;
  /** For one try, from the first byte sent to the last one read; its parts have shares of it. */
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
  readonly signal: AbortSignal;
  readonly patience?: Patience;
  /** A POST that may be sent twice without harm (a login). GET always may. */
  readonly repeatable?: boolean;
  readonly cached?: CachedAnswer<T> | null;
  /** Refusals that answer the question ("there is none"): thrown like all others, but no failure of the vendor. */
  readonly isAnswer?: (error: VendorError) => boolean;
} & ({ readonly schema: z.ZodType<T> } | { readonly parse: BodyParser<T> });

export type VendorHttp = {
  readonly request: <T>(request: VendorRequest<T>) => Promise<VendorAnswer<T>>;
  readonly health: () => HealthCounters & Pick<SourceHealth, "breaker" | "nextTryAt">;
  /** Asks a vendor that is left alone after an outage once more without waiting for the pause to end. */
  readonly endPause: () => void;
  readonly redact: Redactor;
  readonly clock: Clock;
};

export const pageBytesMax = 10 * 1024 * 1024;

const patienceTable = {
  probe: { tries: 1, retriesTimeouts: false, laneWaitMaxMs: 2_000 },
  interactive: { tries: 3, retriesTimeouts: false, laneWaitMaxMs: 5_000 },
  background: { tries: 3, retriesTimeouts: true, laneWaitMaxMs: 120_000 },
} as const satisfies Record<Patience, object>;

type Parts = {
  readonly settings: VendorHttpSettings;
  readonly exchangeSettings: ExchangeSettings;
  readonly base: URL;
  readonly clock: Clock;
  readonly lane: Lane;
  readonly breaker: Breaker;
  readonly budget: RetryBudget;
  readonly book: HealthBook;
};

/** The server's only way out: every request to a vendor goes through here. */
export function createVendorHttp(settings: VendorHttpSettings): VendorHttp {
  const { vendor, label, timeoutMs, bytesMax = pageBytesMax, clock = systemClock } = settings;
  const base = parseBaseUrl(settings.baseUrl);
  const redact = createRedactor([...(settings.secrets ?? []), base.host]);
  const limits = limitsOf(timeoutMs);
  const readErrorBody = settings.readErrorBody ?? (() => ({ code: null, message: null }));
  const parts: Parts = {
    settings,
    exchangeSettings: { vendor, label, limits, bytesMax, redact, clock, readErrorBody },
    base,
    clock,
    lane: createLane({ ...laneDefaults, ...settings.rate }, clock),
    breaker: createBreaker({ ...breakerDefaults, ...settings.breaker }, clock, isCancelled),
    budget: createRetryBudget(),
    book: createHealthBook(clock),
  };
  return {
    request: (asked) => request(parts, asked),
    health: () => readHealth(parts),
    endPause: parts.breaker.endPause,
    redact,
    clock,
  };
}

function readHealth({ lane, breaker, book }: Parts): ReturnType<VendorHttp["health"]> {
  const nextMs = Math.max(lane.pausedUntilMs() ?? 0, breaker.nextTryAtMs() ?? 0);
  const nextTryAt = nextMs === 0 ? null : new Date(nextMs).toISOString();
  return { ...book.read(), breaker: breaker.state(), nextTryAt };
}

async function request<T>(parts: Parts, asked: VendorRequest<T>): Promise<VendorAnswer<T>> {
  const { operation, signal, method = "GET", headers = {}, cached = null } = asked;
  const url = addressOf(parts.base, asked.path, asked.query ?? {});
  if (url === null) {
    const message = `${parts.settings.label} cannot know such a name.`;
    throw vendorError(parts.settings, operation, "notFound", message);
  }
  const body = asked.body === undefined ? null : JSON.stringify(asked.body);
  const parse = "parse" in asked ? asked.parse : parserOf(asked.schema);
  try {
    return await tryInTurn(parts, asked, { operation, url, method, headers, body, parse, cached, signal });
  } catch (error) {
    throw asVendorError(parts, asked, error);
  }
}

/** Retry around lane around breaker around one try: a waiting request holds no place, and a retry stands in line anew. */
function tryInTurn<T>(parts: Parts, asked: VendorRequest<T>, once: ExchangeRequest<T>): Promise<VendorAnswer<T>> {
  const { clock, lane, breaker, budget } = parts;
  const { signal } = asked;
  const patience = patienceTable[asked.patience ?? "interactive"];
  const tries = once.method === "GET" || asked.repeatable === true ? patience.tries : 1;
  const limits = { signal, waitMaxMs: patience.laneWaitMaxMs };
  let tried = 0;
  const mayRepeat = (error: unknown) => {
    if (!(error instanceof TryFailure) || !error.repeatable || tried >= tries || signal.aborted) return false;
    const timedOut = error.error.facts.kind === "timeout";
    if (timedOut && !patience.retriesTimeouts) return false;
    return budget.spend(timedOut ? "timeout" : "failure");
  };
  // The wait between tries is our own, so that a cancelled caller does not leave a timer behind.
  const policy = retry(handleWhen(mayRepeat), { maxAttempts: tries - 1, backoff: new ConstantBackoff(0) });
  return policy.execute(async () => {
    tried += 1;
    if (tried > 1) await clock.wait(retryDelayMs(tried - 2, clock.random()), signal);
    return lane.run(() => throughBreaker(breaker, () => attempt(parts, once, asked.isAnswer)), limits);
  });
}

async function attempt<T>(
  parts: Parts,
  request: ExchangeRequest<T>,
  isAnswer: VendorRequest<T>["isAnswer"],
): Promise<VendorAnswer<T>> {
  const { settings, exchangeSettings, lane, budget, book } = parts;
  book.onSent();
  try {
    const answer = await exchange(exchangeSettings, request);
    book.onSuccess(answer.notModified);
    budget.earn();
    return answer;
  } catch (error) {
    if (!(error instanceof TryFailure)) throw error;
    if (isAnswer?.(error.error)) {
      book.onSuccess(false);
      throw error;
    }
    const { facts, message } = error.error;
    const { kind, status, correlationId } = facts;
    book.onFailure(error.error);
    // RFC 9110 10.2.3 gives a 503 the same word: how long it is of no use to ask.
    if (error.outage && facts.retryAfterMs !== null) lane.pauseFor(facts.retryAfterMs, { kind, status });
    settings.log?.({ vendor: settings.vendor, kind, status, correlationId, message });
    throw error;
  }
}

/** Only an outage is shown to the breaker as a failure: a refused request proves that the vendor is there. */
async function throughBreaker<T>(breaker: Breaker, attempt: () => Promise<T>): Promise<T> {
  const outcome = await breaker.policy.execute(async () => {
    try {
      return { value: await attempt() };
    } catch (error) {
      if (error instanceof TryFailure && !error.outage && !isCancelled(error)) return { error };
      throw error;
    }
  });
  if ("error" in outcome) throw outcome.error;
  return outcome.value;
}

function isCancelled(error: unknown): boolean {
  return error instanceof TryFailure && error.error.facts.kind === "cancelled";
}

function asVendorError<T>(
  { settings, breaker, clock, book }: Parts,
  asked: VendorRequest<T>,
  error: unknown,
): VendorError {
  const { label } = settings;
  const { operation, signal } = asked;
  if (error instanceof TryFailure) return error.error;
  if (error instanceof LanePaused) {
    const message = `${label} asked us to wait; in ${spoken(error.waitMs)} it may be asked to ${operation} again.`;
    const { kind, status } = error.told;
    return vendorError(settings, operation, kind, message, {
      ...(status === null ? {} : { status }),
      retryAfterMs: error.waitMs,
    });
  }
  if (error instanceof BrokenCircuitError) {
    const waitMs = Math.max(0, (breaker.nextTryAtMs() ?? 0) - clock.now());
    const last = book.read().lastError?.message;
    const message = `${label} failed several times in a row and is left alone for ${spoken(waitMs)}.${last ? ` ${last}` : ""}`;
    return vendorError(settings, operation, "unavailable", message, { retryAfterMs: waitMs });
  }
  if (signal.aborted) return vendorError(settings, operation, "cancelled", `The request to ${label} was cancelled.`);
  const cause = error instanceof Error ? error.name : "unknown";
  return vendorError(settings, operation, "network", `The request to ${label} failed.`, { cause });
}
