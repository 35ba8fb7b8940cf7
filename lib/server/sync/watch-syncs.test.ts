import { expect, it } from "vitest";
import type { Database } from "@/lib/server/store/database";
import { eachStore } from "@/lib/server/store/test-stores";
import { beginSync, runSync } from "@/lib/server/sync/run-sync";
import { sampleProduct, scriptedSource } from "@/lib/server/sync/testing/scripted-source";
import { publishProgress } from "@/lib/server/sync/sync-progress";
import type { SyncInput } from "@/lib/server/sync/sync-context";
import { watchSyncsOf } from "@/lib/server/sync/watch-syncs";
import type { CatalogSource } from "@/lib/vendors/catalog-source";

const times = { pollMs: 5, heartbeatMs: 60_000, idleMs: 30, afterwardsMs: 30 };

const inputOf = (db: Database, source: CatalogSource, over: Partial<SyncInput> = {}): SyncInput => ({
  db,
  source,
  locales: ["en-us"],
  signal: new AbortController().signal,
  startedBy: "timer",
  now: () => new Date(),
  ...over,
});

const three = ["A", "B", "C", "D", "E"].map((partNumber) => sampleProduct(partNumber));

/** Reads events until `enough` says so or the stream ends. */
async function events(stream: ReadableStream<Uint8Array>, enough: (all: string) => boolean = () => false) {
  let all = "";
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    all += Buffer.from(part.value).toString("utf8");
    if (enough(all)) {
      await reader.cancel();
      break;
    }
  }
  return all;
}

const steps = (text: string) =>
  text
    .split("\n\n")
    .filter((event) => event.startsWith("data: "))
    .map((event) => JSON.parse(event.slice(6)) as { done: number; total: number | null; state: string });

eachStore("watching syncs", (open) => {
  it("tells the last state at once and ends when nothing runs", async () => {
    const db = await open();
    await runSync(inputOf(db, scriptedSource(three).source));
    const text = await events(watchSyncsOf(db, new AbortController().signal, times));
    expect(steps(text)).toEqual([{ vendor: "acme", done: 5, total: 5, state: "succeeded" }]);
    expect(text.endsWith("event: idle\ndata: {}\n\n")).toBe(true);
  });

  it("ends on a desk that has never synced", async () => {
    const text = await events(watchSyncsOf(await open(), new AbortController().signal, times));
    expect(text).toBe("event: idle\ndata: {}\n\n");
  });

  it("follows a sync of this process step by step", async () => {
    const db = await open();
    const stream = watchSyncsOf(db, new AbortController().signal, { ...times, idleMs: 60_000, afterwardsMs: 60_000 });
    const running = await beginSync(inputOf(db, scriptedSource(three).source, { onProgress: publishProgress }));
    const text = await events(stream, (all) => all.includes("succeeded"));
    await running?.outcome;
    const told = steps(text);
    expect(told.at(-1)).toMatchObject({ done: 5, total: 5, state: "succeeded" });
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b));
    expect(told.some(({ state, done }) => state === "running" && done > 0)).toBe(true);
  });

  it("follows a sync of another process", async () => {
    const db = await open();
    const other = await db.testStore.reopen();
    const { source, script } = scriptedSource(three);
    const seen = Promise.withResolvers<void>();
    script.beforePage = (page) => (page === 2 ? seen.promise : undefined);
    const running = await beginSync(inputOf(other, source));
    const text = await events(watchSyncsOf(db, new AbortController().signal, times), (all) => {
      if (all.includes('"done":2')) seen.resolve();
      return all.includes("succeeded");
    });
    await running?.outcome;
    expect(steps(text).at(-1)).toMatchObject({ state: "succeeded", done: 5 });
  });

  it("stops when the viewer leaves", async () => {
    const db = await open();
    const leave = new AbortController();
    const stream = watchSyncsOf(db, leave.signal, { ...times, idleMs: 60_000 });
    leave.abort();
    expect(await events(stream)).toBe("");
  });
});
