import { cloudBlueOnly, firstSync, signIn, untilReady, withDesk } from "@/e2e/bench/bench-desk";
import type { BenchRow } from "@/e2e/bench/bench-row";
import { median, seconds } from "@/e2e/bench/measure";
import { measureMemory } from "@/e2e/bench/memory-figures";
import { downloadCloudBlue, downloadIbm, type SandboxProcess, startSandboxProcess } from "@/e2e/bench/sandbox-process";
import { measureRequestsDuringSync, someProducts, syncNow, syncRow } from "@/e2e/bench/sync-figures";
import { type ApiClient, clientWith } from "@/e2e/harness/api-client";
import buildOnce from "@/e2e/harness/build-once";
import type { Desk } from "@/e2e/harness/desk";

const PRODUCTS = 100_000;
const IBM_PRODUCTS = 20_000;
const RUNS = 3;
const MEMORY_MS = 300_000;

/** Sync, start and memory figures of desks on a sandbox of its own process. */
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
  const again = await measureSyncsAgain(client, sandbox, "the same again, nothing changed");
  const { partNumbers } = await someProducts(client);
  const reprice = (run: number) => sandbox.reprice(partNumbers, `${50 + run}.5`);
  const changed = await measureSyncsAgain(client, sandbox, "the same again, 200 products with other prices", reprice);
  const duringSync = await measureRequestsDuringSync(desk, sandbox, cookie);
  return [again, changed, duringSync, await measureStart(desk)];
}

async function measureSyncsAgain(
  client: ApiClient,
  sandbox: SandboxProcess,
  what: string,
  change: ((run: number) => Promise<void>) | null = null,
): Promise<BenchRow> {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    await change?.(run);
    const rawMs = await downloadCloudBlue(sandbox.variables);
    const ours = await syncNow(client, "cloudblue");
    if (ours.sync.counts.changed > 0 !== (change !== null)) throw new Error(`not what it is called: ${what}`);
    runs.push({ rawMs, ours });
  }
  return syncRow({ what, peer: "download and parse", runs });
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
