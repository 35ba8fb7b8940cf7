/** Long enough for a balancer's next look at `/api/ready`, and for clients to learn that their connection ends. */
export const GRACE_MS = 1_000;

type Stop = (signal: "SIGTERM") => void;

export type Signals = {
  listeners(signal: "SIGTERM"): readonly unknown[];
  removeAllListeners(signal: "SIGTERM"): unknown;
  on(signal: "SIGTERM", stop: () => void): unknown;
};

/**
 * Whatever is to happen on SIGTERM happens a moment later: Next closes the door at once, and who was just coming in
 * would find the connection cut. Who asks again after that moment is heard: `endNow` runs. Twice within it is how npm
 * and a process group pass one signal on.
 */
export function holdBackStop(signals: Signals, onStopping: () => void, endNow: () => void): void {
  // Node's signal listeners are all of this shape.
  const stops = signals.listeners("SIGTERM") as readonly Stop[];
  signals.removeAllListeners("SIGTERM");
  let state: "serving" | "grace" | "stopping" = "serving";
  signals.on("SIGTERM", () => {
    if (state === "stopping") endNow();
    if (state !== "serving") return;
    state = "grace";
    onStopping();
    setTimeout(() => {
      state = "stopping";
      atQuietTurn(() => {
        for (const stop of stops) stop("SIGTERM");
      });
    }, GRACE_MS);
  });
}

const QUIET_MS = 2;
const TURNS_MAX = 200;

/** Right after a short turn of the event loop nobody stands at the door: whoever had knocked was let in. */
function atQuietTurn(then: () => void, turns = TURNS_MAX): void {
  const from = performance.now();
  setImmediate(() => {
    if (turns === 0 || performance.now() - from < QUIET_MS) then();
    else atQuietTurn(then, turns - 1);
  });
}

export const IDLE_MS = 500;

type Door = { closeIdleConnections: () => void };

/** A server that closes also cuts connections that have said nothing yet, even where their request is on its way. */
export function closeIdleLater(server: Door): void {
  const closeIdle = server.closeIdleConnections.bind(server);
  server.closeIdleConnections = () => {
    setTimeout(closeIdle, IDLE_MS);
  };
}
