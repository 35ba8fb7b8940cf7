import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "@/e2e/bench/bench-row";
import { load, median, ms, seconds } from "@/e2e/bench/measure";
import { measureMemory } from "@/e2e/bench/memory-figures";
import { downloadCloudBlue, downloadIbm, type SandboxProcess, startSandboxProcess } from "@/e2e/bench/sandbox-process";
import { endedSync, measureRequestsDuringSync, syncNow, syncRow } from "@/e2e/bench/sync-figures";
import { clientWith, signedInCookie } from "@/e2e/harness/api-client";
import buildOnce from "@/e2e/harness/build-once";
import { type Desk, startDesk } from "@/e2e/harness/desk";

const PRODUCTS = 100_000;
const IBM_PRODUCTS = 20_000;
const RUNS = 3;
const MEMORY_MS = 180_000;
const admin = { ADMIN_EMAIL: "bench@desk.example", ADMIN_PASSWORD: "bench-password" };

/** Sync, start, memory and HTTP figures of desks on a sandbox of its own process. */
export async function run(): Promise<BenchRow[]> {
  buildOnce();
  const sandbox = await startSandboxProcess(PRODUCTS, IBM_PRODUCTS);
  try {
    const rows: BenchRow[] = [];
    rows.push(...(await withDesk(cloudBlueOnly(sandbox.variables), (desk) => measureOneVendor(desk, sandbox))));
    rows.push(await measureFirstSyncs(sandbox));
    rows.push(...(await withDesk(sandbox.variables, (desk) => measureBothVendors(desk, sandbox))));
    return rows;
  } finally {
    await sandbox.stop();
  }
}

const cloudBlueOnly = (variables: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !name.startsWith("IBM_")));

/** A desk without any data, on an empty folder that is gone afterwards. */
async function withDesk<T>(variables: Readonly<Record<string, string>>, work: (desk: Desk) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), "desk-bench-"));
  const own = { DATA_DIR: dataDir, SYNC_INTERVAL_SECONDS: "0", LOG_LEVEL: "warn" };
  let desk: Desk | null = null;
  try {
    desk = await startDesk({ ...variables, ...admin, ...own }, { waitFor: "health" });
    return await work(desk);
  } finally {
    await desk?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const signIn = (desk: Desk) => signedInCookie(desk.url, admin.ADMIN_EMAIL, admin.ADMIN_PASSWORD);

/** A desk begins its first sync by itself, as soon as it has started. */
async function firstSync(desk: Desk, vendor: string) {
  return endedSync(clientWith(desk.url, await signIn(desk)), vendor, "");
}

async function measureFirstSyncs({ variables }: SandboxProcess): Promise<BenchRow> {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    const rawMs = await downloadCloudBlue(variables);
    runs.push({ rawMs, ours: await withDesk(cloudBlueOnly(variables), (desk) => firstSync(desk, "cloudblue")) });
  }
  return syncRow({ what: "sync of 100,000 products from the sandbox, first", peer: "download and parse", runs });
}

async function measureOneVendor(desk: Desk, sandbox: SandboxProcess): Promise<BenchRow[]> {
  await firstSync(desk, "cloudblue");
  await untilReady(desk);
  const cookie = await signIn(desk);
  const client = clientWith(desk.url, cookie);
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    const rawMs = await downloadCloudBlue(sandbox.variables);
    runs.push({ rawMs, ours: await syncNow(client, "cloudblue") });
  }
  const again = syncRow({ what: "the same again, nothing changed", peer: "download and parse", runs });
  const duringSync = await measureRequestsDuringSync(desk, sandbox, cookie);
  return [again, duringSync, await measureStart(desk), ...(await measureHttp(desk))];
}

async function measureBothVendors(desk: Desk, sandbox: SandboxProcess): Promise<BenchRow[]> {
  const [cloudblue, ibm] = [await firstSync(desk, "cloudblue"), await firstSync(desk, "ibm")];
  const began = Math.min(...[cloudblue, ibm].map(({ sync }) => Date.parse(sync.startedAt)));
  const ended = Math.max(...[cloudblue, ibm].map(({ sync }) => Date.parse(sync.finishedAt ?? "")));
  const rawMs = (await downloadCloudBlue(sandbox.variables)) + (await downloadIbm(sandbox.variables));
  const state = cloudblue.state === "succeeded" ? ibm.state : cloudblue.state;
  const both = syncRow({
    what: "first sync of 100,000 CloudBlue and 20,000 IBM products together",
    peer: "download and parse of both",
    runs: [{ ours: { tookMs: ended - began, state, sync: cloudblue.sync }, rawMs }],
  });
  await untilReady(desk);
  return [both, await measureMemory(desk, sandbox, await signIn(desk), MEMORY_MS)];
}

async function measureStart(desk: Desk): Promise<BenchRow> {
  const samples: number[] = [];
  await untilReady(desk);
  for (let i = 0; i < 3; i += 1) {
    await desk.kill();
    const began = performance.now();
    await desk.restart();
    samples.push(performance.now() - began + (await untilReady(desk)));
  }
  const took = median(samples);
  return {
    what: "start to ready with 100,000 products stored",
    bar: "≤ 3 s",
    ours: seconds(took),
    met: took <= 3000,
    note: samples.map((sample) => seconds(sample)).join(", "),
  };
}

async function untilReady(desk: Desk): Promise<number> {
  const began = performance.now();
  for (;;) {
    const answer = await fetch(`${desk.url}/api/ready`).catch(() => null);
    if (answer?.ok) return performance.now() - began;
    if (performance.now() - began > 300_000) throw new Error("the desk did not become ready");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** One in five queries was never asked before. */
async function measureHttp(desk: Desk): Promise<BenchRow[]> {
  const cookie = await signIn(desk);
  const known = ["vendor=ibm", "q=office", "billing=P1M&sort=price", "q=backup&vendor=cloudblue", "sort=-name"];
  let count = 0;
  const nextQuery = () => {
    count += 1;
    const query = count % 5 === 0 ? `q=office&priceMin=${count % 97}.${count}` : known[count % known.length];
    return { url: `${desk.url}/api/products?${query}`, headers: { cookie } };
  };
  const empty = () => ({ url: `${desk.url}/api/health` });
  const ratios: number[] = [];
  const ours: number[] = [];
  const peer: number[] = [];
  const p95s: number[] = [];
  await load(nextQuery, { forMs: 2_000 });
  for (let i = 0; i < 3; i += 1) {
    const [mine, theirs] = [await load(nextQuery), await load(empty)];
    if (mine.failures + theirs.failures > 0) throw new Error("requests failed under load");
    ours.push(mine.perSecond);
    peer.push(theirs.perSecond);
    p95s.push(mine.p95);
    ratios.push(mine.perSecond / theirs.perSecond);
  }
  return [
    {
      what: "GET /api/products, 100,000 products, one query in five new",
      bar: "≥ 0.5 × a bare route handler",
      ours: `${median(ours).toFixed(0)} req/s`,
      peer: `${median(peer).toFixed(0)} req/s`,
      ratio: median(ratios).toFixed(2),
      met: median(ratios) >= 0.5,
      note: `p95 ${ms(median(p95s))} at 16 connections`,
    },
  ];
}
