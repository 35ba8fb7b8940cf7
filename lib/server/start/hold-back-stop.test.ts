import { EventEmitter } from "node:events";
import { afterEach, expect, it, vi } from "vitest";
import { closeIdleLater, GRACE_MS, holdBackStop, IDLE_MS } from "@/lib/server/start/hold-back-stop";

afterEach(() => {
  vi.useRealTimers();
});

it("a stop is told at once, done after a moment, and hurried only by who asks again later", () => {
  vi.useFakeTimers();
  const signals = new EventEmitter();
  const happened: string[] = [];
  signals.once("SIGTERM", (signal: string) => happened.push(`closed by ${signal}`));
  holdBackStop(
    signals,
    () => happened.push("stopping"),
    () => happened.push("ended"),
  );
  signals.emit("SIGTERM");
  signals.emit("SIGTERM");
  vi.advanceTimersByTime(GRACE_MS - 1);
  expect(happened).toEqual(["stopping"]);
  vi.advanceTimersByTime(10);
  expect(happened).toEqual(["stopping", "closed by SIGTERM"]);
  signals.emit("SIGTERM");
  expect(happened).toEqual(["stopping", "closed by SIGTERM", "ended"]);
});

it("connections that are still silent when the server closes get a moment to speak", () => {
  vi.useFakeTimers();
  const closed = vi.fn<() => void>();
  const server = { closeIdleConnections: closed };
  closeIdleLater(server);
  server.closeIdleConnections();
  vi.advanceTimersByTime(IDLE_MS - 1);
  expect(closed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(closed).toHaveBeenCalledOnce();
});
