import { spawnSync } from "node:child_process";
import type { BenchRow } from "@/e2e/bench/bench-row";
import { median } from "@/e2e/bench/measure";
import { workUntil } from "@/e2e/bench/mixed-work";
import type { SandboxProcess } from "@/e2e/bench/sandbox-process";
import { someProducts, syncNow } from "@/e2e/bench/sync-figures";
import { clientWith } from "@/e2e/harness/api-client";
import type { Desk } from "@/e2e/harness/desk";

const BAR_MB = 700;
const SYNC_EVERY_MS = 20_000;
const LOOK_EVERY_MS = 500;
/** What counts as flat: the last third against the first. */
const GROWTH_MAX = 1.1;

/** Mixed work with a sync that changes prices again and again; what of the process is in memory meanwhile. */
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
  const seen: number[] = [];
  const look = setInterval(() => seen.push(residentMb(desk.pid())), LOOK_EVERY_MS);
  let syncs = 0;
  const syncing = async () => {
    while (!isOver()) {
      await sandbox.reprice(partNumbers, `${200 + syncs}.5`);
      const { state } = await syncNow(client, "cloudblue");
      if (state !== "succeeded") throw new Error(`a sync ${state}`);
      syncs += 1;
      await new Promise((resolve) => setTimeout(resolve, Math.min(SYNC_EVERY_MS, Math.max(0, until - Date.now()))));
    }
  };
  const [{ samples, failures }] = await Promise.all([
    workUntil(desk.url, cookie, { products: keys, isOver }),
    syncing(),
  ]).finally(() => clearInterval(look));
  const third = Math.floor(seen.length / 3);
  const [first, last] = [median(seen.slice(0, third)), median(seen.slice(-third))];
  const peak = Math.max(...seen);
  return {
    what: "resident memory with 100,000 + 20,000 products, mixed work and syncs",
    bar: `≤ ${BAR_MB} MB, flat`,
    ours: `${peak.toFixed(0)} MB at most`,
    met: peak <= BAR_MB && last <= first * GROWTH_MAX && failures === 0,
    note:
      `median ${first.toFixed(0)} MB in the first third, ${last.toFixed(0)} MB in the last; ` +
      `${(forMs / 60_000).toFixed(0)} min, ${syncs} syncs, ${samples.length} requests, ${failures} failed`,
  };
}

function residentMb(pid: number): number {
  const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", `${pid}`], { encoding: "utf8" });
  return parseInt(stdout.trim(), 10) / 1024;
}
