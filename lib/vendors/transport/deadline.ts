/** How long each part of an exchange may take. */
export type Limits = {
  /** From the first byte sent to the last one read. */
  readonly wholeMs: number;
  /** Until a connection stands. */
  readonly connectMs: number;
  /** From the request being sent to the head of the answer. */
  readonly headersMs: number;
  /** Between two pieces of the body. */
  readonly idleMs: number;
};

const connectShare = 10;
const answerShare = 3;
/** A connection or an answer that begins within this is never late, however short the whole time is. */
const neverLateMs = 1_000;

/** Of the 30 s that are usual: 3 s to connect, 10 s to the head of the answer, 10 s between two pieces of it. */
export function limitsOf(wholeMs: number): Limits {
  const part = (share: number) => Math.max(1, Math.floor(wholeMs / share));
  const notBelow = (ms: number) => Math.min(wholeMs, Math.max(neverLateMs, ms));
  return {
    wholeMs,
    connectMs: notBelow(part(connectShare)),
    headersMs: notBelow(part(answerShare)),
    idleMs: part(answerShare),
  };
}

type Phase = "connect" | "headers" | "idle";

/** Why an exchange was cut: its whole time or that of one part was over, or the caller gave up. */
export type Cut = "whole" | Phase | "caller";

export type Deadline = {
  readonly signal: AbortSignal;
  /** The request waits for its connection. */
  readonly connecting: () => void;
  /** The request went out. */
  readonly sent: () => void;
  /** A byte of the answer came: the idle time starts anew. */
  readonly touch: () => void;
  readonly cut: () => Cut | null;
  /** Ends all timers and leaves the caller's signal. */
  readonly release: () => void;
};

/** Begins with the time for the head of the answer; the time to connect counts from when a connection is known to be waited for. */
export function startDeadline(caller: AbortSignal, limits: Limits): Deadline {
  const controller = new AbortController();
  let reason: Cut | null = null;
  const end = (why: Cut) => {
    reason ??= why;
    controller.abort(new Error(`Exchange cut: ${reason}`));
  };
  const onCallerAbort = () => end("caller");
  const whole = setTimeout(() => end("whole"), limits.wholeMs);
  let timer: NodeJS.Timeout | undefined;
  let lastLook: NodeJS.Immediate | undefined;
  const stop = () => {
    clearTimeout(timer);
    clearImmediate(lastLook);
  };
  let answered = false;
  const enter = (phase: Phase, ms: number) => {
    stop();
    // What has come while this thread was busy is read before it is called late.
    timer = setTimeout(() => {
      lastLook = setImmediate(() => end(phase));
    }, ms);
  };
  const beforeAnswer = (phase: Phase, ms: number) => {
    if (!answered) enter(phase, ms);
  };
  if (caller.aborted) end("caller");
  else caller.addEventListener("abort", onCallerAbort, { once: true });
  enter("headers", limits.headersMs);
  return {
    signal: controller.signal,
    connecting: () => beforeAnswer("connect", limits.connectMs),
    sent: () => beforeAnswer("headers", limits.headersMs),
    touch: () => {
      answered = true;
      enter("idle", limits.idleMs);
    },
    cut: () => reason,
    release: () => {
      clearTimeout(whole);
      stop();
      caller.removeEventListener("abort", onCallerAbort);
    },
  };
}
