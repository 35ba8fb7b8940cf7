import type { BenchRow } from "@/e2e/bench/bench-row";
import { median, ms, quantile, seconds } from "@/e2e/bench/measure";
import { workUntil } from "@/e2e/bench/mixed-work";
import type { SandboxProcess } from "@/e2e/bench/sandbox-process";
import { type ApiClient, clientWith } from "@/e2e/harness/api-client";
import type { Desk } from "@/e2e/harness/desk";
import type { SyncDto } from "@/lib/contracts/sync";

export type TimedSync = { readonly tookMs: number; readonly state: string; readonly sync: SyncDto };

const PATIENCE_MS = 600_000;

/** The last sync of a vendor that began after an instant, once it ended. */
export async function endedSync(client: ApiClient, vendor: string, since: string): Promise<TimedSync> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { body } = await client.send("/api/syncs?pageSize=20");
    const items = (body as { items: SyncDto[] }).items;
    const sync = items.find((item) => item.vendor === vendor && item.finishedAt !== null && item.startedAt >= since);
    if (sync) {
      return { tookMs: Date.parse(sync.finishedAt ?? "") - Date.parse(sync.startedAt), state: sync.state, sync };
    }
    if (Date.now() > deadline) throw new Error(`the sync of ${vendor} did not end`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export async function syncNow(client: ApiClient, vendor: string): Promise<TimedSync> {
  const since = new Date().toISOString();
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { status, text, body } = await client.send("/api/syncs", { method: "POST", body: { vendor } });
    if (status !== 202) throw new Error(`the sync was not started: ${status} ${text}`);
    if ((body as { started: string[] }).started.includes(vendor)) return endedSync(client, vendor, since);
    // The one before is still putting its things away.
    if (Date.now() > deadline) throw new Error(`the sync of ${vendor} could not be started`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export type SyncRuns = {
  readonly what: string;
  readonly peer: string;
  readonly runs: readonly { readonly ours: TimedSync; readonly rawMs: number }[];
};

/** A bar of three times the download; each run is set against a download of its own just before. */
export function syncRow({ what, peer, runs }: SyncRuns): BenchRow {
  const ratios = runs.map(({ ours, rawMs }) => ours.tookMs / rawMs);
  const all = runs.every(({ ours }) => ours.state === "succeeded");
  const single = runs.map(({ ours, rawMs }) => `${seconds(ours.tookMs)}/${seconds(rawMs)}`).join(", ");
  return {
    what,
    bar: "≤ 3 × raw download",
    ours: seconds(median(runs.map(({ ours }) => ours.tookMs))),
    peer: `${seconds(median(runs.map(({ rawMs }) => rawMs)))} ${peer}`,
    ratio: median(ratios).toFixed(2),
    met: all && median(ratios) <= 3,
    note: `${all ? "" : "NOT ALL SUCCEEDED; "}${single}`,
  };
}

const IDLE_MS = 6_000;

/** Requests of every kind while nothing else happens, and while a sync with new prices runs and is published. */
export async function measureRequestsDuringSync(
  desk: Desk,
  sandbox: SandboxProcess,
  cookie: string,
  rounds = 3,
): Promise<BenchRow> {
  const client = clientWith(desk.url, cookie);
  const { partNumbers, keys } = await someProducts(client);
  const work = (isOver: () => boolean) => workUntil(desk.url, cookie, { products: keys, isOver });
  const idle: number[] = [];
  const busy: number[] = [];
  const ratios: number[] = [];
  const worst: number[] = [];
  const writes: number[] = [];
  let failures = 0;
  for (let round = 0; round < rounds + 1; round += 1) {
    const until = Date.now() + IDLE_MS;
    const quiet = await work(() => Date.now() > until);
    await sandbox.reprice(partNumbers, `${100 + round}.5`);
    let over = false;
    const [during, sync] = await Promise.all([
      work(() => over),
      syncNow(client, "cloudblue").finally(() => {
        over = true;
      }),
    ]);
    // The first round warms both sides up.
    if (round === 0) continue;
    if (sync.state !== "succeeded" || sync.sync.counts.changed === 0) throw new Error("the sync changed nothing");
    failures += quiet.failures + during.failures;
    const [a, b] = [quiet, during].map(({ samples }) => samples.map((sample) => sample.ms)) as [number[], number[]];
    idle.push(quantile(a, 0.95));
    busy.push(quantile(b, 0.95));
    worst.push(Math.max(...b));
    writes.push(
      quantile(
        during.samples.filter(({ kind }) => kind === "write").map((sample) => sample.ms),
        0.95,
      ),
    );
    ratios.push(quantile(b, 0.95) / quantile(a, 0.95));
  }
  const note = `writes p95 ${ms(median(writes))}, slowest ${ms(Math.max(...worst))}`;
  return {
    what: "any request while a sync of 100,000 products runs",
    bar: "p95 ≤ 2 × idle p95",
    ours: `p95 ${ms(median(busy))}`,
    peer: `p95 ${ms(median(idle))} idle`,
    ratio: median(ratios).toFixed(2),
    met: failures === 0 && median(ratios) <= 2,
    note: failures === 0 ? note : `${failures} REQUESTS FAILED; ${note}`,
  };
}

export async function someProducts(client: ApiClient): Promise<{ partNumbers: string[]; keys: string[] }> {
  const { body } = await client.send("/api/products?vendor=cloudblue&pageSize=200");
  const { items } = body as { items: { partNumber: string; key: string }[] };
  return {
    partNumbers: [...new Set(items.map(({ partNumber }) => partNumber))],
    keys: items.map(({ key }) => encodeURIComponent(key)),
  };
}
