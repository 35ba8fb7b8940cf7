import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "@/e2e/bench/bench-row";
import { load, median, ms, seconds } from "@/e2e/bench/measure";
import { clientWith, signedInCookie } from "@/e2e/harness/api-client";
import buildOnce from "@/e2e/harness/build-once";
import { type Desk, startDesk } from "@/e2e/harness/desk";
import { projectRoot } from "@/lib/cli/build-app";
import { freePort } from "@/lib/server/store/postgres-for-tests";

const PRODUCTS = 100_000;
const PAGE = 500;
const admin = { ADMIN_EMAIL: "bench@desk.example", ADMIN_PASSWORD: "bench-password" };

/** Sync, start and HTTP figures of one desk on a sandbox of its own process. */
export async function run(): Promise<BenchRow[]> {
  buildOnce();
  const sandbox = await startSandboxProcess(PRODUCTS);
  const dataDir = mkdtempSync(join(tmpdir(), "desk-bench-"));
  const variables = {
    ...sandbox.variables,
    ...admin,
    DATA_DIR: dataDir,
    SYNC_INTERVAL_SECONDS: "0",
    LOG_LEVEL: "warn",
  };
  let desk: Desk | null = null;
  try {
    const rawMs = median([await download(sandbox.variables), await download(sandbox.variables)]);
    desk = await startDesk(variables, { waitFor: "health" });
    const syncRow = await measureSync(desk, rawMs);
    const startRow = await measureStart(desk);
    const httpRows = await measureHttp(desk);
    return [syncRow, startRow, ...httpRows];
  } finally {
    await desk?.stop();
    await sandbox.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function startSandboxProcess(products: number) {
  const port = await freePort();
  const args = [
    "--import",
    "./lib/cli/alias.mjs",
    "lib/sandbox/main.ts",
    "--port",
    `${port}`,
    "--products",
    `${products}`,
  ];
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ["ignore", "pipe", "inherit"] });
  const variables: Record<string, string> = {};
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the sandbox ended with ${code}`)));
    child.stdout.on("data", (chunk) => {
      for (const [, name = "", value = ""] of String(chunk).matchAll(/^\s*(?:export )?([A-Z_]+)=(\S+)$/gm))
        variables[name] = value;
      if (variables.IBM_CLIENT_SECRET && variables.CLOUDBLUE_MARKETPLACE) resolve();
    });
  });
  return {
    variables,
    stop: () =>
      new Promise<void>((resolve) => {
        child.removeAllListeners("exit");
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

/** The peer of the sync: the same pages fetched and parsed one after another, with no work on them. */
async function download(variables: Readonly<Record<string, string>>): Promise<number> {
  const { CLOUDBLUE_BASE_URL = "", CLOUDBLUE_USERNAME, CLOUDBLUE_PASSWORD, CLOUDBLUE_MARKETPLACE } = variables;
  const key = { "x-subscription-key": variables.CLOUDBLUE_SUBSCRIPTION_KEY ?? "" };
  const login = Buffer.from(`${CLOUDBLUE_USERNAME}:${CLOUDBLUE_PASSWORD}`).toString("base64");
  const body = JSON.stringify({ marketplace: CLOUDBLUE_MARKETPLACE });
  const headers = { ...key, authorization: `Basic ${login}`, "content-type": "application/json" };
  const token = (await (await fetch(`${CLOUDBLUE_BASE_URL}/token`, { method: "POST", headers, body })).json()) as {
    token: string;
  };
  const began = performance.now();
  for (let offset = 0; ; offset += PAGE) {
    const answer = await fetch(`${CLOUDBLUE_BASE_URL}/products?offset=${offset}&limit=${PAGE}`, {
      headers: { ...key, authorization: `Bearer ${token.token}` },
    });
    const page = JSON.parse(await answer.text()) as { data: unknown[]; pagination: { total: number } };
    if (page.data.length === 0 || offset + page.data.length >= page.pagination.total) break;
  }
  return performance.now() - began;
}

async function measureSync(desk: Desk, rawMs: number): Promise<BenchRow> {
  const client = clientWith(desk.url, await signedInCookie(desk.url, admin.ADMIN_EMAIL, admin.ADMIN_PASSWORD));
  const deadline = Date.now() + 600_000;
  for (;;) {
    const { body } = await client.send("/api/syncs?pageSize=20");
    const sync = (body as { items: SyncRow[] }).items.find((item) => item.vendor === "cloudblue" && item.finishedAt);
    if (sync) {
      const tookMs = Date.parse(sync.finishedAt ?? "") - Date.parse(sync.startedAt);
      return {
        what: "sync of 100,000 products from the sandbox",
        bar: "≤ 3 × raw download",
        ours: seconds(tookMs),
        peer: `${seconds(rawMs)} download and parse`,
        ratio: (tookMs / rawMs).toFixed(2),
        met: tookMs <= 3 * rawMs && sync.state === "succeeded",
        note: `${sync.state}, ${sync.counts.products} products`,
      };
    }
    if (Date.now() > deadline) throw new Error("the sync did not end");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

type SyncRow = {
  vendor: string;
  state: string;
  startedAt: string;
  finishedAt: string | null;
  counts: { products: number };
};

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
  const cookie = await signedInCookie(desk.url, admin.ADMIN_EMAIL, admin.ADMIN_PASSWORD);
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
