import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { z } from "zod";
import { claimRoom } from "@/lib/server/sync/thread/claim-room";

/** Keeps more and more, as a sync does, and tells how often all of it was looked through for garbage. */
const keepALot = `
  const { PerformanceObserver, constants } = require("node:perf_hooks");
  let full = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { detail } of list.getEntries()) if (detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR) full += 1;
  });
  observer.observe({ entryTypes: ["gc"] });
  const kept = [];
  for (let at = 0; at < 1_500_000; at += 1) kept.push({ at, text: "text " + at });
  setTimeout(() => require("node:worker_threads").parentPort.postMessage({ full, kept: kept.length }), 50);
`;

async function fullCollections(): Promise<number> {
  const worker = new Worker(keepALot, { eval: true, execArgv: [] });
  const said = await new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  await worker.terminate();
  return z.object({ full: z.number() }).parse(said).full;
}

it("spares threads the search for garbage in what they keep, for as long as somebody claims the room", async () => {
  expect(await fullCollections()).toBeGreaterThan(0);
  const [one, other] = [claimRoom(512), claimRoom(512)];
  one.release();
  expect(await fullCollections()).toBe(0);
  other.release();
  expect(await fullCollections()).toBeGreaterThan(0);
});
