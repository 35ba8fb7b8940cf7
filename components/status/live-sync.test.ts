import { expect, it } from "vitest";
import { afterStep } from "@/components/status/live-sync";

const step = (done: number, over: { total?: number | null; state?: "running" | "succeeded" } = {}) => ({
  vendor: "ibm",
  done,
  total: over.total === undefined ? 1_000 : over.total,
  state: over.state ?? ("running" as const),
});

it("judges the time left after five seconds of watching", () => {
  const first = afterStep(undefined, step(100), 10_000);
  expect(first.secondsLeft).toBeNull();
  const soon = afterStep(first, step(200), 14_999);
  expect(soon.secondsLeft).toBeNull();
  const later = afterStep(soon, step(300), 20_000);
  expect(later.secondsLeft).toBe(35);
});

it("judges nothing without a total, without progress or at the end", () => {
  const first = afterStep(undefined, step(100), 0);
  expect(afterStep(first, step(500, { total: null }), 9_000).secondsLeft).toBeNull();
  expect(afterStep(first, step(100), 9_000).secondsLeft).toBeNull();
  expect(afterStep(first, step(1_000, { state: "succeeded" }), 9_000).secondsLeft).toBeNull();
});

it("starts over with the next sync", () => {
  const ended = afterStep(afterStep(undefined, step(0), 0), step(1_000, { state: "succeeded" }), 60_000);
  expect(afterStep(ended, step(10), 90_000)).toMatchObject({ watchedSince: 90_000, watchedFrom: 10 });
});
