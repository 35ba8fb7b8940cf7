import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BenchRow } from "@/e2e/bench/bench-row";
import {
  type EngineJob,
  type EngineName,
  type EngineReport,
  EngineReportSchema,
} from "@/e2e/bench/catalog-engine-report";
import { peerQueries } from "@/e2e/bench/catalog-queries";
import { median, ms, quantile, seconds } from "@/e2e/bench/measure";
import { startCommand } from "@/e2e/harness/desk";

const peers = [
  ["itemsjs", "ItemsJS"],
  ["orama", "Orama"],
  ["minisearch", "MiniSearch"],
  ["postgres", "PostgreSQL"],
] as const satisfies readonly (readonly [EngineName, string])[];

type Size = {
  readonly products: number;
  /** How long another engine may take to fill, and to answer. */
  readonly fillMs: number;
  readonly queryMs: number;
  readonly p95Bar?: number;
  readonly rssBar?: number;
  readonly mustBeat?: readonly EngineName[];
};

const sizes: readonly Size[] = [
  { products: 10_000, fillMs: 30_000, queryMs: 10_000 },
  { products: 100_000, fillMs: 60_000, queryMs: 20_000, p95Bar: 10, mustBeat: ["itemsjs", "orama"] },
  { products: 1_000_000, fillMs: 60_000, queryMs: 30_000, p95Bar: 80, rssBar: 1.5e9 },
];

const RUNS = 5;
const GRACE_MS = 90_000;
const OURS_MAY_TAKE_MS = 600_000;
const TIMES_FASTER = 10;

/** The catalog in process at three sizes, beside four other engines at the same work. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const take = (row: BenchRow) => {
    rows.push(row);
    process.stdout.write(`  ${row.what}: ${[row.ours, row.peer, row.note].filter(Boolean).join(" | ")}\n`);
  };
  for (const size of sizes) {
    const ours = await measured({ engine: "ours", ...size, fillMs: OURS_MAY_TAKE_MS });
    if (typeof ours === "string") throw new Error(`our own index of ${size.products} products ${ours}`);
    take(ownRow(size, ours));
    for (const [engine, name] of peers) take(peerRow(size, name, ours, await measured({ engine, ...size }), engine));
  }
  return rows;
}

const script = fileURLToPath(new URL("./catalog-engine-run.ts", import.meta.url));

/** The report, or in words why there is none. */
async function measured({
  engine,
  products,
  fillMs,
  queryMs,
}: Omit<EngineJob, "runs">): Promise<EngineReport | string> {
  const job: EngineJob = { engine, products, fillMs, queryMs, runs: RUNS };
  const args = [...process.execArgv, "--expose-gc", "--max-old-space-size=6000", script, JSON.stringify(job)];
  const timeout = fillMs + queryMs + GRACE_MS;
  // Every engine with the memory settings of the C library that the desk starts with.
  const env = { ...process.env, ...startCommand().variables };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { env, timeout, maxBuffer: 50_000_000 });
    return EngineReportSchema.parse(JSON.parse(stdout));
  } catch (error) {
    if (!(error instanceof Error) || !("killed" in error)) throw error;
    return error.killed ? `did not get done within ${seconds(timeout)}` : "broke off, most likely out of memory";
  }
}

/** The middle of the runs' own figures: one disturbed run does not decide. */
const ofRuns = (runs: readonly number[][], share: number) => median(runs.map((samples) => quantile(samples, share)));

const figures = (runs: readonly number[][]) => `${ms(ofRuns(runs, 0.5))} / ${ms(ofRuns(runs, 0.95))}`;

function ownRow({ products, p95Bar, rssBar }: Size, report: EngineReport): BenchRow {
  const p95 = ofRuns(report.own, 0.95);
  const worst = Math.max(...report.own.map((samples) => quantile(samples, 0.95)));
  const isMet = (p95Bar === undefined || p95 <= p95Bar) && (rssBar === undefined || report.rss <= rssBar);
  const bars = [p95Bar && `p95 ≤ ${p95Bar} ms`, rssBar && `≤ ${rssBar / 1e9} GB`].filter(Boolean);
  return {
    what: `catalog query with all facet counts, ${products.toLocaleString("en")} products`,
    bar: bars.join(", "),
    ours: `${figures(report.own)}, ${(report.rss / 1e9).toFixed(2)} GB`,
    ...(bars.length > 0 ? { met: isMet } : {}),
    note: `median / p95 of ${RUNS} runs, ${report.own.flat().length} queries, worst run's p95 ${ms(worst)}; built in ${seconds(report.buildMs)}`,
  };
}

function peerRow(
  { products, mustBeat = [] }: Size,
  name: string,
  ours: EngineReport,
  theirs: EngineReport | string,
  engine: EngineName,
): BenchRow {
  const isBarred = mustBeat.includes(engine);
  const row = {
    what: `the same work as ${name}, ${products.toLocaleString("en")} products`,
    bar: isBarred ? `≥ ${TIMES_FASTER} times faster` : "",
    ours: figures(ours.peer),
  };
  if (typeof theirs === "string") return { ...row, peer: "–", note: theirs, ...(isBarred ? { met: true } : {}) };
  const ratios = [0.5, 0.95].map((share) => ofRuns(theirs.peer, share) / ofRuns(ours.peer, share));
  return {
    ...row,
    peer: figures(theirs.peer),
    ratio: Math.min(...ratios).toFixed(0),
    ...(isBarred ? { met: Math.min(...ratios) >= TIMES_FASTER } : {}),
    note: [...remarks(products, ours, theirs)].join("; "),
  };
}

function* remarks(products: number, ours: EngineReport, theirs: EngineReport): Generator<string> {
  yield `filled in ${seconds(theirs.buildMs)}, ${(theirs.rss / 1e9).toFixed(2)} GB`;
  if (theirs.peer.flat().length < ours.peer.flat().length)
    yield `${theirs.peer.flat().length} queries in the time given`;
  if (theirs.products < products) yield `measured with the ${theirs.products.toLocaleString("en")} it took in`;
  else {
    const others = peerQueries(0).filter(({ text }, i) => text === undefined && theirs.totals[i] !== ours.totals[i]);
    if (others.length > 0) yield `other totals than ours in ${others.length} filtered queries`;
  }
}
