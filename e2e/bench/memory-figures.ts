import { spawnSync } from "node:child_process";
import type { BenchRow } from "@/e2e/bench/bench-row";
import { median } from "@/e2e/bench/measure";
import { workUntil } from "@/e2e/bench/mixed-work";
import type { SandboxProcess } from "@/e2e/bench/sandbox-process";
import { someProducts, syncNow } from "@/e2e/bench/sync-figures";
import { clientWith } from "@/e2e/harness/api-client";
import type { Desk } from "@/e2e/harness/desk";

const BAR_MB = 700;
/** In a desk left to itself they are a quarter of an hour apart. */
const SYNC_EVERY_MS = 60_000;
/** After a sync its thread, the old catalog and the time they were used in have to be put away. */
const PUT_AWAY_MS = 15_000;
const LOOK_EVERY_MS = 500;
/** What counts as flat: the last third against the first. */
const GROWTH_MAX = 1.1;

/**
 * Mixed work with a sync that changes prices again and again; what of the process is in memory meanwhile. The bar is
 * for what stays: what a sync needs while it runs is told beside it.
 */
export async function measureMemory(
  desk: Desk,
  sandbox: SandboxProcess,
  cookie: string,
  forMs: number,
): Promise<BenchRow> {
  const client = clientWith(desk.url, cookie);
  const { partNumbers, keys } = await someProducts(client);
  const until = Date.now() + forMs;
  const isOver = () => Date.now() > until;
  const between: number[] = [];
  let [syncs, peak, quietFrom] = [0, 0, 0];
  const look = setInterval(() => {
    const now = residentMb(desk.pid());
    peak = Math.max(peak, now);
    if (quietFrom > 0 && Date.now() > quietFrom) between.push(now);
  }, LOOK_EVERY_MS);
  const syncing = async () => {
    while (!isOver()) {
      quietFrom = 0;
      await sandbox.reprice(partNumbers, `${200 + syncs}.5`);
      const { state } = await syncNow(client, "cloudblue");
      if (state !== "succeeded") throw new Error(`a sync ${state}`);
      syncs += 1;
      quietFrom = Date.now() + PUT_AWAY_MS;
      await new Promise((resolve) => setTimeout(resolve, Math.min(SYNC_EVERY_MS, Math.max(0, until - Date.now()))));
    }
  };
  const [{ samples, failures }] = await Promise.all([
    workUntil(desk.url, cookie, { products: keys, isOver }),
    syncing(),
  ]).finally(() => clearInterval(look));
  const third = Math.ceil(between.length / 3);
  const [first, last] = [median(between.slice(0, third)), median(between.slice(-third))];
  return {
    what: "resident memory with 100,000 + 20,000 products and mixed work, between syncs",
    bar: `≤ ${BAR_MB} MB, flat`,
    ours: `${last.toFixed(0)} MB between syncs`,
    met: last <= BAR_MB && last <= first * GROWTH_MAX && failures === 0,
    note:
      `median ${first.toFixed(0)} MB in the first third, ${last.toFixed(0)} MB in the last, ${peak.toFixed(0)} MB at most in a sync; ` +
      `${(forMs / 60_000).toFixed(0)} min, ${syncs} syncs, ${samples.length} requests, ${failures} failed`,
  };
}

function residentMb(pid: number): number {
  const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", `${pid}`], { encoding: "utf8" });
  return parseInt(stdout.trim(), 10) / 1024;
}
