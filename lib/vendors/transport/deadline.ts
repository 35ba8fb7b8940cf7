/** Why an exchange was cut: its whole time was over, no byte came for too long, or the caller gave up. */
export type Cut = "whole" | "idle" | "caller";

export type Deadline = {
  readonly signal: AbortSignal;
  /** A byte came: the idle time starts anew. */
  readonly touch: () => void;
  readonly cut: () => Cut | null;
  /** Ends all timers and leaves the caller's signal. */
  readonly release: () => void;
};

export function startDeadline(caller: AbortSignal, wholeMs: number, idleMs: number): Deadline {
  const controller = new AbortController();
  let reason: Cut | null = null;
  const end = (why: Cut) => {
    reason ??= why;
    controller.abort(new Error(`Exchange cut: ${reason}`));
  };
  const onCallerAbort = () => end("caller");
  const whole = setTimeout(() => end("whole"), wholeMs);
  let idle: NodeJS.Timeout | undefined;
  if (caller.aborted) end("caller");
  else caller.addEventListener("abort", onCallerAbort, { once: true });
  return {
    signal: controller.signal,
    touch: () => {
      clearTimeout(idle);
      idle = setTimeout(() => end("idle"), idleMs);
    },
    cut: () => reason,
    release: () => {
      clearTimeout(whole);
      clearTimeout(idle);
      caller.removeEventListener("abort", onCallerAbort);
    },
  };
}
